/**
 * What the u-alpha family is worked out from (Krippendorff, Mathet, Bouvry & Widlöcher 2016): coders mark spans of
 * their own on a continuum and give each a value. Like `NominalTally`, the sums of stretches add up. Value 0 is the
 * gap between spans, of which each character is a unit of its own.
 */
import type { Measure } from '#shared/analysis/agreement/nominal-tally.ts';

export const GAP = 0;

export type UnitizingMeasures = {
  /** u-alpha: where the spans lie and what they are called. */
  readonly uAlpha: Measure;
  /** cu-alpha: what spans are called where they overlap. */
  readonly cuAlpha: Measure;
  /** Share of the continuum in which a pair of coders both have a span: what cu-alpha speaks of. */
  readonly coverage: Measure;
};

const HEAD = 4;

/** Adds up stretches of a continuum for values from 0 to `values` - 1. */
export class UnitizingTally {
  readonly values: number;
  /**
   * Length and agreement (per pair of coders), the same on overlaps of spans only; then by value: its length, its
   * squared lengths, and the same and the agreement on overlaps.
   */
  readonly sums: Float64Array;

  constructor(values: number, sums?: Float64Array) {
    this.values = values;
    this.sums = sums ?? new Float64Array(HEAD + 5 * values);
  }

  /** Adds a stretch in which nothing changes; `held` is the value of each coder who read it. */
  addStretch(held: readonly number[], length: number): void {
    const raters = held.length;
    if (raters < 2 || length === 0) return;
    const { sums, values } = this;
    bump(sums, 0, length * raters);
    let spans = 0;
    for (const value of held) if (value !== GAP) spans += 1;
    const perPair = length / (raters - 1);
    if (spans >= 2) bump(sums, 2, perPair * spans * (spans - 1));
    for (let one = 0; one < raters; one += 1) {
      const value = held[one] as number;
      bump(sums, HEAD + value, length);
      if (value === GAP) bump(sums, HEAD + values, length);
      else bump(sums, HEAD + 2 * values + value, perPair * (spans - 1));
      for (let other = 0; other < raters; other += 1) {
        if (other === one || held[other] !== value) continue;
        bump(sums, 1, perPair);
        if (value === GAP) continue;
        bump(sums, 3, perPair);
        bump(sums, HEAD + 4 * values + value, perPair);
      }
    }
  }

  /** Adds a whole span; `overlaps` is how much of it lies under the spans of each other coder. */
  addSpan(value: number, length: number, overlaps: readonly number[], raters: number): void {
    if (raters < 2) return;
    const { sums, values } = this;
    bump(sums, HEAD + values + value, length * length);
    for (const overlap of overlaps) bump(sums, HEAD + 3 * values + value, (overlap * overlap) / (raters - 1));
  }

  /** The measures of what was added; null where one is not defined. */
  measure(): UnitizingMeasures {
    const { sums, values } = this;
    const [length = 0, agreement = 0, overlap = 0, overlapAgreement = 0] = sums;
    return {
      uAlpha: alphaOf(length, agreement, this.part(0), this.part(1)),
      cuAlpha: alphaOf(overlap, overlapAgreement, this.part(2), this.part(3)),
      coverage: length === 0 || values < 2 ? null : overlap / length,
    };
  }

  /** (k)u-alpha: whether the spans of one value bear that value for the others too, where they have a span. */
  measureValue(value: number): { readonly kuAlpha: Measure; readonly coverage: Measure } {
    const [lengths, , overlaps, squares, agreements] = [0, 1, 2, 3, 4].map((part) => this.part(part));
    const whole = lengths?.[value] ?? 0;
    const own = overlaps?.[value] ?? 0;
    const length = this.sums[2] as number;
    const expected = own - expectedAgreement(length, own, squares ?? [], value);
    return {
      kuAlpha: own === 0 || expected <= 0 ? null : 1 - (own - (agreements?.[value] ?? 0)) / expected,
      coverage: whole === 0 ? null : own / whole,
    };
  }

  private part(place: number): Float64Array {
    const start = HEAD + place * this.values;
    return this.sums.subarray(start, start + this.values);
  }
}

/** 1 less observed over expected disagreement; null when nothing varies. */
function alphaOf(length: number, agreement: number, lengths: Float64Array, squares: Float64Array): Measure {
  if (length === 0) return null;
  let expected = length;
  lengths.forEach((own, value) => (expected -= expectedAgreement(length, own, squares, value)));
  return expected <= length * 1e-12 ? null : 1 - (length - agreement) / expected;
}

/** Agreement in a value if spans, as they are, lay anywhere; squared lengths are those of pairs within one span. */
function expectedAgreement(length: number, own: number, squares: ArrayLike<number>, value: number): number {
  let all = 0;
  for (let other = 0; other < squares.length; other += 1) all += squares[other] as number;
  const possible = length * length - all;
  return possible <= 0 ? own : (length * (own * own - (squares[value] as number))) / possible;
}

function bump(sums: Float64Array, place: number, by: number): void {
  sums[place] = (sums[place] as number) + by;
}
