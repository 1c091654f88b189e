/** What a sheet of a spreadsheet holds, whatever program wrote it. */

export type MergedCells = {
  /** Numbers of rows as the spreadsheet shows them, from 1; columns from 0; all inclusive. */
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
};

export type SheetRows = {
  readonly name: string;
  readonly isHidden: boolean;
  /** Rows that hold something; cells as people see them. */
  readonly rows: readonly string[][];
  /** Per row its number in the sheet. */
  readonly numbers: readonly number[];
  readonly merged: readonly MergedCells[];
};

/** How many cells hold something. */
export function countFilled(sheet: SheetRows): number {
  let filled = 0;
  for (const row of sheet.rows) for (const cell of row) if (cell !== '') filled += 1;
  return filled;
}

/** Gives a value that stands over several rows to each of them, as people read it. */
export function fillMergedRows(sheet: SheetRows): void {
  if (sheet.merged.length === 0) return;
  const places = new Map(sheet.numbers.map((number, index) => [number, index]));
  for (const { top, bottom, left } of sheet.merged) {
    const first = places.get(top);
    const value = first === undefined ? '' : (sheet.rows[first]?.[left] ?? '');
    if (bottom === top || first === undefined || value === '') continue;
    for (let index = first + 1; (sheet.numbers[index] ?? Infinity) <= bottom; index += 1) {
      const row = sheet.rows[index];
      if (row === undefined || (row[left] ?? '') !== '') continue;
      while (row.length < left) row.push('');
      row[left] = value;
    }
  }
}
