/** What Word 97 says of stretches of its stream: pages of 512 bytes with settings per paragraph or per run. */

export type Settings = {
  /** Number of the paragraph's style; 1 to 9 are the built-in headings. */
  readonly style: number;
  readonly isInTable: boolean;
  /** The paragraph is the mark at the end of a table's row. */
  readonly isRowEnd: boolean;
  readonly isDeleted: boolean;
  readonly isHidden: boolean;
};

export type FormattedRun = { readonly start: number; readonly end: number; readonly settings: Settings };

const PAGE = 512;
const pageLimit = 200_000;

const codes = { inTable: 0x2416, rowEnd: 0x2417, deleted: 0x0800, hidden: 0x083c, innerRowEnd: 0x244c } as const;

/** Runs in the order of the stream. `entrySize` is 13 for paragraphs and 1 for runs of characters. */
export function readRuns(
  stream: Uint8Array,
  table: Uint8Array,
  place: { readonly offset: number; readonly length: number },
  entrySize: 13 | 1,
): readonly FormattedRun[] {
  const view = new DataView(table.buffer, table.byteOffset, table.byteLength);
  const count = Math.min(Math.floor((place.length - 4) / 8), pageLimit);
  const runs: FormattedRun[] = [];
  for (let index = 0; index < count; index += 1) {
    const entry = place.offset + (count + 1) * 4 + index * 4;
    if (entry + 4 > view.byteLength) break;
    const page = (view.getUint32(entry, true) & 0x3f_ffff) * PAGE;
    if (page + PAGE <= stream.length) runs.push(...readPage(stream.subarray(page, page + PAGE), entrySize));
  }
  return runs.sort((one, other) => one.start - other.start);
}

function readPage(page: Uint8Array, entrySize: 13 | 1): readonly FormattedRun[] {
  const view = new DataView(page.buffer, page.byteOffset, page.byteLength);
  const count = page[PAGE - 1] ?? 0;
  const runs: FormattedRun[] = [];
  for (let index = 0; index < count; index += 1) {
    const entry = (count + 1) * 4 + index * entrySize;
    if (entry >= PAGE - 1) break;
    const start = view.getUint32(index * 4, true);
    const end = view.getUint32(index * 4 + 4, true);
    const where = (page[entry] ?? 0) * 2;
    const settings = where === 0 ? noSettings : entrySize === 13 ? paragraphAt(page, where) : charactersAt(page, where);
    if (end > start) runs.push({ start, end, settings });
  }
  return runs;
}

const noSettings: Settings = { style: 0, isInTable: false, isRowEnd: false, isDeleted: false, isHidden: false };

function paragraphAt(page: Uint8Array, where: number): Settings {
  const first = page[where] ?? 0;
  // The length counts words; a zero says that the next byte holds it.
  const start = first === 0 ? where + 2 : where + 1;
  const length = first === 0 ? (page[where + 1] ?? 0) * 2 : first * 2 - 1;
  const style = (page[start] ?? 0) | ((page[start + 1] ?? 0) << 8);
  return { ...settingsOf(page.subarray(start + 2, Math.min(start + length, PAGE - 1))), style };
}

function charactersAt(page: Uint8Array, where: number): Settings {
  return settingsOf(page.subarray(where + 1, Math.min(where + 1 + (page[where] ?? 0), PAGE - 1)));
}

/** Goes through a list of settings, each a number of two bytes with an operand whose size the number tells. */
function settingsOf(bytes: Uint8Array): Settings {
  const found = new Map<number, number>();
  let place = 0;
  while (place + 2 < bytes.length) {
    const code = (bytes[place] ?? 0) | ((bytes[place + 1] ?? 0) << 8);
    found.set(code, bytes[place + 2] ?? 0);
    place += 2 + operandSize(code, bytes, place + 2);
  }
  const has = (code: number): boolean => (found.get(code) ?? 0) !== 0;
  return {
    style: 0,
    isInTable: has(codes.inTable),
    isRowEnd: has(codes.rowEnd) || has(codes.innerRowEnd),
    isDeleted: has(codes.deleted),
    isHidden: has(codes.hidden),
  };
}

function operandSize(code: number, bytes: Uint8Array, place: number): number {
  const first = bytes[place] ?? 0;
  switch (code >> 13) {
    case 0:
    case 1:
      return 1;
    case 3:
      return 4;
    case 6:
      // Table definitions count their length in two bytes, one too many.
      return code === 0xd608 ? ((bytes[place + 1] ?? 0) << 8) + first + 1 : first + 1;
    case 7:
      return 3;
    default:
      return 2;
  }
}
