import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createReadingState } from '#renderer/features/coding/reader/reading-state.ts';

const pieces = fc.constantFrom(
  'a',
  'é',
  '\n',
  '\r',
  '\r\n',
  '\u2028',
  '\u2029',
  '\u000b',
  '\u0085',
  '\f',
  '\t',
  '😀',
  'e\u0301',
  '\ufeff',
  '\ud83d',
);
const texts = fc.array(pieces, { maxLength: 80 }).map((parts) => parts.join(''));

describe('positions of the reader', () => {
  it('are the offsets of the text, whatever separators stand in it', () => {
    fc.assert(
      fc.property(texts, fc.nat(200), fc.nat(200), (text, a, b) => {
        const state = createReadingState(text, []);
        const start = Math.min(a, b, text.length);
        const end = Math.min(Math.max(a, b), text.length);
        expect(state.doc.length).toBe(text.length);
        expect(state.sliceDoc(start, end)).toBe(text.slice(start, end));
        expect(state.doc.lines).toBe(text.split('\n').length);
      }),
      { numRuns: 1000 },
    );
  });

  it('refuses to be edited by commands', () => {
    expect(createReadingState('abc', []).readOnly).toBe(true);
  });
});
