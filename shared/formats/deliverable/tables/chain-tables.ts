/** Findings and what rests on them as tables: evidence matrix, summary matrix, recommendations, lessons. */
import { directionGlyphs } from '#shared/domain/coding/coding.ts';
import type { Finding } from '#shared/domain/findings/finding.ts';
import type { Learning } from '#shared/domain/findings/learning.ts';
import type { Recommendation } from '#shared/domain/findings/recommendation.ts';
import { sourceMethods, type SourceMethod } from '#shared/domain/source/source.ts';
import {
  convergenceInWords,
  type MatrixTable,
  type MatrixTableCell,
  type MatrixTableRow,
} from '#shared/formats/deliverable/matrix-table.ts';
import type { MaterialIndex } from '#shared/formats/deliverable/material.ts';
import { strengthInWords } from '#shared/formats/deliverable/strength-in-words.ts';
import { columnsOf, SEPARATOR, tableOf, type DataTable } from '#shared/formats/deliverable/tables/data-table.ts';
import type { Words } from '#shared/formats/deliverable/words.ts';

type FindingLine = {
  readonly finding: Finding;
  readonly criterion: string;
  readonly row: MatrixTableRow | undefined;
};

/** One row per finding: what each method says, how the methods agree, how strong it is. */
export function evidenceMatrix(index: MaterialIndex, findings: MatrixTable, words: Words, hasIds = true): DataTable {
  const column = columnsOf<FindingLine>(words);
  const scale = index.evaluation;
  const questions = new Map(index.material.records.question.map((item) => [item.id as string, item.number]));
  const judgement = ({ finding, row }: FindingLine) =>
    row
      ? row.convergence.judgement
      : (index.material.records.judgement.find(({ subject }) => subject === finding.id) ?? null);
  return tableOf(
    'evidence-matrix',
    [
      column('number', 8, ({ finding }) => finding.number),
      column('criterion', 18, ({ criterion }) => criterion),
      column('questions', 12, ({ finding }) => namesOf(finding.questions ?? {}, questions)),
      column('finding', 50, ({ finding }) => [finding.title, finding.text].filter(Boolean).join('\n')),
      ...sourceMethods.map((method) => ({
        ...column(`method-${method}`, 30, ({ row }) => methodCell(row, method, words, hasIds)),
        header: words(`methods.${method}`),
      })),
      column('convergence-suggested', 18, ({ row }) =>
        row ? convergenceInWords(row.convergence.suggested, words) : '',
      ),
      column('convergence-judged', 18, (line) => {
        const judged = judgement(line);
        return judged ? convergenceInWords(judged.convergence, words) : '';
      }),
      column('convergence-reason', 36, (line) => judgement(line)?.reason ?? ''),
      column('silence', 26, ({ row }) => silences(row, words)),
      column(
        'independent-sources',
        12,
        ({ row }) => (row ? (row.independentSources ?? words('matrix.hidden')) : 0),
        'number',
      ),
      column('methods-count', 10, ({ row }) => row?.methods.length ?? 0, 'number'),
      column('contrary-answer', 40, ({ finding }) => finding.contested),
      column('strength-suggested', 16, ({ row }) => (row ? words(`strength-level.${row.strength.suggested}`) : '')),
      column('strength', 14, ({ finding }) =>
        finding.strength ? strengthInWords(finding.strength, scale, words) : '',
      ),
      column('strength-reason', 40, ({ finding }) => finding.strengthReason),
    ],
    linesOf(index, findings),
    1,
  );
}

/** The summary matrix of UN evaluations: findings, the evidence that substantiates them, recommendations. */
export function summaryMatrix(index: MaterialIndex, findings: MatrixTable, words: Words): DataTable {
  const { recommendation } = index.material.records;
  const column = columnsOf<FindingLine>(words);
  return tableOf(
    'summary-matrix',
    [
      column(
        'summary-finding',
        60,
        ({ finding, criterion }) =>
          `${finding.number} ${finding.title || finding.text}${criterion ? ` (${criterion})` : ''}`,
      ),
      column('summary-evidence', 50, ({ row, finding }) => substantiation(row, finding, index, words)),
      column('summary-recommendations', 60, ({ finding }) =>
        recommendation
          .filter((item) => restsOn(item, finding, index))
          .map((item) => `${item.number} ${item.text} (${words(`priority.${item.priority}`)})`)
          .join('\n'),
      ),
    ],
    linesOf(index, findings),
    0,
  );
}

/** A recommendation rests on a finding itself or through a conclusion. */
function restsOn(item: Recommendation, finding: Finding, index: MaterialIndex): boolean {
  if (item.findings[finding.id]) return true;
  return index.material.records.conclusion.some(
    (conclusion) => item.conclusions[conclusion.id] && conclusion.findings[finding.id],
  );
}

/** Recommendations, one row each. */
export function recommendationTable(index: MaterialIndex, words: Words): DataTable {
  const { finding, conclusion, recommendation, code } = index.material.records;
  const column = columnsOf<Recommendation>(words);
  const numbers = (items: readonly { readonly id: string; readonly number: string }[]) =>
    new Map(items.map((item) => [item.id, item.number]));
  const names = new Map(code.map((item) => [item.id as string, item.name]));
  return tableOf(
    'recommendations',
    [
      column('number', 8, ({ number }) => number),
      column('recommendation', 60, ({ text }) => text),
      column('criteria', 24, ({ criteria }) => namesOf(criteria, names)),
      column('findings', 14, ({ findings }) => namesOf(findings, numbers(finding))),
      column('conclusions', 12, ({ conclusions }) => namesOf(conclusions, numbers(conclusion))),
      column('addressee', 22, ({ addressee }) => addressee),
      column('priority', 12, ({ priority }) => words(`priority.${priority}`)),
      column('timeframe', 14, ({ timeframe }) => timeframe),
    ],
    recommendation,
  );
}

/** Lessons learned and good practices. */
export function learningTable(index: MaterialIndex, words: Words): DataTable {
  const { finding, learning } = index.material.records;
  const column = columnsOf<Learning>(words);
  const numbers = new Map(finding.map((item) => [item.id as string, item.number]));
  const criteria = new Map(
    finding.map((item) => [item.id as string, index.codebook.rootOf(item.criterion)?.name ?? '']),
  );
  return tableOf(
    'learnings',
    [
      column('number', 8, ({ number }) => number),
      column('learning-type', 16, ({ type }) => words(`learning-type.${type}`)),
      column('learning', 70, ({ text }) => text),
      column('findings', 14, ({ findings }) => namesOf(findings, numbers)),
      column('criteria', 24, ({ findings }) => namesOf(findings, criteria)),
    ],
    learning,
  );
}

/** Findings in the order of their criteria, each with its row of the matrix. */
function linesOf(index: MaterialIndex, findings: MatrixTable): readonly FindingLine[] {
  const rows = new Map(findings.rows.map((row) => [row.id, row]));
  const places = new Map(index.codebook.roots.map((root, place) => [root.id as string, place]));
  return index.material.records.finding
    .map((finding) => ({
      finding,
      root: index.codebook.rootOf(finding.criterion),
      row: rows.get(finding.id),
    }))
    .sort((a, b) => (places.get(a.root?.id ?? '') ?? 1e9) - (places.get(b.root?.id ?? '') ?? 1e9))
    .map(({ finding, root, row }) => ({ finding, criterion: root?.name ?? '', row }));
}

/** Such as `4: ▲ 3, ▼ 1` and the ids of the excerpts. */
function methodCell(row: MatrixTableRow | undefined, method: SourceMethod, words: Words, hasIds: boolean): string {
  const cell = row?.cells.find(({ column }) => column === method);
  if (!cell || cell.independentSources === 0) return '';
  const ids = hasIds && cell.codings.length > 0 ? `\n[${cell.codings.join(', ')}]` : '';
  return `${voicesInWords(cell, words)}${ids}`;
}

/** Independent sources with their directions, or that they are hidden. */
function voicesInWords(cell: MatrixTableCell, words: Words): string {
  const { independentSources, supports, contradicts, mixed } = cell;
  if (independentSources === null) return words('matrix.hidden');
  if (supports === null || contradicts === null || mixed === null) return String(independentSources);
  const neutral = independentSources - supports - contradicts - mixed;
  const parts = Object.entries({ supports, contradicts, mixed, neutral }).flatMap(([direction, count]) =>
    count > 0 ? [`${directionGlyphs[direction as keyof typeof directionGlyphs]} ${count}`] : [],
  );
  return `${independentSources}: ${parts.join(', ')}`;
}

function substantiation(
  row: MatrixTableRow | undefined,
  finding: Finding,
  { evaluation: scale }: MaterialIndex,
  words: Words,
): string {
  const lines = (row?.cells ?? []).flatMap((cell) => {
    if (cell.independentSources === 0 || !sourceMethods.includes(cell.column as SourceMethod)) return [];
    return [`${words(`methods.${cell.column}`)} ${voicesInWords(cell, words)}`];
  });
  const strength = finding.strength
    ? [`${words('report.strength')}: ${strengthInWords(finding.strength, scale, words)}`]
    : [];
  return [...lines, ...strength].join('\n');
}

function silences(row: MatrixTableRow | undefined, words: Words): string {
  return (row?.convergence.silent ?? [])
    .map(({ column, kind }) => `${words(`methods.${column}`)}: ${words(`silence.${kind}`)}`)
    .join(SEPARATOR);
}

/** Names of what is linked, each once, in the order in which they stand. */
export function namesOf(linked: Readonly<Record<string, true>>, names: ReadonlyMap<string, string>): string {
  return [...new Set([...names].flatMap(([id, name]) => (linked[id] ? [name] : [])))].filter(Boolean).join(', ');
}
