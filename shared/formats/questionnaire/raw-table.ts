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

/** As wide as the headers, or as most rows where these are wider. */
export function tableWidth(rows: readonly (readonly string[])[]): number {
  return Math.max(rows[0]?.length ?? 0, commonWidth(rows));
}

/** The number of cells that most rows have; the larger one of two equally frequent. */
function commonWidth(rows: readonly (readonly string[])[]): number {
  const counts = new Map<number, number>();
  for (const row of rows) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
  let common = 0;
  let most = 0;
  for (const [width, count] of counts) {
    if (count > most || (count === most && width > common)) [common, most] = [width, count];
  }
  return common;
}
