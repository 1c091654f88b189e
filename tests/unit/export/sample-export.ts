/** The sample evaluation as material for exports, with its matrices. */
import type { Matrix } from '#shared/analysis/matrix.ts';
import { buildMatrix } from '#shared/analysis/matrix.ts';
import type { MatrixRows } from '#shared/analysis/matrix-rows.ts';
import { gatherMaterial, type EvaluationMaterial } from '#shared/formats/deliverable/material.ts';
import { encodeContent, hashContent } from '#shared/formats/project-file/content-block.ts';
import { loadDigest } from '#shared/formats/project-file/digest.ts';
import { buildSample } from '#shared/formats/sample/build-sample.ts';
import { seededBytes } from '#tests/support/random.ts';
import { readSampleFiles } from '#tests/support/sample-files.ts';

export type SampleExport = { readonly material: EvaluationMaterial; matrix(rows: MatrixRows): Matrix };

export async function buildSampleExport(): Promise<SampleExport> {
  const digest = await loadDigest();
  const { project, contents } = await buildSample(
    readSampleFiles(),
    (content) => Promise.resolve(hashContent(digest, encodeContent(content))),
    seededBytes(1),
    Date.UTC(2026, 0, 1),
  );
  return {
    material: gatherMaterial(project, contents),
    matrix: (rows) =>
      buildMatrix(project, {
        rows,
        columns: 'method',
        segmentsOf: (_source, revision) => contents.get(revision)?.segments,
      }),
  };
}
