/** Interval colouring: which lane each bracket takes, so that no two in one lane touch. */
import type { Extent } from '#shared/domain/coding/coding-edits.ts';

/**
 * Gives each extent the lowest free lane. `extents` are sorted by start; as many lanes are used as stretches
 * overlap at the deepest place, no more. `roomAfter` says where the place that an extent takes really ends:
 * a bracket takes whole lines, so that two stretches of one line cannot share a lane.
 */
export function assignLanes(
  extents: readonly Extent[],
  roomAfter: (extent: Extent) => number = (extent) => extent.end,
): readonly number[] {
  const lanes: number[] = [];
  return extents.map((extent) => {
    const free = lanes.findIndex((busyUntil) => busyUntil <= extent.start);
    const lane = free === -1 ? lanes.length : free;
    lanes[lane] = roomAfter(extent);
    return lane;
  });
}

/** Where the last line that `extent` stands on can end, when a line holds at most `charactersPerLine`. */
export function endOfLastRow(text: string, charactersPerLine: number): (extent: Extent) => number {
  return ({ end }) => {
    const limit = Math.min(text.length, end + charactersPerLine);
    // The break that ends a coding's own last line must not hide the room it takes there.
    const nextBreak = text.indexOf('\n', Math.max(0, end - 1));
    const rowEnd = nextBreak === -1 || nextBreak > limit ? limit : Math.max(end, nextBreak);
    return Math.max(rowEnd, end);
  };
}
