/** Writes any deliverable: first what may go out is selected, in one place, and only that reaches a writer. */
import { succeed } from '#shared/basics/result.ts';
import type { CodingId } from '#shared/domain/coding/coding.ts';
import type {
  DeliverableFigures,
  DeliverableKind,
  DeliverableOrder,
  DeliverableResult,
  DeliverableTask,
  StaysOut,
} from '#shared/formats/deliverable/deliverable-order.ts';
import type { ExportControl, ExportResult } from '#shared/formats/deliverable/exported-file.ts';
import type { EvaluationMaterial } from '#shared/formats/deliverable/material.ts';
import type { MatrixTable } from '#shared/formats/deliverable/matrix-table.ts';
import { selectMaterial, type Selection } from '#shared/formats/deliverable/profile/select-material.ts';
import { wordsFrom, type Words } from '#shared/formats/deliverable/words.ts';
import type { FilterInWords } from '#shared/formats/spreadsheet/about-sheet.ts';
import type { Language } from '#shared/domain/evaluation/language.ts';

/** What a writer gets: only what the profile lets out. */
type Writing<Task> = {
  readonly task: Task;
  readonly material: EvaluationMaterial;
  readonly figures: DeliverableFigures;
  readonly request: { readonly words: Words; readonly language: Language; readonly exportedAt: string };
  readonly control: ExportControl;
  /** Only the full profile stays in the team. */
  readonly isForTeam: boolean;
};

type TaskOf<K> = DeliverableTask extends infer Task
  ? Task extends { readonly kind: infer Kinds }
    ? K extends Kinds
      ? Task
      : never
    : never
  : never;

type Writers = {
  readonly [K in DeliverableKind]: {
    readonly extension: string;
    /** Imported when asked for: the libraries behind some of them are large. */
    readonly write: (writing: Writing<TaskOf<K>>) => Promise<ExportResult>;
  };
};

/** The table of deliverables; tests go through it, so that a new one is checked like the others. */
export const deliverables: Writers = {
  'workbook-xlsx': {
    extension: 'xlsx',
    write: async ({ material, figures, request, control }) => {
      const { writeEvaluationWorkbook } = await import('#shared/formats/spreadsheet/evaluation-workbook.ts');
      return writeEvaluationWorkbook(material, { ...request, figures }, control);
    },
  },
  'tables-csv': {
    extension: 'zip',
    write: async ({ task, material, figures, request, control }) => {
      const { writeTablesCsv } = await import('#shared/formats/delimited/tables-csv.ts');
      return writeTablesCsv(material, { ...request, figures }, { delimiter: task.delimiter }, control);
    },
  },
  'table-csv': {
    extension: 'csv',
    write: async ({ task, material, figures, request, control }) => {
      const { writeTableCsv } = await import('#shared/formats/delimited/tables-csv.ts');
      const { table, delimiter } = task;
      return writeTableCsv(material, { ...request, figures, table }, { delimiter }, control);
    },
  },
  'excerpts-xlsx': {
    extension: 'xlsx',
    write: async ({ task, material, request, control }) => {
      const { writeCodedExcerptsWorkbook } = await import('#shared/formats/spreadsheet/coded-excerpts-workbook.ts');
      const codings = pick(material, task.codings);
      return writeCodedExcerptsWorkbook(material, { ...request, codings, filters: task.filters }, control);
    },
  },
  'excerpts-csv': {
    extension: 'csv',
    write: async ({ task, material, request, control }) => {
      const { writeCodedExcerptsCsv } = await import('#shared/formats/delimited/coded-excerpts-csv.ts');
      const codings = pick(material, task.codings);
      return writeCodedExcerptsCsv(material, { ...request, codings }, { delimiter: task.delimiter }, control);
    },
  },
  'matrix-xlsx': {
    extension: 'xlsx',
    write: async ({ task, material, request, control }) => {
      const { writeMatrixWorkbook } = await import('#shared/formats/spreadsheet/matrix-workbook.ts');
      return writeMatrixWorkbook(material, { ...request, ...task }, control);
    },
  },
  'findings-docx': {
    extension: 'docx',
    write: async ({ material, figures, request, control }) => {
      const { writeFindingsReport } = await import('#shared/formats/word/findings-report.ts');
      const judgements = [...figures.criteria.rows, ...figures.findings.rows];
      return writeFindingsReport(material, { ...request, judgements, findings: figures.findings }, control);
    },
  },
  'package-html': {
    extension: 'html',
    write: async ({ material, figures, request, control }) => {
      const { writeReviewerPackage } = await import('#shared/formats/html-package/reviewer-package.ts');
      return writeReviewerPackage(material, { ...request, figures }, control);
    },
  },
  'brief-docx': {
    extension: 'docx',
    write: async ({ material, request, control }) => {
      const { writeBriefDocx } = await import('#shared/formats/brief/brief-docx.ts');
      return writeBriefDocx(material, request, control);
    },
  },
  'brief-pdf': {
    extension: 'pdf',
    write: async ({ material, request }) => {
      const { writeBriefSheet } = await import('#shared/formats/brief/brief-sheet.ts');
      return writeBriefSheet(material, request);
    },
  },
  'exchange-qdpx': {
    extension: 'qdpx',
    write: async ({ task, material, request, isForTeam }) => {
      const { writeQdpx } = await import('#shared/formats/refi/write-qdpx.ts');
      const { shareableMaterial } = await import('#shared/formats/refi/shareable.ts');
      const shareable = shareableMaterial(material);
      const made = await writeQdpx(shareable.material, { ...request, flavour: task.flavour, isForTeam });
      return made.ok ? succeed({ ...made.value, remarks: shareable.remarks }) : made;
    },
  },
  'codebook-qdc': {
    extension: 'qdc',
    write: async ({ material, request }) => (await codebooks()).writeQdc(material, request),
  },
  'codebook-csv': {
    extension: 'csv',
    write: async ({ material, request }) => (await codebooks()).writeCodebookCsv(material, request),
  },
  'codebook-xlsx': {
    extension: 'xlsx',
    write: async ({ material, request }) => (await codebooks()).writeCodebookWorkbook(material, request),
  },
  'codebook-docx': {
    extension: 'docx',
    write: async ({ material, request }) => (await codebooks()).writeCodebookDocx(material, request),
  },
  'everything-json': {
    extension: 'json',
    write: async ({ material, request, control }) => {
      const { writeEvaluationJson } = await import('#shared/formats/json-export/evaluation-json.ts');
      return writeEvaluationJson(material, request, control);
    },
  },
};

function codebooks() {
  return import('#shared/formats/codebook/write-codebook.ts');
}

/** Selects and writes. */
export async function writeDeliverable(
  order: DeliverableOrder,
  control: ExportControl = {},
): Promise<DeliverableResult> {
  const { material, matrices, leftOut, withheld, clean } = select(order);
  if (control.signal?.aborted) return { ok: false, failure: { code: 'cancelled', values: {} } };
  const { language, exportedAt } = order;
  const { matrix, ...figures } = matrices;
  const task = selectTask(order.task, matrix, clean);
  const request = { words: wordsFrom(order.entries), language, exportedAt };
  const writer = deliverables[task.kind] as { write: (writing: Writing<DeliverableTask>) => Promise<ExportResult> };
  const written = await writer.write({
    task,
    material,
    figures,
    request,
    control,
    isForTeam: order.profile === 'full',
  });
  return written.ok ? succeed({ ...written.value, leftOut, withheld }) : written;
}

/** What would stay out of a deliverable: to be shown before it is written. */
export function previewDeliverable(order: DeliverableOrder): StaysOut {
  const { leftOut, withheld } = select(order);
  return { leftOut, withheld };
}

type Matrices = DeliverableFigures & { readonly matrix: MatrixTable | null };

function select(order: DeliverableOrder): Selection<Matrices> {
  const { profile, figures, task, names } = order;
  const matrices: Matrices = { ...figures, matrix: task.kind === 'matrix-xlsx' ? task.matrix : null };
  return selectMaterial(order.material, { profile, words: wordsFrom(order.entries), names, matrices });
}

/** The task with the matrix as it goes out, and its filters without names. */
function selectTask(
  task: DeliverableTask,
  matrix: MatrixTable | null,
  clean: (text: string) => string,
): DeliverableTask {
  const filtersOf = (filters: readonly FilterInWords[]) =>
    filters.map(({ name, value }) => ({ name: clean(name), value: clean(value) }));
  if (task.kind === 'matrix-xlsx' && matrix) return { ...task, matrix, filters: filtersOf(task.filters) };
  return 'filters' in task ? { ...task, filters: filtersOf(task.filters) } : task;
}

function pick(material: EvaluationMaterial, ids: readonly CodingId[] | undefined) {
  if (!ids) return material.records.coding;
  const wanted = new Set(ids);
  return material.records.coding.filter((coding) => wanted.has(coding.id));
}
