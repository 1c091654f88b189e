import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPlaces } from '#shared/domain/coding/find-place.ts';

describe('finding the words of a coding in another revision', () => {
  it('takes the place whose surroundings are the same', () => {
    const before = 'A: yes. B: no. A: yes, gladly.';
    const after = 'Now: A: yes. B: no. A: yes, gladly.';
    const start = before.lastIndexOf('yes');
    const found = findPlaces(before, after, { start, end: start + 3 });
    expect(found).toEqual({ best: { start: start + 5, end: start + 8 }, count: 2 });
  });

  it('finds nothing where the words are gone, and nothing for no words', () => {
    expect(findPlaces('old words', 'other text', { start: 0, end: 3 })).toEqual({ best: null, count: 0 });
    expect(findPlaces('old words', 'old words', { start: 3, end: 3 })).toEqual({ best: null, count: 0 });
  });

  it('always gives the very words, whatever was put in front', () => {
    const input = fc.record({ text: fc.string({ minLength: 1, unit: 'grapheme' }), front: fc.string(), at: fc.nat() });
    fc.assert(
      fc.property(input, ({ text, front, at }) => {
        const start = at % text.length;
        const { best } = findPlaces(text, front + text, { start, end: text.length });
        expect(best && (front + text).slice(best.start, best.end)).toBe(text.slice(start));
      }),
    );
  });
});
