/** Text -> rows of cells by RFC 4180, one slice of text at a time. The only place that imports papaparse. */
import Papa from 'papaparse';

/** An opening quote with something wrong behind it: never closed, or closed in the middle of its cell. */
export type BrokenQuote = { readonly at: number; readonly isOpen: boolean };

export type ParsedRow = {
  readonly cells: string[];
  /** Where the row ends in the text, its line break included. */
  readonly end: number;
  readonly brokenQuote: BrokenQuote | null;
};

/** Parses all of `text`, whose line breaks are `\n`. Text after the last line break is a row, even when empty. */
export function parseRows(text: string, delimiter: string): ParsedRow[] {
  const rows: ParsedRow[] = [];
  Papa.parse(text, {
    delimiter,
    newline: '\n',
    // The fast mode splits the whole text at once and looks for quotes in all of it, slice after slice.
    fastMode: false,
    step: ({ data, errors, meta }) => {
      const open = errors.find((problem) => problem.code === 'MissingQuotes');
      const index = (open ?? errors[0])?.index;
      const brokenQuote = index === undefined ? null : { at: index - 1, isOpen: open !== undefined };
      rows.push({ cells: data, end: meta.cursor, brokenQuote });
    },
  });
  return rows;
}

/** True when nobody wrote anything into the row. */
export function isEmptyRow(row: readonly string[]): boolean {
  return row.every((cell) => cell === '');
}
