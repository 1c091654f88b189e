import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flattenCodings } from '#renderer/features/coding/reader/flatten-codings.ts';

const items = fc
  .array(fc.tuple(fc.nat(120), fc.integer({ min: 1, max: 60 })), { maxLength: 40 })
  .map((pairs) =>
    pairs
      .map(([start, length], name) => ({ name, start, end: start + length }))
      .sort((a, b) => a.start - b.start || b.end - a.end),
  );

describe('flattening overlapping codings', () => {
  it('cuts where anything begins or ends', () => {
    const a = { name: 'a', start: 0, end: 10 };
    const b = { name: 'b', start: 5, end: 15 };
    expect(flattenCodings([a, b], { start: 0, end: 100 })).toEqual([
      { start: 0, end: 5, covering: [a] },
      { start: 5, end: 10, covering: [a, b] },
      { start: 10, end: 15, covering: [b] },
    ]);
  });

  it('stays inside the range', () => {
    const a = { name: 'a', start: 0, end: 50 };
    expect(flattenCodings([a], { start: 10, end: 20 })).toEqual([{ start: 10, end: 20, covering: [a] }]);
  });

  it('says for each position exactly which codings cover it', () => {
    fc.assert(
      fc.property(items, fc.nat(100), fc.nat(100), (list, x, y) => {
        const range = { start: Math.min(x, y), end: Math.max(x, y) + 1 };
        const stretches = flattenCodings(list, range);
        stretches.forEach((stretch, index) => {
          expect(stretch.start).toBeLessThan(stretch.end);
          if (index > 0) expect(stretch.start).toBeGreaterThanOrEqual(stretches[index - 1]?.end ?? 0);
        });
        for (let position = range.start; position < range.end; position += 1) {
          const expected = list.filter((item) => item.start <= position && item.end > position);
          const stretch = stretches.find((one) => one.start <= position && one.end > position);
          expect(stretch?.covering ?? []).toEqual(expected);
        }
      }),
    );
  });
});
