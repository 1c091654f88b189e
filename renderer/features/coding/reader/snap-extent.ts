/** Keeps the ends of a coding off the inside of a character: surrogate pairs, emoji sequences, combining accents. */
import type { Extent } from '#shared/domain/coding/coding-edits.ts';

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Below this code unit nothing combines with what stands before it, CR LF aside. */
const FIRST_COMBINING = 0x300;
/** How far back a safe place to start segmenting is looked for; longer clusters do not occur in language. */
const LOOK_BACK = 600;
const LOOK_AHEAD = 600;

/** The stretch from `a` to `b` (either order) grown to whole graphemes, without blanks at its ends; null when blank. */
export function snapExtent(text: string, a: number, b: number): Extent | null {
  const from = clamp(Math.min(a, b), text);
  const to = clamp(Math.max(a, b), text);
  let start = graphemeStart(text, from);
  let end = from === to ? start : graphemeEnd(text, to);
  while (start < end && isBlank(text, start)) start += 1;
  while (end > start && isBlank(text, end - 1)) end -= 1;
  // A mark on a blank is one grapheme with it: give back what trimming would have split.
  start = graphemeStart(text, start);
  end = graphemeEnd(text, end);
  return start < end ? { start, end } : null;
}

/** The nearest grapheme boundary at or before `position`. */
export function graphemeStart(text: string, position: number): number {
  return boundaryAround(text, position).start;
}

/** The nearest grapheme boundary at or after `position`. */
export function graphemeEnd(text: string, position: number): number {
  return boundaryAround(text, position).end;
}

function boundaryAround(text: string, position: number): Extent {
  if (isPlainBoundary(text, position)) return { start: position, end: position };
  let safe = position;
  const limit = Math.max(0, position - LOOK_BACK);
  do safe -= 1;
  while (safe > limit && !isPlainBoundary(text, safe));
  for (const piece of graphemes.segment(text.slice(safe, position + LOOK_AHEAD))) {
    const start = safe + piece.index;
    const end = start + piece.segment.length;
    if (start === position) break;
    if (end > position) return { start, end };
  }
  return { start: position, end: position };
}

/** True where a boundary is certain without asking the segmenter. */
function isPlainBoundary(text: string, position: number): boolean {
  if (position <= 0 || position >= text.length) return true;
  const before = text.charCodeAt(position - 1);
  const after = text.charCodeAt(position);
  return before < FIRST_COMBINING && after < FIRST_COMBINING && !(before === 13 && after === 10);
}

function isBlank(text: string, index: number): boolean {
  return /\s/u.test(text.charAt(index));
}

function clamp(position: number, text: string): number {
  return Math.max(0, Math.min(position, text.length));
}
