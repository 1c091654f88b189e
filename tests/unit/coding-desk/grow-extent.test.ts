import { describe, expect, it } from 'vitest';
import { growExtent } from '#renderer/features/coding/reader/grow-extent.ts';

const text = 'ANA: The house is full. We wait! Who comes?\n\nBEA: Nobody comes.\nStill nobody.';
const content = {
  text,
  table: null,
  segments: [
    { role: 'turn' as const, start: 0, bodyStart: 5, end: 44, speaker: 'ANA' },
    { role: 'turn' as const, start: 45, bodyStart: 50, end: text.length, speaker: 'BEA' },
  ],
};
const grown = (start: number, end = start) => {
  const extent = growExtent(content, { start, end });
  return extent && text.slice(extent.start, extent.end);
};

describe('growing a selection', () => {
  it('takes the sentence at the caret', () => {
    expect(grown(7)).toBe('The house is full.');
    expect(grown(26)).toBe('We wait!');
  });

  it('takes all sentences that a selection touches', () => {
    expect(grown(10, 28)).toBe('The house is full. We wait!');
  });

  it('takes the spoken words of the turn next', () => {
    expect(grown(5, 23)).toBe('The house is full. We wait! Who comes?');
    expect(grown(50, 63)).toBe('Nobody comes.\nStill nobody.');
  });

  it('takes the paragraph where there are no turns', () => {
    const plain = { text: 'One line.\nTwo. Three.\n', segments: [], table: null };
    expect(growExtent(plain, { start: 10, end: 14 })).toEqual({ start: 10, end: 21 });
    expect(growExtent(plain, { start: 0, end: 9 })).toBeNull();
  });

  it('finds nothing in an empty text', () => {
    expect(growExtent({ text: '', segments: [], table: null }, { start: 0, end: 0 })).toBeNull();
  });
});
