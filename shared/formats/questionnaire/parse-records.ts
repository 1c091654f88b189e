/**
 * The whole text -> records, in slices so that progress can be shown and reading can be cancelled.
 * A quote that is never closed would swallow the rest of the file: such a quote is taken as a character.
 */
import { isEmptyRow, parseRows } from '#shared/formats/questionnaire/parse-rows.ts';
import { breathe } from '#shared/formats/read-options.ts';
import type { ReadOptions } from '#shared/formats/read-options.ts';

export type Records = {
  /** Records that hold something, header rows included. */
  readonly rows: readonly string[][];
  /** Per record its number in the file, from 1, empty records counted. */
  readonly numbers: readonly number[];
  /** Numbers of the records whose quotes do not close as they should. */
  readonly brokenQuotes: readonly number[];
};

const sliceLength = 1 << 20;

/** A quoted cell that is still open after so much text was never closed. Spreadsheets hold 32,767 characters. */
const longestCell = 1 << 21;

/** What a spreadsheet can hold. Reading stops behind it, so that a file of line breaks does not fill the memory. */
export const longestTable = 1 << 20;

/** Each repair reads on from the repaired line; a file full of odd quotes must not take quadratic time. */
const repairLimit = 30;

/** Parses `text`, whose line breaks are `\n`; null when it was told to stop. Progress is in characters. */
export async function parseRecords(
  text: string,
  delimiter: string,
  { signal, onProgress }: Pick<ReadOptions, 'signal' | 'onProgress'> = {},
): Promise<Records | null> {
  const slices = parseSlices(text, delimiter);
  for (let slice = slices.next(); ; slice = slices.next()) {
    const done = slice.done === true ? text.length : slice.value;
    onProgress?.({ done, total: text.length });
    if (slice.done === true) return slice.value;
    if (done > 0) await breathe();
    if (signal?.aborted === true) return null;
  }
}

/** The same in one go, for a sample. */
export function parseRecordsAtOnce(text: string, delimiter: string): Records {
  const slices = parseSlices(text, delimiter);
  let slice = slices.next();
  while (slice.done !== true) slice = slices.next();
  return slice.value;
}

/** Yields how far it is before each slice, returns all records in the end. */
function* parseSlices(text: string, delimiter: string): Generator<number, Records, void> {
  const rows: string[][] = [];
  const numbers: number[] = [];
  const brokenQuotes: number[] = [];
  let recordNumber = 0;
  let position = 0;
  let length = sliceLength;
  let repairs = 0;

  const add = (row: string[], broken: boolean): void => {
    recordNumber += 1;
    if (broken) brokenQuotes.push(recordNumber);
    if (isEmptyRow(row)) return;
    rows.push(row);
    numbers.push(recordNumber);
  };

  while (position < text.length && rows.length <= longestTable) {
    yield position;
    if (repairs >= repairLimit) {
      for (const line of text.slice(position).split('\n')) add(line.split(delimiter), line.includes('"'));
      break;
    }

    const start = position;
    const isLast = start + length >= text.length;
    const parsed = parseRows(text.slice(start, start + length), delimiter);
    const isStuck = parsed.length === 1 && length >= longestCell && parsed[0]?.brokenQuote?.isOpen === true;
    // The last row of a slice may go on in the next one.
    if (!isLast && !isStuck) parsed.pop();
    if (parsed.length === 0) {
      length *= 2;
      continue;
    }
    length = sliceLength;
    for (const { cells, end, brokenQuote } of parsed) {
      const width = (rows[0] ?? cells).length;
      const repaired =
        brokenQuote === null
          ? null
          : repairRow(
              text.slice(position, start + end),
              start + brokenQuote.at - position,
              brokenQuote.isOpen,
              delimiter,
              width,
            );
      add(repaired?.cells ?? cells, brokenQuote !== null);
      position = repaired === null ? start + end : position + repaired.end;
      if (repaired !== null) {
        repairs += 1;
        break;
      }
    }
  }
  return { rows, numbers, brokenQuotes };
}

/**
 * Reads the line of a badly closed quote on its own, with that quote as a character. Null when the row is
 * better left as it was parsed: quotes inside a quoted cell (`"she said "yes" twice"`) cost nothing.
 */
function repairRow(
  row: string,
  quote: number,
  isOpen: boolean,
  delimiter: string,
  width: number,
): { readonly cells: string[]; readonly end: number } | null {
  const lineEnd = indexOrEnd(row, '\n', quote);
  if (!isOpen && lineEnd + 1 >= row.length) return null;
  const cellEnd = Math.min(indexOrEnd(row, delimiter, quote), lineEnd);
  const before = row.slice(0, quote);
  const asCharacter = parseOne(before + quoted(row.slice(quote, cellEnd)) + row.slice(cellEnd, lineEnd), delimiter);
  const asRestOfLine = parseOne(before + quoted(row.slice(quote + 1, lineEnd)), delimiter);
  const fitting = [asCharacter, asRestOfLine].find((cells) => cells.length === width);
  if (fitting !== undefined) return { cells: fitting, end: lineEnd + 1 };
  // Nothing fits: only a quote that took all the rest of the file is worth undoing.
  return isOpen ? { cells: asCharacter, end: lineEnd + 1 } : null;
}

function parseOne(line: string, delimiter: string): string[] {
  return parseRows(line, delimiter).flatMap((row) => row.cells);
}

function quoted(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`;
}

function indexOrEnd(text: string, part: string, from: number): number {
  const index = text.indexOf(part, from);
  return index < 0 ? text.length : index;
}
