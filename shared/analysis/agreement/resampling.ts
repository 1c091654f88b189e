/**
 * Intervals by resampling (bootstrap): how far a measure would swing had other stretches of text been double-coded.
 * Blocks of text are drawn with replacement, not characters: neighbouring characters say the same.
 */
import type { Measure } from '#shared/analysis/agreement/nominal-tally.ts';

/** Bounds that hold 95 % of the resamples. */
export type Interval = readonly [low: number, high: number];

const RESAMPLES = 1000;
/** Neighbouring blocks beyond this go together: more make an interval no better, only slower. */
const MOST_BLOCKS = 500;
/** Fewer blocks say nothing about others. */
const FEWEST_BLOCKS = 8;
/** An interval is given only where nearly all resamples have a value. */
const FEWEST_DEFINED = 0.9;

/** Intervals of all measures that `measure` works out from the sums of blocks; null where there is none. */
export function resampleIntervals<Key extends string>(
  blocks: readonly Float64Array[],
  measure: (sums: Float64Array) => Readonly<Record<Key, Measure>>,
  keys: readonly Key[],
): Readonly<Record<Key, Interval | null>> {
  const values = new Map<Key, number[]>(keys.map((key) => [key, []]));
  if (blocks.length >= FEWEST_BLOCKS) {
    const sums = new Float64Array(blocks[0]?.length ?? 0);
    const width = sums.length;
    const { count, all } = layInRow(blocks, width);
    const draw = seededDraws(count);
    for (let sample = 0; sample < RESAMPLES; sample += 1) {
      sums.fill(0);
      for (let drawn = 0; drawn < count; drawn += 1) {
        const start = draw() * width;
        for (let place = 0; place < width; place += 1) {
          sums[place] = (sums[place] as number) + (all[start + place] as number);
        }
      }
      const measures = measure(sums);
      for (const key of keys) {
        const value = measures[key];
        if (value !== null) values.get(key)?.push(value);
      }
    }
  }
  const intervals = keys.map((key) => [key, readInterval(values.get(key) ?? [])]);
  return Object.fromEntries(intervals) as Record<Key, Interval | null>;
}

/** All blocks in one array: drawing walks through it a thousand times. */
function layInRow(
  blocks: readonly Float64Array[],
  width: number,
): { readonly count: number; readonly all: Float64Array } {
  const perRow = Math.ceil(blocks.length / MOST_BLOCKS);
  const count = Math.ceil(blocks.length / perRow);
  const all = new Float64Array(count * width);
  blocks.forEach((block, number) => {
    const start = Math.floor(number / perRow) * width;
    addTo(all.subarray(start, start + width), block);
  });
  return { count, all };
}

/** Adds `other` to `sums`, place by place. */
export function addTo(sums: Float64Array, other: Float64Array): void {
  for (let place = 0; place < sums.length; place += 1) {
    sums[place] = (sums[place] as number) + (other[place] as number);
  }
}

function readInterval(values: number[]): Interval | null {
  if (values.length < RESAMPLES * FEWEST_DEFINED) return null;
  values.sort((a, b) => a - b);
  const at = (share: number): number => values[Math.round(share * (values.length - 1))] as number;
  return [at(0.025), at(0.975)];
}

/** The same draws each time (mulberry32), so that a number in a report can be found again. */
function seededDraws(count: number): () => number {
  let state = 0x7a6b5c4d;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * count);
  };
}
