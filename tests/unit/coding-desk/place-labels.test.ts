import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeLabels } from '#renderer/features/coding/reader/place-labels.ts';

describe('labels beside the brackets', () => {
  it('leaves labels with room where they want to be', () => {
    expect(
      placeLabels(
        [
          { top: 10, height: 20 },
          { top: 50, height: 20 },
        ],
        0,
      ),
    ).toEqual([10, 50]);
  });

  it('lets colliding labels share the shift', () => {
    expect(
      placeLabels(
        [
          { top: 100, height: 20 },
          { top: 100, height: 20 },
        ],
        0,
      ),
    ).toEqual([90, 110]);
  });

  it('does not go above the ceiling', () => {
    expect(
      placeLabels(
        [
          { top: 0, height: 20 },
          { top: 4, height: 20 },
        ],
        0,
      ),
    ).toEqual([0, 20]);
  });

  it('never overlaps, never swaps, never crosses the ceiling', () => {
    const wishes = fc
      .array(fc.record({ top: fc.integer({ min: 0, max: 500 }), height: fc.integer({ min: 10, max: 24 }) }), {
        maxLength: 60,
      })
      .map((list) => list.sort((a, b) => a.top - b.top));
    fc.assert(
      fc.property(wishes, (list) => {
        const tops = placeLabels(list, 0);
        expect(tops).toHaveLength(list.length);
        tops.forEach((top, index) => {
          expect(top).toBeGreaterThanOrEqual(0);
          const above = index > 0 ? (tops[index - 1] as number) + (list[index - 1]?.height ?? 0) : 0;
          expect(top).toBeGreaterThanOrEqual(above - 1e-6);
        });
      }),
    );
  });
});
