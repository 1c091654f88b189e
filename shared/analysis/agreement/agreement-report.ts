/** What measuring agreement answers, for each code and for all together. */
import type { AgreementUnit } from '#shared/analysis/agreement/text-units.ts';
import type { LeftOut } from '#shared/analysis/agreement/agreement-data.ts';
import type { Measure, NominalMeasures } from '#shared/analysis/agreement/nominal-tally.ts';
import type { Interval } from '#shared/analysis/agreement/resampling.ts';
import type { CodeId } from '#shared/domain/codebook/code.ts';
import type { SourceId } from '#shared/domain/source/source.ts';
import type { PersonId } from '#shared/domain/team/person.ts';

/** Two coders: units with the code for both, the first only, the second only, neither. */
export type FourCounts = { readonly a: number; readonly b: number; readonly c: number; readonly d: number };

export const intervalKeys = ['percent', 'kappa', 'fleiss', 'ac1', 'brennanPrediger', 'alpha', 'binaryUAlpha'] as const;
export type IntervalKey = (typeof intervalKeys)[number];

export type AgreementFigures = NominalMeasures & {
  /** Units that at least two coders read; over all codes: unit and code. */
  readonly n: number;
  /** Null with more than two coders; then `pairs` has them. */
  readonly counts: FourCounts | null;
  /** The highest kappa that the two coders' own frequencies allow. */
  readonly maximumKappa: Measure;
  readonly uAlpha: Measure;
  /** Coded or not: where the spans lie. */
  readonly binaryUAlpha: Measure;
  readonly intervals: Readonly<Record<IntervalKey, Interval | null>>;
  /** Of what two coders both coded: whether they gave it the same direction. */
  readonly direction: { readonly n: number; readonly percent: Measure; readonly alpha: Measure };
  /** Each two coders; empty when there are only two. */
  readonly pairs: readonly PairFigures[];
};

export type PairFigures = FourCounts &
  Pick<NominalMeasures, 'percent' | 'kappa' | 'alpha'> & { readonly coders: readonly [PersonId, PersonId] };

export type CodeFigures = AgreementFigures & {
  readonly code: CodeId;
  /** (k)u-alpha: whether others gave the same code where they coded at all; only where no code below was used. */
  readonly kuAlpha: Measure;
  /** How often a piece bears the code, as ranks and as numbers; null by characters. */
  readonly frequency: { readonly ordinal: Measure; readonly interval: Measure; readonly ratio: Measure } | null;
  /** The first alpha for spans, of 1995. */
  readonly alphaU1995: Measure;
};

export type OverallFigures = AgreementFigures & {
  readonly cuAlpha: Measure;
  readonly cuCoverage: Measure;
  /** Somebody gave two codes to the same words, so that u-alpha over all codes is not defined. */
  readonly hasOverlaps: boolean;
  /** The codes of a unit compared as sets. */
  readonly alphaJaccard: Measure;
  readonly alphaMasi: Measure;
};

export type AgreementReport = {
  readonly unit: AgreementUnit;
  readonly coders: readonly PersonId[];
  readonly sources: readonly SourceId[];
  readonly leftOut: LeftOut;
  readonly codes: readonly CodeFigures[];
  readonly overall: OverallFigures;
};
