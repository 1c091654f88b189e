/** How long deliverables take: all tables as a workbook, and a report of 500 quotes. */
import english from '#shared/locales/en/export.json' with { type: 'json' };
import { linkEvidence } from '#shared/domain/evidence/evidence-link.ts';
import { buildMatrix } from '#shared/analysis/matrix.ts';
import { CodingFacts } from '#shared/analysis/coding-facts.ts';
import { asId } from '#shared/basics/ids.ts';
import type { Finding } from '#shared/domain/findings/finding.ts';
import type { Project } from '#shared/domain/project/project.ts';
import type { ContentHash, SourceContent } from '#shared/domain/source/source-content.ts';
import type { DeliverableOrder, DeliverableTask } from '#shared/formats/deliverable/deliverable-order.ts';
import { gatherMaterial, type EvaluationMaterial } from '#shared/formats/deliverable/material.ts';
import { writeDeliverable } from '#shared/formats/deliverable/write-deliverable.ts';

type Built = { readonly project: Project; readonly contents: ReadonlyMap<ContentHash, SourceContent> };
type Measure = (
  name: string,
  prepare: () => DeliverableOrder,
  work: (order: DeliverableOrder) => unknown,
) => Promise<void>;

const QUOTES = 500;
const QUOTES_PER_FINDING = 25;

/** Runs the measurements. */
export async function measureExports({ project, contents }: Built, measure: Measure): Promise<void> {
  const material = gatherMaterial(project, contents);
  const facts = new CodingFacts(project, (_source, revision) => contents.get(revision)?.segments);
  const matrixOf = (rows: 'criterion' | 'finding') => buildMatrix(project, { rows, columns: 'method', facts });
  const figures = { criteria: matrixOf('criterion'), findings: matrixOf('finding') };
  const order = (task: DeliverableTask, of: EvaluationMaterial): DeliverableOrder => ({
    task,
    profile: 'full',
    material: of,
    figures,
    names: [],
    language: 'en',
    entries: english,
    exportedAt: '2026-01-01T00:00:00.000Z',
  });
  const write = async (one: DeliverableOrder): Promise<void> => {
    const written = await writeDeliverable(one);
    if (!written.ok) throw new Error(written.failure.code);
  };
  await measure('export-workbook', () => order({ kind: 'workbook-xlsx' }, material), write);
  await measure('export-excerpts-xlsx', () => order({ kind: 'excerpts-xlsx', filters: [] }, material), write);
  await measure('export-report-500-quotes', () => order({ kind: 'findings-docx' }, withFindings(material)), write);
}

/** The material with findings that rest on its first quotes. */
function withFindings(material: EvaluationMaterial): EvaluationMaterial {
  const quotes = material.records.coding.slice(0, QUOTES);
  const [criterion] = material.records.code;
  if (!criterion) throw new Error('The workload has no code.');
  const finding = Array.from({ length: Math.ceil(quotes.length / QUOTES_PER_FINDING) }, (_, place): Finding => ({
    id: asId(`finding-${place}`),
    number: `F1.${place + 1}`,
    criterion: criterion.id,
    title: `Finding ${place + 1}`,
    text: 'What the evidence says.',
    strength: null,
    strengthReason: '',
    contested: '',
    order: place,
    evidence: Object.fromEntries(
      quotes
        .slice(place * QUOTES_PER_FINDING, (place + 1) * QUOTES_PER_FINDING)
        .map((coding) => [coding.id, linkEvidence(coding)]),
    ),
    statistics: {},
  }));
  return { ...material, records: { ...material.records, finding } };
}
