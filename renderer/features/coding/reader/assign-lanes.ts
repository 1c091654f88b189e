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

/**
 * Where the last row that an extent stands on can end, when a row holds at most `charactersPerRow`;
 * `paragraphEnd` says where the paragraph of a position ends.
 */
export function endOfLastRow(
  paragraphEnd: (position: number) => number,
  charactersPerRow: number,
): (extent: Extent) => number {
  return ({ start, end }) => {
    const lastCharacter = Math.max(start, end - 1);
    return Math.max(end, Math.min(paragraphEnd(lastCharacter), end + charactersPerRow));
  };
}
