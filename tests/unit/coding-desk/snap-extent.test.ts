import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { graphemeEnd, graphemeStart, snapExtent } from '#renderer/features/coding/reader/snap-extent.ts';

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

const pieces = fc.constantFrom(
  'a',
  'B',
  ' ',
  '\n',
  '\r',
  '\t',
  '.',
  'é',
  'e\u0301',
  'n\u0303',
  '👩‍👩‍👧‍👦',
  '🏳️‍🌈',
  '🇲🇽',
  '🇫🇷',
  '👍🏽',
  '😀',
  'ع',
  'َ',
  'क्ष',
  '\u2028',
  '\u000b',
  '\u00ad',
  '\u200d',
  ' \u0301',
  '\ud83d',
  '\ude00',
);
const texts = fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join(''));

function boundariesOf(text: string): Set<number> {
  const boundaries = new Set([text.length]);
  for (const piece of segmenter.segment(text)) boundaries.add(piece.index);
  return boundaries;
}

describe('snapping a selection', () => {
  it('leaves a plain selection as it is', () => {
    expect(snapExtent('hello world', 0, 5)).toEqual({ start: 0, end: 5 });
  });

  it('takes either order', () => {
    expect(snapExtent('hello world', 11, 6)).toEqual({ start: 6, end: 11 });
  });

  it('grows to the whole of a family emoji', () => {
    const text = 'a👩‍👩‍👧‍👦b';
    expect(snapExtent(text, 3, 5)).toEqual({ start: 1, end: text.length - 1 });
  });

  it('keeps a combining accent with its letter', () => {
    expect(snapExtent('cafe\u0301s', 0, 4)).toEqual({ start: 0, end: 5 });
  });

  it('drops blanks and line ends at both ends', () => {
    expect(snapExtent('one\n two \n', 3, 10)).toEqual({ start: 5, end: 8 });
  });

  it('finds nothing in blanks', () => {
    expect(snapExtent('a  \n b', 1, 4)).toBeNull();
    expect(snapExtent('', 0, 0)).toBeNull();
  });

  it('always ends on grapheme boundaries and covers all that was selected but blanks', () => {
    fc.assert(
      fc.property(texts, fc.nat(80), fc.nat(80), (text, a, b) => {
        const extent = snapExtent(text, a, b);
        if (!extent) return;
        const boundaries = boundariesOf(text);
        expect(boundaries.has(extent.start)).toBe(true);
        expect(boundaries.has(extent.end)).toBe(true);
        const from = Math.min(a, b, text.length);
        const to = Math.min(Math.max(a, b), text.length);
        expect(text.slice(from, extent.start).trim()).toBe('');
        expect(text.slice(extent.end, to).trim()).toBe('');
      }),
      { numRuns: 2000 },
    );
  });

  it('finds the boundaries that segmenting the whole text finds', () => {
    fc.assert(
      fc.property(texts, fc.nat(80), (text, at) => {
        const position = Math.min(at, text.length);
        const boundaries = [...boundariesOf(text)].sort((x, y) => x - y);
        expect(graphemeStart(text, position)).toBe(boundaries.findLast((boundary) => boundary <= position) ?? 0);
        expect(graphemeEnd(text, position)).toBe(boundaries.find((boundary) => boundary >= position));
      }),
      { numRuns: 2000 },
    );
  });
});
