/** Small counts are hidden, and nothing that is shown gives them back. Vector D1 of the method. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { suppressSmallCounts } from '#shared/analysis/suppression.ts';

const shown = (counts: readonly (readonly number[])[]) => {
  const { cells, hidden } = suppressSmallCounts(counts);
  return cells.map((row, r) => row.map((count, c) => (hidden[r]![c] ? '·' : count)));
};

describe('suppression', () => {
  it('D1: two small counts take the others of their rows along, as totals would give them back', () => {
    expect(
      shown([
        [7, 2],
        [3, 11],
      ]),
    ).toEqual([
      ['·', '·', 9],
      ['·', '·', 14],
      [10, 13, 23],
    ]);
  });

  it('leaves tables without small counts as they are, and zeros in sight', () => {
    expect(
      shown([
        [7, 0],
        [8, 11],
      ]),
    ).toEqual([
      [7, 0, 7],
      [8, 11, 19],
      [15, 11, 26],
    ]);
  });

  it('hides a total rather than leave a single small count beside it', () => {
    expect(shown([[3], [20]])).toEqual([
      ['·', '·'],
      ['·', '·'],
      [23, 23],
    ]);
    expect(shown([[3]])).toEqual([
      ['·', '·'],
      ['·', '·'],
    ]);
  });

  it('has nothing to hide in an empty table', () => {
    expect(shown([])).toEqual([[0]]);
  });
});

/** Every filling of the hidden places with whole numbers that gives the same table, by trying. */
function fillings(cells: readonly (readonly number[])[], hidden: readonly (readonly boolean[])[]): number[][] {
  const height = cells.length - 1;
  const width = (cells[0]?.length ?? 1) - 1;
  const places = Array.from({ length: height * width }, (_, n) => [Math.floor(n / width), n % width] as const);
  const largest = cells[height]![width]! + 1;
  const found: number[][] = [];
  const inner: number[][] = cells.slice(0, height).map((row) => row.slice(0, width));
  const fits = (): boolean => {
    const rows = inner.map((row) => row.reduce((sum, count) => sum + count, 0));
    const columns = Array.from({ length: width }, (_, c) => inner.reduce((sum, row) => sum + row[c]!, 0));
    const total = rows.reduce((sum, count) => sum + count, 0);
    return (
      rows.every((sum, r) => hidden[r]![width] || sum === cells[r]![width]) &&
      columns.every((sum, c) => hidden[height]![c] || sum === cells[height]![c]) &&
      (hidden[height]![width] || total === cells[height]![width])
    );
  };
  const fill = (at: number): void => {
    const place = places[at];
    if (!place) {
      if (fits()) {
        const rows = inner.map((row) => row.reduce((sum, count) => sum + count, 0));
        const columns = Array.from({ length: width }, (_, c) => inner.reduce((sum, row) => sum + row[c]!, 0));
        found.push([...inner.flat(), ...rows, ...columns, rows.reduce((sum, count) => sum + count, 0)]);
      }
      return;
    }
    const [r, c] = place;
    if (!hidden[r]![c]) return fill(at + 1);
    const before = inner[r]![c]!;
    for (let value = 0; value <= largest; value += 1) {
      inner[r]![c] = value;
      fill(at + 1);
    }
    inner[r]![c] = before;
  };
  fill(0);
  return found;
}

it('never lets a hidden count be computed: every hidden place could be another number', () => {
  const table = fc
    .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 2 }))
    .chain(([height, width]) =>
      fc.array(fc.array(fc.nat(7), { minLength: width, maxLength: width }), { minLength: height, maxLength: height }),
    )
    .filter((counts) => counts.flat().reduce((sum, count) => sum + count, 0) <= 12);
  fc.assert(
    fc.property(table, (counts) => {
      const { cells, hidden } = suppressSmallCounts(counts);
      const height = counts.length;
      const width = counts[0]!.length;
      const order = [
        ...counts.flatMap((row, r) => row.map((_, c) => [r, c] as const)),
        ...counts.map((_, r) => [r, width] as const),
        ...counts[0]!.map((_, c) => [height, c] as const),
        [height, width] as const,
      ];
      const possible = fillings(cells, hidden);
      order.forEach(([r, c], place) => {
        const values = new Set(possible.map((filling) => filling[place]));
        if (hidden[r]![c]) expect(values.size, `${r},${c}`).toBeGreaterThan(1);
      });
      cells.forEach((row, r) =>
        row.forEach((count, c) => {
          if (count > 0 && count < 5) expect(hidden[r]![c]).toBe(true);
          if (count === 0) expect(hidden[r]![c]).toBe(false);
        }),
      );
    }),
    { numRuns: 60 },
  );
});

it('stays quick on a table with many rows', () => {
  const counts = Array.from({ length: 60 }, (_, r) => Array.from({ length: 12 }, (_, c) => (r * 7 + c * 3) % 11));
  const { cells, hidden } = suppressSmallCounts(counts);
  expect(cells).toHaveLength(61);
  expect(hidden.flat().some(Boolean)).toBe(true);
});
