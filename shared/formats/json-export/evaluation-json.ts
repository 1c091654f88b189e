/** Everything in an evaluation as one JSON document, described in docs/json-export.md. */
import { succeed } from '#shared/basics/result.ts';
import { flagEvidence } from '#shared/domain/evidence/evidence-link.ts';
import { exportCancelled, type ExportControl, type ExportResult } from '#shared/formats/deliverable/exported-file.ts';
import { joinBytes } from '#shared/formats/deliverable/join-bytes.ts';
import { indexMaterial, type EvaluationMaterial, type MaterialIndex } from '#shared/formats/deliverable/material.ts';
import { breathe } from '#shared/formats/read-options.ts';

/** Rises when a field is renamed or removed; new fields may come without it. */
const JSON_EXPORT_VERSION = 1;

type Lists = Readonly<Record<string, () => Iterable<unknown>>>;

const RECORDS_PER_BREATH = 2_000;

/**
 * Writes the document: UTF-8 without byte order mark, one record per line. It is put together record by record, as a
 * project with many texts is longer than one string may be.
 */
export async function writeEvaluationJson(
  material: EvaluationMaterial,
  request: { readonly exportedAt: string },
  control: ExportControl = {},
): Promise<ExportResult> {
  const index = indexMaterial(material);
  const encoder = new TextEncoder();
  const pieces: Uint8Array[] = [];
  const write = (text: string): void => {
    pieces.push(encoder.encode(text));
  };
  const total = Object.values(material.records).reduce((sum, list) => sum + list.length, 0);
  let done = 0;
  const head = { format: 'triangula-evaluation', version: JSON_EXPORT_VERSION, exportedAt: request.exportedAt };
  write(`${JSON.stringify(head).slice(0, -1)},\n"evaluation":${JSON.stringify(index.evaluation)}`);
  for (const [name, list] of Object.entries(listsOf(index))) {
    write(`,\n"${name}":[`);
    let separator = '\n';
    for (const record of list()) {
      write(separator + JSON.stringify(record));
      separator = ',\n';
      done += 1;
      if (done % RECORDS_PER_BREATH !== 0) continue;
      control.onProgress?.({ done: Math.min(done, total), total });
      await breathe();
      if (control.signal?.aborted) return exportCancelled();
    }
    write(separator === '\n' ? ']' : '\n]');
  }
  write('\n}\n');
  return succeed({ bytes: joinBytes(pieces), remarks: [] });
}

/** The lists of the document in order. Statistics are there from the start, so that readers need not change. */
function listsOf(index: MaterialIndex): Lists {
  const { records } = index.material;
  return {
    interventions: () => records.intervention,
    people: () => records.person,
    sources: () => sourcesOf(index),
    participants: () =>
      records.participant.map((item) => ({ ...item, interventions: Object.keys(item.interventions) })),
    codes: () => records.code.map((code) => ({ ...code, path: index.codebook.pathOf(code.id) })),
    codings: () => codingsOf(index),
    statistics: () => [],
    findings: () => findingsOf(index),
    conclusions: () => records.conclusion.map((item) => ({ ...item, findings: Object.keys(item.findings) })),
    recommendations: () =>
      records.recommendation.map((item) => ({
        ...item,
        criteria: Object.keys(item.criteria),
        findings: Object.keys(item.findings),
        conclusions: Object.keys(item.conclusions),
      })),
    lessonsAndPractices: () => records.learning.map((item) => ({ ...item, findings: Object.keys(item.findings) })),
    judgements: () => records.judgement,
  };
}

function* sourcesOf(index: MaterialIndex): Generator {
  for (const source of index.material.records.source) {
    const content = index.material.contents.get(source.revision);
    yield {
      ...source,
      interventions: Object.keys(source.interventions),
      text: content?.text ?? null,
      segments: content?.segments ?? [],
      table: content?.table ?? null,
    };
  }
}

function* codingsOf(index: MaterialIndex): Generator {
  for (const coding of index.material.records.coding) {
    const text = index.material.contents.get(coding.revision)?.text;
    yield { ...coding, quote: text?.slice(coding.start, coding.end) ?? null };
  }
}

function* findingsOf(index: MaterialIndex): Generator {
  const codings = new Map(index.material.records.coding.map((coding) => [coding.id, coding]));
  for (const finding of index.material.records.finding) {
    const evidence = Object.entries(finding.evidence).map(([id, link]) => {
      const coding = codings.get(id as never);
      return { coding: id, linked: link, flags: flagEvidence(link, coding) };
    });
    yield { ...finding, evidence };
  }
}
