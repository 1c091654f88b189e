/** Excel 97 files (xls), read by SheetJS; what a cell shows follows the same rules as in xlsx. */
import { read, SSF } from '@e965/xlsx';
import { fail, succeed } from '#shared/basics/result.ts';
import type { Result } from '#shared/basics/result.ts';
import type { ImportFailure } from '#shared/formats/imported-source.ts';
import { openCompoundFile } from '#shared/formats/ole/compound-file.ts';
import { numberKind, showNumber } from '#shared/formats/workbook/number-format.ts';
import type { SheetRows } from '#shared/formats/workbook/sheet-rows.ts';

type Cell = { readonly t: string; readonly v?: unknown; readonly z?: unknown; readonly w?: string };
type Sheet = {
  readonly '!data'?: readonly (readonly (Cell | undefined)[] | undefined)[];
  readonly '!merges'?: readonly {
    readonly s: { readonly r: number; readonly c: number };
    readonly e: { readonly r: number; readonly c: number };
  }[];
};

/** The library holds everything at once, so its files must be smaller; an xls ends at 65,536 rows anyway. */
const LIMIT_MEGABYTES = 60;

const damaged: ImportFailure = { code: 'damaged', values: { format: 'xls' } };

/** Reads all sheets, hidden ones as well. */
export function readOldWorkbook(bytes: Uint8Array): Result<readonly SheetRows[], ImportFailure> {
  if (bytes.length > LIMIT_MEGABYTES * 1_000_000) {
    return fail({ code: 'too-large', values: { limitMegabytes: LIMIT_MEGABYTES } });
  }
  const file = openCompoundFile(bytes);
  const stream = file?.stream('Workbook') ?? file?.stream('Book') ?? null;
  if (stream === null) return fail(damaged);
  try {
    // Only the stream: the library's own reader of containers runs in circles in damaged ones.
    const book = read(stream, { type: 'array', dense: true, cellNF: true, cellHTML: false, cellText: false });
    const settings = book.Workbook;
    const startsIn1904 = settings?.WBProps?.date1904 === true;
    return succeed(
      book.SheetNames.map((name, index) =>
        rowsOf(name, (settings?.Sheets?.[index]?.Hidden ?? 0) !== 0, book.Sheets[name] as Sheet, startsIn1904),
      ),
    );
  } catch (error) {
    const isLocked = error instanceof Error && /password/i.test(error.message);
    return fail(isLocked ? { code: 'encrypted', values: { format: 'xls' } } : damaged);
  }
}

function rowsOf(name: string, isHidden: boolean, sheet: Sheet, startsIn1904: boolean): SheetRows {
  const rows: string[][] = [];
  const numbers: number[] = [];
  (sheet['!data'] ?? []).forEach((cells, index) => {
    const row = Array.from(cells ?? [], (cell) => (cell === undefined ? '' : shown(cell, startsIn1904)));
    while (row.length > 0 && row[row.length - 1] === '') row.pop();
    if (row.length === 0) return;
    rows.push(row);
    numbers.push(index + 1);
  });
  const merged = (sheet['!merges'] ?? []).map(({ s, e }) => ({
    top: s.r + 1,
    bottom: e.r + 1,
    left: s.c,
    right: e.c,
  }));
  return { name, isHidden, rows, numbers, merged };
}

function shown({ t, v, z, w }: Cell, startsIn1904: boolean): string {
  if (typeof v === 'number' && t === 'n') return showNumber(v, numberKind(0, formatCode(z)), startsIn1904);
  if (t === 'e') return w ?? '';
  if (typeof v === 'boolean') return v ? 'TRUE' : 'FALSE';
  return typeof v === 'string' ? v.replace(/\r\n?/g, '\n') : '';
}

function formatCode(format: unknown): string {
  if (typeof format === 'string') return format;
  const table = (SSF as { get_table(): Readonly<Record<number, unknown>> }).get_table();
  const known = typeof format === 'number' ? table[format] : undefined;
  return typeof known === 'string' ? known : 'General';
}
