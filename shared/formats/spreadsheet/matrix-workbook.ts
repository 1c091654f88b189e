/** The triangulation matrix as xlsx: counts of independent sources with directions, and the excerpts behind each cell. */
import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts';
import { strengthInWords } from '#shared/formats/deliverable/strength-in-words.ts';
import type { Coding, CodingId } from '#shared/domain/coding/coding.ts';
import { excerptTable, type ExcerptTable } from '#shared/formats/deliverable/excerpt-table.ts';
import type { ExportControl, ExportResult } from '#shared/formats/deliverable/exported-file.ts';
import {
  columnName,
  convergenceInWords,
  type MatrixTable,
  type MatrixTableCell,
  type MatrixTableRow,
} from '#shared/formats/deliverable/matrix-table.ts';
import { indexMaterial, type EvaluationMaterial } from '#shared/formats/deliverable/material.ts';
import type { Words } from '#shared/formats/deliverable/words.ts';
import { aboutSheet, longTextWords } from '#shared/formats/spreadsheet/about-sheet.ts';
import { tableRemarks, type ExcerptExportRequest } from '#shared/formats/spreadsheet/coded-excerpts-workbook.ts';
import { excerptSheet, type ExcerptLine } from '#shared/formats/spreadsheet/excerpt-sheet.ts';
import { leftOutSheets } from '#shared/formats/spreadsheet/left-out-sheet.ts';
import { heatStyle, strongStyle, wrapStyle } from '#shared/formats/spreadsheet/look.ts';
import type { Cell, Column, Row, Sheet } from '#shared/formats/spreadsheet/workbook.ts';
import { writeWorkbook } from '#shared/formats/spreadsheet/write-workbook.ts';

export type MatrixExportRequest = Omit<ExcerptExportRequest, 'codings'> & {
  readonly matrix: MatrixTable;
  /** What the rows are: `criterion`, `code`, `finding`. */
  readonly rows: string;
  /** What the columns are: `method`, `group`, `intervention`, `attribute:Estado`. */
  readonly columns: string;
};

/** Writes the workbook. */
export async function writeMatrixWorkbook(
  material: EvaluationMaterial,
  request: MatrixExportRequest,
  control: ExportControl = {},
): Promise<ExportResult> {
  const { words, matrix } = request;
  const index = indexMaterial(material);
  const codings = new Map(material.records.coding.map((coding) => [coding.id, coding]));
  const allLines = linesBehind(request, codings);
  const table = excerptTable(index, [...new Set(allLines.map((line) => line.coding))], words);
  // Counts are of everybody who spoke; words only of those who agreed.
  const shown = new Set(table.codings);
  const lines = allLines.filter((line) => shown.has(line.coding));
  const columns = matrixColumns(request, index.evaluation);
  const remarks = tableRemarks(table);
  const about = aboutSheet(
    index,
    {
      purpose: words('about.matrix'),
      exportedAt: request.exportedAt,
      filters: request.filters ?? [],
      counts: [
        { name: words('count.rows'), count: matrix.rows.length },
        { name: words('count.excerpts'), count: table.codings.length },
        { name: words('count.sources'), count: index.sources.size },
      ],
      notes: [
        words('note.independent-sources'),
        words('note.directions'),
        words('note.convergence'),
        words('note.texts-are-texts'),
      ],
      columns: columns.map(({ header, meaning }) => ({ header, meaning })),
      remarks,
    },
    words,
  );
  const result = await writeWorkbook(
    {
      title: `${index.evaluation.title}: ${words('sheet.matrix')}`,
      language: request.language,
      createdAt: request.exportedAt,
      sheets: [
        matrixSheet(matrix, columns, words),
        excerptsBehind(table, lines, words),
        ...leftOutSheets(table.leftOut, words),
        about,
      ],
      longTexts: longTextWords(words),
    },
    control,
  );
  return result.ok ? { ...result, value: { ...result.value, remarks: [...remarks, ...result.value.remarks] } } : result;
}

type MatrixSheetColumn = Column & {
  readonly meaning: string;
  readonly read: (row: MatrixTableRow, largest: number) => Cell;
};

function matrixSheet(matrix: MatrixTable, columns: readonly MatrixSheetColumn[], words: Words): Sheet {
  const largest = Math.max(1, ...matrix.rows.flatMap((row) => row.cells.map((cell) => cell.independentSources ?? 0)));
  const rows: Row[] = matrix.rows.map((row) => columns.map((column) => column.read(row, largest)));
  return {
    name: words('sheet.matrix'),
    hasHeaderRow: true,
    frozenColumns: 1,
    isLandscape: true,
    columns,
    rows,
    rowCount: rows.length,
  };
}

/** Two columns for each of the matrix, a number and the directions, so that both can be sorted and reckoned with. */
function matrixColumns(request: MatrixExportRequest, evaluation: Evaluation): readonly MatrixSheetColumn[] {
  const { matrix, words } = request;
  const names = new Map(matrix.columns.map((column) => [column.id, columnName(column, request.columns, words)]));
  const text = (id: string, width: number, read: (row: MatrixTableRow) => string): MatrixSheetColumn => ({
    header: words(`matrix.${id}`),
    meaning: words(`matrix-meaning.${id}`),
    width,
    style: wrapStyle,
    read,
  });
  const silences = (row: MatrixTableRow): string =>
    row.convergence.silent
      .map(({ column, kind }) => `${names.get(column) ?? column}: ${words(`silence.${kind}`)}`)
      .join('; ');
  return [
    {
      header: words(`matrix-rows.${request.rows}`),
      meaning: words('matrix-meaning.row'),
      width: 34,
      read: (row) => ({
        value: `${'   '.repeat(row.depth)}${row.label}`,
        style: row.depth === 0 ? strongStyle : wrapStyle,
      }),
    },
    ...matrix.columns.flatMap((column): MatrixSheetColumn[] => {
      const name = names.get(column.id) ?? column.id;
      const cellOf = (row: MatrixTableRow): MatrixTableCell | undefined =>
        row.cells.find((cell) => cell.column === column.id);
      return [
        {
          header: words('matrix.sources-of', { column: name, potential: column.potentialVoices }),
          meaning: words('matrix-meaning.sources-of', { column: name, potential: column.potentialVoices }),
          width: 16,
          type: 'number',
          read: (row, largest) => {
            const cell = cellOf(row);
            const count = cell ? cell.independentSources : 0;
            return { value: count ?? words('matrix.hidden'), style: heatStyle(count ?? 0, largest) };
          },
        },
        {
          header: words('matrix.directions-of', { column: name }),
          meaning: words('matrix-meaning.directions-of', { column: name }),
          width: 18,
          style: { align: 'center' },
          read: (row) => directionsInWords(cellOf(row)),
        },
      ];
    }),
    {
      ...text('independent-sources', 16, () => ''),
      type: 'number',
      style: { align: 'center' },
      read: (row) => row.independentSources ?? words('matrix.hidden'),
    },
    {
      ...text('methods', 10, () => ''),
      type: 'number',
      style: { align: 'center' },
      read: (row) => row.methods.length,
    },
    text('convergence-suggested', 18, ({ convergence }) => convergenceInWords(convergence.suggested, words)),
    text('convergence-judged', 18, ({ convergence: { judgement } }) =>
      judgement ? convergenceInWords(judgement.convergence, words) : '',
    ),
    text('convergence-reason', 44, ({ convergence }) => convergence.judgement?.reason ?? ''),
    text('silent', 30, silences),
    text('strength-suggested', 16, ({ strength }) => words(`strength-level.${strength.suggested}`)),
    text('strength-judged', 14, ({ strength }) =>
      strength.judged ? strengthInWords(strength.judged, evaluation, words) : '',
    ),
    text('strength-reason', 40, ({ strength }) => strength.reason),
  ];
}

/** Such as `▲ 8  ▼ 1`: independent sources by what they say, one vote each. */
function directionsInWords(cell: MatrixTableCell | undefined): string {
  if (!cell || cell.independentSources === null) return '';
  if (cell.supports === null || cell.contradicts === null || cell.mixed === null) return '';
  const neutral = cell.independentSources - cell.supports - cell.contradicts - cell.mixed;
  const counts = [
    ['▲', cell.supports],
    ['▼', cell.contradicts],
    ['◆', cell.mixed],
    ['●', neutral],
  ] as const;
  return counts
    .filter(([, count]) => count > 0)
    .map(([glyph, count]) => `${glyph} ${count}`)
    .join('  ');
}

/** One line per row, column and excerpt: an excerpt that counts in several cells stands under each. */
function linesBehind(request: MatrixExportRequest, codings: ReadonlyMap<CodingId, Coding>): readonly ExcerptLine[] {
  const names = new Map(
    request.matrix.columns.map((column) => [column.id, columnName(column, request.columns, request.words)]),
  );
  return request.matrix.rows.flatMap((row) =>
    row.cells.flatMap((cell) =>
      cell.codings.flatMap((id) => {
        const coding = codings.get(id);
        return coding ? [{ before: [row.label, names.get(cell.column) ?? cell.column], coding }] : [];
      }),
    ),
  );
}

function excerptsBehind(table: ExcerptTable, lines: readonly ExcerptLine[], words: Words): Sheet {
  const before: readonly Column[] = [
    { header: words('matrix.behind-row'), width: 28, style: wrapStyle },
    { header: words('matrix.behind-column'), width: 18, style: wrapStyle },
  ];
  return excerptSheet(words('sheet.matrix-excerpts'), table, { count: lines.length, entries: lines }, before);
}
