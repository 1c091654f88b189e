/** Where the words of a coding stand in another revision of its text: for codings that no edit has carried along. */
import type { Extent } from '#shared/domain/coding/coding-edits.ts';

export type FoundPlaces = {
  /** The place whose surroundings are most like those of before; null when the words are not in the text. */
  readonly best: Extent | null;
  /** How often the words stand in the text; counting ends at the limit. */
  readonly count: number;
};

const MAXIMUM_PLACES = 200;
const CONTEXT_LENGTH = 60;

/** Looks for the very words of `extent` in `after`. */
export function findPlaces(before: string, after: string, extent: Extent): FoundPlaces {
  const words = before.slice(extent.start, extent.end);
  if (words === '') return { best: null, count: 0 };
  let best: Extent | null = null;
  let bestScore = -1;
  let count = 0;
  for (let at = after.indexOf(words); at !== -1 && count < MAXIMUM_PLACES; at = after.indexOf(words, at + 1)) {
    count += 1;
    const place = { start: at, end: at + words.length };
    const score =
      sameBefore(before, extent.start, after, place.start) +
      sameAfter(before, extent.end, after, place.end) +
      // Among equals the nearest wins, which counts less than one character of what stands around it.
      1 / (2 + Math.abs(place.start - extent.start));
    if (score > bestScore) {
      best = place;
      bestScore = score;
    }
  }
  return { best, count };
}

function sameBefore(one: string, at: number, other: string, otherAt: number): number {
  let same = 0;
  while (same < CONTEXT_LENGTH && at - same > 0 && otherAt - same > 0) {
    if (one[at - same - 1] !== other[otherAt - same - 1]) break;
    same += 1;
  }
  return same;
}

function sameAfter(one: string, at: number, other: string, otherAt: number): number {
  let same = 0;
  while (same < CONTEXT_LENGTH && at + same < one.length && otherAt + same < other.length) {
    if (one[at + same] !== other[otherAt + same]) break;
    same += 1;
  }
  return same;
}
