/** A text with some stretches replaced: its segments move along, and any place in the old text is found in the new. */
import type { Segment, SourceContent } from '#shared/domain/source/source-content.ts';

/** A stretch of a text with what stands in its place. */
export type Replacement = { readonly start: number; readonly end: number; readonly text: string };

export type Rewritten = {
  readonly content: SourceContent;
  /** Where a place is now. Inside a replaced stretch a start goes to its beginning, an end behind it. */
  readonly moveStart: (place: number) => number;
  readonly moveEnd: (place: number) => number;
};

/** Replaces the stretches; where two overlap, the first counts and the rest of the second goes. */
export function rewriteContent(content: SourceContent, replacements: readonly Replacement[]): Rewritten {
  const steps = ordered(replacements);
  const pieces: string[] = [];
  /** Per step: its stretch in the old text and in the new. */
  const moves: { readonly start: number; readonly end: number; readonly from: number; readonly to: number }[] = [];
  let place = 0;
  let length = 0;
  for (const { start, end, text } of steps) {
    const kept = content.text.slice(place, start);
    pieces.push(kept, text);
    const from = length + kept.length;
    length = from + text.length;
    moves.push({ start, end, from, to: length });
    place = end;
  }
  pieces.push(content.text.slice(place));
  const move = (position: number, isEnd: boolean): number => {
    const before = moves[lastStartingBefore(moves, position, isEnd)];
    if (!before) return position;
    if (position >= before.end) return before.to + (position - before.end);
    return isEnd ? before.to : before.from;
  };
  const moveStart = (position: number): number => move(position, false);
  const moveEnd = (position: number): number => move(position, true);
  const segments = content.segments.flatMap((segment): Segment[] => {
    const start = moveStart(segment.start);
    const end = moveEnd(segment.end);
    if (end <= start) return [];
    const body = segment.bodyStart === undefined ? {} : { bodyStart: Math.min(end, moveEnd(segment.bodyStart)) };
    return [{ ...segment, start, end, ...body }];
  });
  return { content: { text: pieces.join(''), segments, table: content.table }, moveStart, moveEnd };
}

function ordered(replacements: readonly Replacement[]): readonly Replacement[] {
  const result: Replacement[] = [];
  let place = 0;
  for (const item of replacements.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (item.end <= place) continue;
    result.push(item.start >= place ? item : { start: place, end: item.end, text: '' });
    place = item.end;
  }
  return result;
}

/** The last stretch that begins before a place; at it, too, for a start. */
function lastStartingBefore(moves: readonly { readonly start: number }[], position: number, isEnd: boolean): number {
  let low = 0;
  let high = moves.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const { start } = moves[middle] as { readonly start: number };
    if (isEnd ? start < position : start <= position) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
