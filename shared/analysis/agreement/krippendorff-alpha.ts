/**
 * Krippendorff's alpha for values of any kind: 1 less the observed over the expected disagreement. Coders may be
 * missing; a unit that fewer than two coders rated does not count.
 */
import type { DifferenceOf } from '#shared/analysis/agreement/differences.ts';
import type { Measure } from '#shared/analysis/agreement/nominal-tally.ts';

/** Units that are rated alike: a value per coder who rated them, and how many such units there are. */
export type RatedUnits<Value> = { readonly ratings: readonly Value[]; readonly weight: number };

/** Says that two values are the same. */
export type KeyOf<Value> = (value: Value) => string | number;

/**
 * Alpha of the given units. `compare` puts values in order, which only the difference between ranks needs.
 * Null when nothing varies, or no unit has two ratings.
 */
export function krippendorffAlpha<Value>(
  units: readonly RatedUnits<Value>[],
  differenceOf: DifferenceOf<Value>,
  keyOf: KeyOf<Value>,
  compare: (a: Value, b: Value) => number = () => 0,
): Measure {
  const pairable = units.filter(({ ratings, weight }) => ratings.length >= 2 && weight > 0);
  const { values, counts, places } = countValues(pairable, keyOf, compare);
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total <= 1) return null;
  const difference = differenceOf({ values, counts });
  let expected = 0;
  for (let first = 0; first < values.length; first += 1) {
    for (let second = first + 1; second < values.length; second += 1) {
      expected += (counts[first] as number) * (counts[second] as number) * difference(first, second);
    }
  }
  if (expected === 0) return null;
  let observed = 0;
  for (const { ratings, weight } of pairable) {
    const own = ratings.map((value) => places.get(keyOf(value)) as number);
    let sum = 0;
    for (let i = 0; i < own.length; i += 1) {
      for (let j = i + 1; j < own.length; j += 1) sum += difference(own[i] as number, own[j] as number);
    }
    observed += (weight * sum) / (own.length - 1);
  }
  return 1 - ((total - 1) * observed) / expected;
}

function countValues<Value>(
  units: readonly RatedUnits<Value>[],
  keyOf: KeyOf<Value>,
  compare: (a: Value, b: Value) => number,
) {
  const found = new Map<string | number, { readonly value: Value; count: number }>();
  for (const { ratings, weight } of units) {
    for (const value of ratings) {
      const key = keyOf(value);
      const known = found.get(key);
      if (known) known.count += weight;
      else found.set(key, { value, count: weight });
    }
  }
  const ordered = [...found].sort(([, a], [, b]) => compare(a.value, b.value));
  return {
    values: ordered.map(([, { value }]) => value),
    counts: ordered.map(([, { count }]) => count),
    places: new Map(ordered.map(([key], place) => [key, place])),
  };
}
