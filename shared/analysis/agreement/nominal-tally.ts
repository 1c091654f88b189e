/**
 * What the measures of agreement on named values are worked out from: sums over units. They add up, so that a sum
 * over stretches of text is all that a resampled interval needs, and a thousand characters count as one entry.
 */

/** A coder who did not rate a unit. */
export const MISSING = -1;

/** A value that is not defined, such as kappa where nobody varies. */
export type Measure = number | null;

export type NominalMeasures = {
  /** Share of pairs of coders that agree, over the units that at least two coders rated. */
  readonly percent: Measure;
  /** Cohen's kappa for two coders, Conger's for more. */
  readonly kappa: Measure;
  /** Fleiss' kappa; for two coders this is Scott's pi. */
  readonly fleiss: Measure;
  /** Gwet's AC1. */
  readonly ac1: Measure;
  readonly brennanPrediger: Measure;
  /** Krippendorff's alpha for named values. */
  readonly alpha: Measure;
};

/** Below this a difference from zero is rounding. */
const NEARLY_ZERO = 1e-12;

/** Adds up units for one set of coders and values (numbers from 0). */
export class NominalTally {
  readonly coders: number;
  readonly values: number;
  /** The sums, in the order of the places below. */
  readonly sums: Float64Array;
  private readonly places: {
    readonly shares: number;
    readonly pairable: number;
    readonly byCoder: number;
    readonly table: number;
  };

  constructor(coders: number, values: number, sums?: Float64Array) {
    this.coders = coders;
    this.values = values;
    const shares = 4;
    const pairable = shares + values;
    const byCoder = pairable + values;
    const table = byCoder + coders * values;
    this.places = { shares, pairable, byCoder, table };
    this.sums = sums ?? new Float64Array(table + (coders === 2 ? values * values : 0));
  }

  /** Adds `weight` units that all coders rated in the same way; `MISSING` for a coder who did not rate. */
  add(ratings: ArrayLike<number>, weight: number): void {
    const { sums, values } = this;
    const { shares, pairable, byCoder, table } = this.places;
    let raters = 0;
    for (let coder = 0; coder < this.coders; coder += 1) if (ratings[coder] !== MISSING) raters += 1;
    if (raters === 0 || weight === 0) return;
    bump(sums, 0, weight);
    if (raters >= 2) bump(sums, 1, weight);
    let agreeing = 0;
    for (let coder = 0; coder < this.coders; coder += 1) {
      const value = ratings[coder] as number;
      if (value === MISSING) continue;
      bump(sums, byCoder + coder * values + value, weight);
      bump(sums, shares + value, weight / raters);
      if (raters < 2) continue;
      bump(sums, pairable + value, weight);
      for (let other = 0; other < this.coders; other += 1) {
        if (other !== coder && ratings[other] === value) agreeing += 1;
      }
    }
    if (raters < 2) return;
    bump(sums, 2, (weight * agreeing) / (raters * (raters - 1)));
    bump(sums, 3, (weight * agreeing) / (raters - 1));
    if (this.coders === 2) bump(sums, table + (ratings[0] as number) * values + (ratings[1] as number), weight);
  }

  /** Units that at least two coders rated. */
  get units(): number {
    return this.sums[1] as number;
  }

  /** For two coders: how many units the first rated `first` and the second `second`. */
  count(first: number, second: number): number {
    return this.sums[this.places.table + first * this.values + second] ?? 0;
  }

  /** All measures of what was added; null where one is not defined. */
  measure(): NominalMeasures {
    const { sums, values } = this;
    const [rated = 0, units = 0, agreeing = 0, alphaAgreeing = 0] = sums;
    if (units === 0) return NOTHING;
    const { shares, pairable } = this.places;
    const percent = agreeing / units;
    let squares = 0;
    let gwet = 0;
    let pairs = 0;
    let pairableSquares = 0;
    for (let value = 0; value < values; value += 1) {
      const share = (sums[shares + value] as number) / rated;
      squares += share * share;
      gwet += share * (1 - share);
      const count = sums[pairable + value] as number;
      pairs += count;
      pairableSquares += count * (count - 1);
    }
    const expectedDisagreement = pairs > 1 ? 1 - pairableSquares / (pairs * (pairs - 1)) : 0;
    return {
      percent,
      kappa: correctForChance(percent, this.expectedByCoders()),
      fleiss: correctForChance(percent, squares),
      ac1: values < 2 ? null : correctForChance(percent, gwet / (values - 1)),
      brennanPrediger: values < 2 ? null : correctForChance(percent, 1 / values),
      alpha: expectedDisagreement < NEARLY_ZERO ? null : 1 - (1 - alphaAgreeing / pairs) / expectedDisagreement,
    };
  }

  /** For two coders: the highest kappa that their own counts of each value allow. */
  maximumKappa(): Measure {
    if (this.coders !== 2 || this.units === 0) return null;
    let most = 0;
    for (let value = 0; value < this.values; value += 1) {
      most += Math.min(this.shareOfCoder(0, value), this.shareOfCoder(1, value));
    }
    return correctForChance(most, this.expectedByCoders());
  }

  /** Chance agreement when every coder keeps to their own shares: Cohen's, in Conger's form for more than two. */
  private expectedByCoders(): number {
    const { coders } = this;
    let expected = 0;
    for (let value = 0; value < this.values; value += 1) {
      let sum = 0;
      let sumOfSquares = 0;
      for (let coder = 0; coder < coders; coder += 1) {
        const share = this.shareOfCoder(coder, value);
        sum += share;
        sumOfSquares += share * share;
      }
      // The mean over pairs of different coders of the product of their shares.
      expected += (sum * sum - sumOfSquares) / (coders * (coders - 1));
    }
    return expected;
  }

  private shareOfCoder(coder: number, value: number): number {
    const start = this.places.byCoder + coder * this.values;
    let all = 0;
    for (let other = 0; other < this.values; other += 1) all += this.sums[start + other] as number;
    return all === 0 ? 0 : (this.sums[start + value] as number) / all;
  }
}

const NOTHING: NominalMeasures = {
  percent: null,
  kappa: null,
  fleiss: null,
  ac1: null,
  brennanPrediger: null,
  alpha: null,
};

/** How far agreement goes beyond what chance would give; not defined where chance alone gives all of it. */
function correctForChance(observed: number, expected: number): Measure {
  return 1 - expected < NEARLY_ZERO ? null : (observed - expected) / (1 - expected);
}

function bump(sums: Float64Array, place: number, by: number): void {
  sums[place] = (sums[place] as number) + by;
}
