/**
 * Small cells: counts of few people that could tell who they are. They are hidden, and with them as many others as it
 * takes that no hidden count can be worked out from the totals (method.md section 6; Cell Suppression).
 */

/** Counts from here on are shown. */
export const SMALLEST_SHOWN = 5;

/** A count, or null where it is hidden. */
export type ShownCount = number | null;

export type ShownCounts = {
  readonly cells: readonly (readonly ShownCount[])[];
  readonly rowTotals: readonly ShownCount[];
  readonly columnTotals: readonly ShownCount[];
  readonly total: ShownCount;
};

type Place = { readonly row: number; readonly column: number };

/**
 * Hides what is small in a table of counts whose rows and columns are added up. Totals are cells like any other: each
 * line ends with the sum of the rest. A hidden cell is an edge between its row and its column; what is hidden can be
 * worked out exactly when that edge is a bridge, so cells are hidden until there is none.
 */
export function hideSmallCells(counts: readonly (readonly number[])[], smallest = SMALLEST_SHOWN): ShownCounts {
  const width = Math.max(0, ...counts.map((row) => row.length));
  const full = counts.map((row) => [...row, sum(row)]);
  full.push(Array.from({ length: width + 1 }, (_, column) => sum(full.map((row) => row[column] ?? 0))));
  const hidden = full.map((row) => row.map((count) => count > 0 && count < smallest));
  for (let bridge = findBridge(hidden); bridge; bridge = findBridge(hidden)) {
    const more = companion(full, hidden, bridge);
    // With nothing left to hide beside it, it stands alone in a table of one line: all of that table goes.
    if (!more) return nothing(counts.length, width);
    (hidden[more.row] as boolean[])[more.column] = true;
  }
  const shown = full.map((row, place) =>
    row.map((count, column): ShownCount => (hidden[place]?.[column] ? null : count)),
  );
  const last = shown[counts.length] ?? [];
  return {
    cells: shown.slice(0, -1).map((row) => row.slice(0, -1)),
    rowTotals: shown.slice(0, -1).map((row) => row[width] ?? null),
    columnTotals: last.slice(0, -1),
    total: last[width] ?? null,
  };
}

/** A hidden cell that can be worked out from what is shown; null when there is none. */
function findBridge(hidden: readonly (readonly boolean[])[]): Place | null {
  for (let row = 0; row < hidden.length; row += 1) {
    for (let column = 0; column < (hidden[row]?.length ?? 0); column += 1) {
      if (hidden[row]?.[column] && !isReached(sideOf(hidden, { row, column }), { row, column })) return { row, column };
    }
  }
  return null;
}

type Side = { readonly rows: ReadonlySet<number>; readonly columns: ReadonlySet<number> };

/** Rows and columns that hidden cells join to the row of a cell, without that cell itself. */
function sideOf(hidden: readonly (readonly boolean[])[], without: Place): Side {
  const rows = new Set([without.row]);
  const columns = new Set<number>();
  const waiting: { readonly line: 'row' | 'column'; readonly place: number }[] = [{ line: 'row', place: without.row }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const along = next.line === 'row' ? (hidden[next.place]?.length ?? 0) : hidden.length;
    for (let other = 0; other < along; other += 1) {
      const [row, column] = next.line === 'row' ? [next.place, other] : [other, next.place];
      if (!hidden[row]?.[column] || (row === without.row && column === without.column)) continue;
      const known = next.line === 'row' ? columns : rows;
      if (known.has(other)) continue;
      known.add(other);
      waiting.push({ line: next.line === 'row' ? 'column' : 'row', place: other });
    }
  }
  return { rows, columns };
}

function isReached(side: Side, { column }: Place): boolean {
  return side.columns.has(column);
}

/** The smallest shown cell that closes a ring with a bridge; empty ones only where there is no other. */
function companion(
  full: readonly (readonly number[])[],
  hidden: readonly (readonly boolean[])[],
  bridge: Place,
): Place | null {
  const side = sideOf(hidden, bridge);
  let best: { readonly place: Place; readonly cost: number } | null = null;
  full.forEach((cells, row) =>
    cells.forEach((count, column) => {
      if (hidden[row]?.[column] || side.rows.has(row) === side.columns.has(column)) return;
      // A total says more than a cell: it goes last. Empty cells protect badly, as nothing can be taken from them.
      const isTotal = row === full.length - 1 || column === cells.length - 1;
      const near = row === bridge.row || column === bridge.column ? 0 : 0.5;
      const cost = count + near + (count === 0 ? 1e9 : 0) + (isTotal ? 1e6 : 0);
      if (!best || cost < best.cost) best = { place: { row, column }, cost };
    }),
  );
  return (best as { readonly place: Place } | null)?.place ?? null;
}

function nothing(rows: number, columns: number): ShownCounts {
  return {
    cells: Array.from({ length: rows }, () => Array.from({ length: columns }, () => null)),
    rowTotals: Array.from({ length: rows }, () => null),
    columnTotals: Array.from({ length: columns }, () => null),
    total: null,
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
