/** Which character parts the cells: the one that gives the same number of cells in every row. */
import { parseRecordsAtOnce } from '#shared/formats/questionnaire/parse-records.ts';

/** In order of trust: commas and, less so, semicolons stand in prose, tabs do not. */
const delimiters = ['\t', ';', ','] as const;

const sampleLength = 1 << 18;

type SniffedDelimiter = {
  readonly delimiter: string;
  /** Cells of the first row. */
  readonly columns: number;
  /** Rows of the sample that hold something, the first one included. */
  readonly rows: number;
  /** Share of the rows that have as many cells as the first and whose quotes close. */
  readonly regular: number;
  /** Share of the rows that have two cells or more, and none too many. */
  readonly fitting: number;
  readonly firstRow: readonly string[];
};

/**
 * The delimiter, or null when the text is no table. `isNamedAsTable`: one column of answers is a table as well,
 * and some ragged rows are forgiven; any other text has to look like a table all through.
 */
export function chooseDelimiter(text: string, isNamedAsTable: boolean): string | null {
  const sample = text.slice(0, sampleLength);
  // A text has to have headers, and most texts have no first line that could be some: that is seen without parsing.
  const possible = isNamedAsTable ? delimiters : delimiters.filter((delimiter) => mayHaveHeaders(sample, delimiter));
  if (possible.length === 0) return null;
  const tried = possible.map((delimiter) => tryDelimiter(sample, delimiter, sample.length < text.length));
  const [best] = tried
    .filter(({ firstRow }) => firstRow.filter((cell) => cell.trim() !== '').length > 1)
    .filter(({ columns, regular, fitting }) => regular > 0.5 || (isNamedAsTable && fitting > (columns > 2 ? 0.5 : 0.8)))
    .sort((a, b) => (Math.abs(a.regular - b.regular) > 0.02 ? b.regular - a.regular : b.columns - a.columns));
  if (isNamedAsTable) {
    if (best !== undefined) return best.delimiter;
    return tried.every(({ columns, rows, regular }) => columns === 1 && rows > 1 && regular >= 0.9) ? ',' : null;
  }
  if (best === undefined || best.columns < 3 || best.rows < 3 || best.regular < 0.95) return null;
  return looksLikeHeaders(best.firstRow) ? best.delimiter : null;
}

/** Three cells or more; headers in quotes may run over several lines. */
function mayHaveHeaders(sample: string, delimiter: string): boolean {
  const start = sample.search(/\S/);
  const end = sample.indexOf('\n', Math.max(0, start));
  const line = sample.slice(0, end === -1 ? sample.length : end);
  return line.includes('"') || line.split(delimiter, 3).length === 3;
}

/** Short, all different, no numbers or times: a transcript with tabs starts with somebody's words instead. */
function looksLikeHeaders(cells: readonly string[]): boolean {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  return (
    filled.length * 2 > cells.length &&
    new Set(filled).size === filled.length &&
    filled.every((cell) => cell.length <= 300 && !/^[\d\s.,:/-]+$/.test(cell) && !cell.endsWith(':'))
  );
}

function tryDelimiter(sample: string, delimiter: string, isCut: boolean): SniffedDelimiter {
  const records = parseRecordsAtOnce(sample, delimiter);
  const rows = isCut && records.rows.length > 1 ? records.rows.slice(0, -1) : records.rows;
  const firstRow = rows[0] ?? [];
  const broken = new Set(records.brokenQuotes);
  let regular = 0;
  let fitting = 0;
  rows.forEach((cells, index) => {
    if (cells.length === firstRow.length && !broken.has(records.numbers[index] ?? -1)) regular += 1;
    const used = cells.findLastIndex((cell) => cell !== '') + 1;
    if (cells.length > 1 && used <= firstRow.length) fitting += 1;
  });
  const share = (count: number): number => (rows.length === 0 ? 0 : count / rows.length);
  return {
    delimiter,
    columns: firstRow.length,
    rows: rows.length,
    regular: share(regular),
    fitting: share(fitting),
    firstRow,
  };
}

/** Excel writes `sep=;` as a first line of its own; it is no row. */
export function splitSeparatorLine(text: string): { readonly delimiter: string | null; readonly body: string } {
  const line = /^"?sep=([,;\t])"?\n/i.exec(text);
  if (line === null) return { delimiter: null, body: text };
  return { delimiter: line[1] ?? null, body: text.slice(line[0].length) };
}
