/**
 * Which counts of a table must not be shown because few people stand behind them, and which others must go with them
 * because totals would give them back. Rows, columns and the totals are alike: each row and column adds up, so a hidden
 * count is safe only where it lies on a round of hidden counts (row, column, row ...) that can be shifted by one
 * against each other without any total changing.
 */

/** Counts of fewer people are not shown. */
const SMALLEST_COUNT = 5;

type CountTable = {
  /** `cells[row][column]`; the last row and the last column are the totals. */
  readonly cells: readonly (readonly number[])[];
  /** The same places: true where the count must be hidden. */
  readonly hidden: readonly (readonly boolean[])[];
};

/** Adds totals to a table of counts and says what to hide. */
export function suppressSmallCounts(counts: readonly (readonly number[])[], smallest = SMALLEST_COUNT): CountTable {
  const cells = withTotals(counts);
  const hidden = cells.map((row) => row.map((count) => count > 0 && count < smallest));
  const width = cells[0]?.length ?? 0;
  for (;;) {
    const open = findOpen(hidden, width);
    if (!open) return { cells, hidden };
    for (const [row, column] of findRound(cells, hidden, open)) (hidden[row] as boolean[])[column] = true;
  }
}

type Place = readonly [row: number, column: number];

function withTotals(counts: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const rows = counts.map((row) => [...row, row.reduce((sum, count) => sum + count, 0)]);
  const width = Math.max(1, ...rows.map((row) => row.length));
  const totals = Array.from({ length: width }, (_, column) => rows.reduce((sum, row) => sum + (row[column] ?? 0), 0));
  return [...rows, totals];
}

/** A hidden count that lies on no round of hidden counts, so that it could be computed; null when all are safe. */
function findOpen(hidden: readonly (readonly boolean[])[], width: number): Place | null {
  for (let row = 0; row < hidden.length; row += 1) {
    for (let column = 0; column < width; column += 1) {
      if (hidden[row]?.[column] && !isOnRound(hidden, width, [row, column])) return [row, column];
    }
  }
  return null;
}

/** Whether the column can be reached from the row over other hidden counts. */
function isOnRound(hidden: readonly (readonly boolean[])[], width: number, [row, column]: Place): boolean {
  const rows = new Set([row]);
  const columns = new Set<number>();
  const queue: number[] = [row];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    for (let other = 0; other < width; other += 1) {
      if (!hidden[next]?.[other] || (next === row && other === column) || columns.has(other)) continue;
      if (other === column) return true;
      columns.add(other);
      hidden.forEach((line, place) => {
        if (!line[other] || rows.has(place)) return;
        rows.add(place);
        queue.push(place);
      });
    }
  }
  return false;
}

/**
 * The counts to hide so that `open` lies on a round, at the least cost: what is hidden already costs nothing, the rest
 * costs its count. Only counts above zero can be shifted; there is always a round over the totals.
 */
function findRound(
  cells: readonly (readonly number[])[],
  hidden: readonly (readonly boolean[])[],
  open: Place,
): readonly Place[] {
  const height = cells.length;
  const width = cells[0]?.length ?? 0;
  // Nodes are rows, then columns; a count is the edge between its row and its column.
  const cost = new Array<number>(height + width).fill(Number.POSITIVE_INFINITY);
  const cameFrom = new Array<number>(height + width).fill(-1);
  const isDone = new Array<boolean>(height + width).fill(false);
  cost[open[0]] = 0;
  for (;;) {
    let node = -1;
    cost.forEach((value, place) => {
      if (!isDone[place] && Number.isFinite(value) && (node < 0 || value < (cost[node] as number))) node = place;
    });
    if (node < 0 || node === height + open[1]) break;
    isDone[node] = true;
    const isRow = node < height;
    for (let other = 0; other < (isRow ? width : height); other += 1) {
      const place: Place = isRow ? [node, other] : [other, node - height];
      const count = cells[place[0]]?.[place[1]] ?? 0;
      if (count <= 0 || (place[0] === open[0] && place[1] === open[1])) continue;
      const target = isRow ? height + other : other;
      const price = (cost[node] as number) + (hidden[place[0]]?.[place[1]] ? 0 : count);
      if (price >= (cost[target] as number)) continue;
      cost[target] = price;
      cameFrom[target] = node;
    }
  }
  const round: Place[] = [];
  for (let node = height + open[1]; cameFrom[node] !== -1 && node >= 0; node = cameFrom[node] as number) {
    const from = cameFrom[node] as number;
    round.push(node < height ? [node, from - height] : [from, node - height]);
  }
  return round;
}
