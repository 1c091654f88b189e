import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignLanes, endOfLastRow } from '#renderer/features/coding/reader/assign-lanes.ts';

const extents = fc
  .array(fc.tuple(fc.nat(400), fc.integer({ min: 1, max: 90 })), { maxLength: 120 })
  .map((pairs) =>
    pairs.map(([start, length]) => ({ start, end: start + length })).sort((a, b) => a.start - b.start || b.end - a.end),
  );

function paragraphEndIn(text: string): (position: number) => number {
  return (position) => {
    const found = text.indexOf('\n', position);
    return found === -1 ? text.length : found;
  };
}

describe('lanes of the brackets', () => {
  it('puts stretches that follow each other in one lane', () => {
    expect(
      assignLanes([
        { start: 0, end: 5 },
        { start: 5, end: 9 },
      ]),
    ).toEqual([0, 0]);
  });

  it('puts overlapping stretches beside each other and reuses the first free lane', () => {
    expect(
      assignLanes([
        { start: 0, end: 20 },
        { start: 2, end: 6 },
        { start: 4, end: 8 },
        { start: 7, end: 9 },
      ]),
    ).toEqual([0, 1, 2, 1]);
  });

  it('never lets two share a lane where they overlap, and uses no lane more than the deepest overlap', () => {
    fc.assert(
      fc.property(extents, (list) => {
        const lanes = assignLanes(list);
        list.forEach((one, i) =>
          list.forEach((other, j) => {
            if (i < j && one.start < other.end && other.start < one.end) expect(lanes[i]).not.toBe(lanes[j]);
          }),
        );
        const depth = Math.max(
          0,
          ...list.map((one) => list.filter((other) => other.start <= one.start && other.end > one.start).length),
        );
        expect(Math.max(-1, ...lanes) + 1).toBe(depth);
      }),
    );
  });

  it('keeps two stretches of one line apart, and shares again after a line break', () => {
    const text = `${'x'.repeat(40)}\n${'y'.repeat(40)}`;
    const room = endOfLastRow(paragraphEndIn(text), 80);
    expect(
      assignLanes(
        [
          { start: 0, end: 5 },
          { start: 10, end: 12 },
          { start: 41, end: 45 },
        ],
        room,
      ),
    ).toEqual([0, 1, 0]);
  });

  it('lets stretches of one long paragraph share a lane when rows lie between them', () => {
    const room = endOfLastRow(() => 1000, 80);
    expect(
      assignLanes(
        [
          { start: 0, end: 5 },
          { start: 400, end: 420 },
        ],
        room,
      ),
    ).toEqual([0, 0]);
  });
});
