/** A table as it stands in the file, before anybody says what its columns mean: header rows read, nothing lost. */
import type { ImportWarning } from '#shared/formats/imported-source.ts';
import type { Records } from '#shared/formats/questionnaire/parse-records.ts';
import { readHeaders } from '#shared/formats/questionnaire/read-headers.ts';
import type { RawColumn } from '#shared/formats/questionnaire/read-headers.ts';

export type RawTable = {
  readonly columns: readonly RawColumn[];
  /** As many cells in each row as there are columns, verbatim. */
  readonly rows: readonly (readonly string[])[];
  readonly headerRows: number;
  readonly warnings: readonly ImportWarning[];
};

/**
 * Squares the records and reads the headers. Short rows are filled up with empty cells; the cells that a row
 * has too many are kept together, parted as in the file, in one column added at the end.
 */
export function buildTable(records: Records, delimiter: string, headerRows?: number): RawTable {
  const width = tableWidth(records.rows);
  const ragged: number[] = [];
  let hasExtra = false;
  const squared = records.rows.map((cells, index) => {
    const extra = cells.length > width ? cells.slice(width) : [];
    const isLonger = extra.some((cell) => cell !== '');
    hasExtra ||= isLonger;
    if (cells.length < width || isLonger) ragged.push(records.numbers[index] ?? index + 1);
    const row = cells.length > width ? cells.slice(0, width) : cells;
    while (row.length < width) row.push('');
    return isLonger ? [...row, extra.join(delimiter)] : row;
  });
  if (hasExtra) for (const row of squared) if (row.length === width) row.push('');

  const headers = readHeaders(squared, headerRows);
  const warnings: ImportWarning[] = [];
  if (ragged.length > 0) {
    warnings.push({ code: 'ragged-rows', values: { count: ragged.length, firstRow: ragged[0] ?? 0 } });
  }
  if (records.brokenQuotes.length > 0) {
    const row = records.brokenQuotes[0] ?? 0;
    warnings.push({ code: 'unclosed-quote', values: { row, count: records.brokenQuotes.length } });
  }
  if (headers.duplicates > 0) warnings.push({ code: 'duplicate-headers', values: { count: headers.duplicates } });
  return {
    columns: headers.columns,
    rows: squared.slice(headers.headerRows),
    headerRows: headers.headerRows,
    warnings,
  };
}

/** As wide as the headers, or as the rows where more of them are wider than are as wide as the headers. */
export function tableWidth(rows: readonly (readonly string[])[]): number {
  const headers = rows[0]?.length ?? 0;
  const counts = new Map<number, number>();
  for (const row of rows.slice(1)) {
    const width = row.length <= headers ? row.length : Math.max(headers, row.findLastIndex((cell) => cell !== '') + 1);
    counts.set(width, (counts.get(width) ?? 0) + 1);
  }
  let widest = headers;
  let most = counts.get(headers) ?? 0;
  for (const [width, count] of counts) if (width > headers && count > most) [widest, most] = [width, count];
  return widest;
}
