import { describe, expect, it } from 'vitest';
import { growExtent, unitAfter, unitAt, type Unit } from '#renderer/features/coding/reader/grow-extent.ts';

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

describe('units that one key codes', () => {
  const words = (extent: ReturnType<typeof unitAt>) => extent && text.slice(extent.start, extent.end);
  const at = (unit: Unit, position: number) => words(unitAt(content, unit, position));
  const after = (unit: Unit, start: number, end: number) => words(unitAfter(content, unit, { start, end }));

  it('leave out who speaks, also when the caret stands there', () => {
    expect(at('sentence', 0)).toBe('The house is full.');
    expect(at('passage', 46)).toBe('Nobody comes.\nStill nobody.');
    expect(at('sentence', text.length)).toBe('Still nobody.');
  });

  it('follow each other, a sentence or a turn at a time', () => {
    expect(after('sentence', 5, 23)).toBe('We wait!');
    expect(after('passage', 5, 23)).toBe('Nobody comes.\nStill nobody.');
    expect(after('sentence', 50, 63)).toBe('Still nobody.');
    expect(after('passage', 50, 63)).toBeNull();
  });
});
