/** Which sheet of a spreadsheet holds the answers, and in which row its headers stand. */
import type { ImportWarning } from '#shared/formats/imported-source.ts';
import type { Records } from '#shared/formats/questionnaire/parse-records.ts';
import { countFilled, fillMergedRows } from '#shared/formats/workbook/sheet-rows.ts';
import type { SheetRows } from '#shared/formats/workbook/sheet-rows.ts';

export type SheetTable = {
  readonly sheet: string;
  /** Number of the row with the headers, as the spreadsheet shows it. */
  readonly firstRow: number;
  readonly records: Records;
  /** Headings that stand over several columns, per column; '' where there is none. */
  readonly groups: readonly string[];
  readonly warnings: readonly ImportWarning[];
};

/** Title rows are looked for no further down. */
const titleLimit = 30;

/** Null when no sheet holds anything, or none has the wanted name. */
export function chooseSheetTable(
  sheets: readonly SheetRows[],
  wanted: { readonly sheet?: string | null; readonly firstRow?: number | null } = {},
): SheetTable | null {
  const sheet = chooseSheet(sheets, wanted.sheet ?? null);
  if (sheet === undefined) return null;
  fillMergedRows(sheet);
  const first = firstRowOf(sheet, wanted.firstRow ?? null);
  const others = sheets.filter((other) => other !== sheet && other.rows.length > 0);
  const warnings: ImportWarning[] = [];
  if (others.length > 0) {
    const names = others.map(({ name }) => name).join(', ');
    warnings.push({ code: 'other-sheets', values: { sheet: sheet.name, count: others.length, names } });
  }
  if (first > 0) warnings.push({ code: 'rows-above-headers', values: { count: first } });
  return {
    sheet: sheet.name,
    firstRow: sheet.numbers[first] ?? 1,
    records: { rows: padded(sheet.rows.slice(first)), numbers: sheet.numbers.slice(first), brokenQuotes: [] },
    groups: groupsAbove(sheet, first),
    warnings,
  };
}

/** A spreadsheet writes no empty cells at the end of a row; that is no irregularity. */
function padded(rows: readonly string[][]): readonly string[][] {
  const width = rows[0]?.length ?? 0;
  for (const row of rows) while (row.length < width) row.push('');
  return rows;
}

/** The first visible one that holds about as much as the fullest; exports put the main table first. */
function chooseSheet(sheets: readonly SheetRows[], wanted: string | null): SheetRows | undefined {
  if (wanted !== null) return sheets.find(({ name }) => name === wanted);
  const visible = sheets.filter(({ isHidden, rows }) => !isHidden && rows.length > 0);
  const counts = visible.map(countFilled);
  const most = Math.max(0, ...counts);
  return visible.find((_, index) => (counts[index] ?? 0) >= most * 0.2);
}

/** Index of the row with the headers: the first that is about as wide as the full rows are. */
function firstRowOf(sheet: SheetRows, wanted: number | null): number {
  if (wanted !== null) return Math.max(0, sheet.numbers.indexOf(wanted));
  const widths = sheet.rows.slice(0, titleLimit + 20).map((row) => row.filter((cell) => cell !== '').length);
  const sorted = [...widths].sort((one, other) => other - one);
  const usual = sorted[Math.floor(sorted.length / 4)] ?? 0;
  const needed = Math.max(Math.min(2, usual), usual * 0.6);
  const first = widths.slice(0, titleLimit).findIndex((width) => width >= needed);
  return Math.max(0, first);
}

/** Merged cells of the row right above the headers name several of them together. */
function groupsAbove(sheet: SheetRows, first: number): readonly string[] {
  const headers = sheet.rows[first] ?? [];
  const groups = headers.map(() => '');
  const above = sheet.rows[first - 1];
  const number = sheet.numbers[first - 1];
  if (above === undefined || number === undefined || number + 1 !== sheet.numbers[first]) return groups;
  for (const { top, bottom, left, right } of sheet.merged) {
    const title = (above[left] ?? '').trim();
    // What stands over the whole table is its title.
    if (top > number || bottom < number || title === '' || right === left || right - left + 1 >= headers.length)
      continue;
    for (let column = left; column <= right && column < groups.length; column += 1) groups[column] = title;
  }
  return groups;
}
