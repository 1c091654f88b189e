/** Which changes of one replica are known, as ranges: after a rescue there may be holes. */
export type SequenceRange = readonly [from: number, to: number];
/** Sorted, disjoint, not touching; both ends inclusive. */
export type SequenceSet = readonly SequenceRange[];

/** Says whether `seq` is in the set. */
export function includesSequence(set: SequenceSet, seq: number): boolean {
  return set.some(([from, to]) => from <= seq && seq <= to);
}

/** The set with `seq` added. */
export function addSequence(set: SequenceSet, seq: number): SequenceSet {
  const last = set.at(-1);
  if (last && seq === last[1] + 1) return [...set.slice(0, -1), [last[0], seq]];
  if (includesSequence(set, seq)) return set;
  const merged: [number, number][] = [];
  const ranges = [...set, [seq, seq] as const].sort((a, b) => a[0] - b[0]);
  for (const [from, to] of ranges) {
    const previous = merged.at(-1);
    if (previous && from <= previous[1] + 1) previous[1] = Math.max(previous[1], to);
    else merged.push([from, to]);
  }
  return merged;
}

/** The set with all numbers of a range added, however long the range is. */
export function addRange(set: SequenceSet, from: number, to: number): SequenceSet {
  if (from > to || coversRange(set, from, to)) return set;
  const merged: [number, number][] = [];
  for (const [start, end] of [...set, [from, to] as const].sort((a, b) => a[0] - b[0])) {
    const previous = merged.at(-1);
    if (previous && start <= previous[1] + 1) previous[1] = Math.max(previous[1], end);
    else merged.push([start, end]);
  }
  return merged;
}

/** Says whether all numbers of a range are in the set. */
export function coversRange(set: SequenceSet, from: number, to: number): boolean {
  return set.some(([start, end]) => start <= from && to <= end);
}

/** The highest number in the set, 0 when it is empty. */
export function lastSequence(set: SequenceSet): number {
  return set.at(-1)?.[1] ?? 0;
}

/** How many numbers are in the set. */
export function rangesLength(set: SequenceSet): number {
  return set.reduce((sum, [from, to]) => sum + to - from + 1, 0);
}
