/** How different two values are, squared: what Krippendorff's alpha weighs disagreement with. */

/** All distinct values, in order, and how often each stands in a pair. */
export type ValueCounts<Value> = { readonly values: readonly Value[]; readonly counts: readonly number[] };

/** The squared difference of the values at two places. */
export type SquaredDifference = (first: number, second: number) => number;

/** Makes the difference for the values that are there: between ranks it depends on how many lie between. */
export type DifferenceOf<Value> = (counted: ValueCounts<Value>) => SquaredDifference;

/** Names: the same or not. */
export const nominalDifference: DifferenceOf<unknown> = () => (first, second) => (first === second ? 0 : 1);

/** Ranks: how many ratings lie between the two, half of their own included. */
export const ordinalDifference: DifferenceOf<number> = ({ counts }) => {
  const below: number[] = [];
  let sum = 0;
  for (const count of counts) {
    below.push(sum + count / 2);
    sum += count;
  }
  return (first, second) => ((below[second] as number) - (below[first] as number)) ** 2;
};

/** Numbers on a scale without a natural zero. */
export const intervalDifference: DifferenceOf<number> =
  ({ values }) =>
  (first, second) =>
    ((values[first] as number) - (values[second] as number)) ** 2;

/** Numbers on a scale with a natural zero, such as how often something occurs. */
export const ratioDifference: DifferenceOf<number> =
  ({ values }) =>
  (first, second) => {
    const a = values[first] as number;
    const b = values[second] as number;
    return a + b === 0 ? 0 : ((a - b) / (a + b)) ** 2;
  };

/** A set of codes: their numbers, rising. */
export type CodeSet = readonly number[];

/** Sets: the share of codes that are not in both. Two empty sets do not differ. */
export const jaccardDifference: DifferenceOf<CodeSet> =
  ({ values }) =>
  (first, second) =>
    jaccardDistance(values[first] as CodeSet, values[second] as CodeSet);

/** Sets, where holding one another counts as closer than merely sharing a code (Passonneau 2006). */
export const masiDifference: DifferenceOf<CodeSet> =
  ({ values }) =>
  (first, second) =>
    masiDistance(values[first] as CodeSet, values[second] as CodeSet);

/** 1 less the share of codes that are in both sets. */
function jaccardDistance(a: CodeSet, b: CodeSet): number {
  const common = countCommon(a, b);
  const all = a.length + b.length - common;
  return all === 0 ? 0 : 1 - common / all;
}

/** 1 less Jaccard's share times how the sets lie: equal 1, one in the other 2/3, crossing 1/3, apart 0. */
export function masiDistance(a: CodeSet, b: CodeSet): number {
  const common = countCommon(a, b);
  const all = a.length + b.length - common;
  if (all === 0) return 0;
  const isInside = common === a.length || common === b.length;
  const lie = common === all ? 1 : common === 0 ? 0 : isInside ? 2 / 3 : 1 / 3;
  return 1 - (common / all) * lie;
}

function countCommon(a: CodeSet, b: CodeSet): number {
  let common = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const difference = (a[i] as number) - (b[j] as number);
    if (difference === 0) common += 1;
    if (difference <= 0) i += 1;
    if (difference >= 0) j += 1;
  }
  return common;
}
