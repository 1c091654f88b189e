/** Small cells are hidden with as many others as it takes: vector D1 of method.md, and tables of any kind. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hideSmallCells, type ShownCounts } from '#shared/analysis/small-cells.ts';

test('vector D1: two small cells of a table of four take the other two with them', () => {
  expect(
    hideSmallCells([
      [7, 2],
      [3, 11],
    ]),
  ).toEqual({
    cells: [
      [null, null],
      [null, null],
    ],
    rowTotals: [9, 14],
    columnTotals: [10, 13],
    total: 23,
  });
});

test('nothing is hidden where nothing is small, and an empty cell is not small', () => {
  expect(
    hideSmallCells([
      [7, 0],
      [5, 11],
    ]).cells,
  ).toEqual([
    [7, 0],
    [5, 11],
  ]);
});

test('a table without rows has nothing to hide', () => {
  expect(hideSmallCells([])).toEqual({ cells: [], rowTotals: [], columnTotals: [], total: 0 });
});

const tables = fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 5 })).chain(([rows, columns]) =>
  fc.array(fc.array(fc.oneof(fc.nat(6), fc.nat(40)), { minLength: columns, maxLength: columns }), {
    minLength: rows,
    maxLength: rows,
  }),
);

/** Every line of the table with its total as the last cell, totals being a line of their own. */
function linesOf(shown: ShownCounts): (number | null)[][] {
  const rows = [...shown.cells.map((row, place) => [...row, shown.rowTotals[place] ?? null])];
  rows.push([...shown.columnTotals, shown.total]);
  return rows;
}

/** What somebody gets who solves the sums again and again: Gauss over all hidden cells. */
function solvable(shown: ShownCounts): number {
  const grid = linesOf(shown);
  const unknowns = grid.flatMap((row, y) => row.flatMap((cell, x) => (cell === null ? [`${y},${x}`] : [])));
  const place = new Map(unknowns.map((key, index) => [key, index]));
  const equations: number[][] = [];
  const add = (cells: readonly string[]): void => {
    const equation = unknowns.map(() => 0);
    cells.forEach((key, index) => {
      const unknown = place.get(key);
      if (unknown !== undefined) equation[unknown] = index === cells.length - 1 ? -1 : 1;
    });
    equations.push(equation);
  };
  grid.forEach((row, y) => add(row.map((_, x) => `${y},${x}`)));
  (grid[0] ?? []).forEach((_, x) => add(grid.map((_row, y) => `${y},${x}`)));
  let rank = 0;
  for (let column = 0; column < unknowns.length && rank < equations.length; column += 1) {
    const pivot = equations.findIndex((row, index) => index >= rank && Math.abs(row[column] ?? 0) > 1e-9);
    if (pivot < 0) continue;
    [equations[rank], equations[pivot]] = [equations[pivot] as number[], equations[rank] as number[]];
    const head = equations[rank] as number[];
    const by = head[column] as number;
    head.forEach((value, index) => (head[index] = value / by));
    equations.forEach((row, index) => {
      const factor = row[column] ?? 0;
      if (index !== rank && factor !== 0) row.forEach((value, at) => (row[at] = value - factor * (head[at] ?? 0)));
    });
    rank += 1;
  }
  return equations.filter((row) => row.filter((value) => Math.abs(value) > 1e-9).length === 1).length;
}

describe('in any table', () => {
  test('no small count is shown, and no hidden one can be worked out', () => {
    fc.assert(
      fc.property(tables, (counts) => {
        const shown = hideSmallCells(counts);
        for (const cell of linesOf(shown).flat()) expect(cell === null || cell === 0 || cell >= 5).toBe(true);
        expect(solvable(shown)).toBe(0);
      }),
    );
  });

  test('what is shown is what was counted', () => {
    fc.assert(
      fc.property(tables, (counts) => {
        const shown = hideSmallCells(counts);
        shown.cells.forEach((row, y) =>
          row.forEach((cell, x) => expect(cell === null || cell === counts[y]?.[x]).toBe(true)),
        );
      }),
    );
  });
});
