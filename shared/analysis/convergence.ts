/**
 * How far sets of sources agree on a row of the matrix: a suggestion by rule, which a person confirms or overrules.
 * The codes are those of the triangulation protocol (Farmer, Robinson, Elliott & Eyles 2006, Qual Health Res 16:377):
 * agreement is agreement on meaning (stance) and on prominence; one of the two is partial agreement.
 */
import type { Convergence } from '#shared/domain/evidence/judgement.ts';

/** What one column says on a row. Voices are counted once each, with the stance of all they said there. */
export type ColumnVoices = {
  readonly column: string;
  /** Independent voices with a coding, also neutral ones. */
  readonly voices: number;
  readonly supports: number;
  readonly contradicts: number;
  readonly mixed: number;
  /** Voices that could have spoken. */
  readonly potential: number;
  /** From the plan: whether the theme was asked of this column; null when there is no plan. */
  readonly asked: boolean | null;
};

/** What a column says on the whole: `divided` is as much for as against, `neutral` takes no side. */
export type Stance = 'supports' | 'contradicts' | 'divided' | 'neutral';

export type PairReason = 'one-silent' | 'opposite' | 'same-and-prominent' | 'prominence-apart' | 'not-one-stance';

export type PairComparison = {
  readonly a: string;
  readonly b: string;
  readonly result: Convergence;
  readonly reason: PairReason;
  readonly stances: readonly [Stance, Stance];
  /** Share of the voices that could have spoken which take the column's stance. */
  readonly prominences: readonly [number, number];
};

export type SilenceKind = 'not-asked' | 'nothing-said';
export type SilentColumn = { readonly column: string; readonly kind: SilenceKind };

export type ConvergenceSuggestion = {
  readonly suggested: Convergence;
  /** Every two columns that speak. */
  readonly pairs: readonly PairComparison[];
  readonly silent: readonly SilentColumn[];
  /** How many columns speak; fewer than two cannot be compared. */
  readonly speaking: number;
};

/** Prominences that lie no further apart count as alike. */
const PROMINENCE_TOLERANCE = 0.34;
/** Shares are quotients: 0.84 - 0.50 must not be further apart than 0.34. */
const ROUNDING = 1e-9;

/** The sign of supporting minus contrary voices; a mixed voice counts half each way and changes no sign. */
export function stanceOf(voices: ColumnVoices): Stance {
  if (voices.supports > voices.contradicts) return 'supports';
  if (voices.supports < voices.contradicts) return 'contradicts';
  return voices.supports + voices.mixed > 0 ? 'divided' : 'neutral';
}

/** Voices with the column's stance (mixed ones count half) as a share of those that could have spoken. */
export function prominenceOf(voices: ColumnVoices): number {
  const stance = stanceOf(voices);
  const majority = Math.max(voices.supports, voices.contradicts) + voices.mixed / 2;
  const count = stance === 'supports' || stance === 'contradicts' ? majority : voices.voices;
  const potential = Math.max(voices.potential, voices.voices);
  return potential === 0 ? 0 : count / potential;
}

/** Compares two columns: opposite stances are dissonance, the same stance as prominently agreement. */
export function comparePair(a: ColumnVoices, b: ColumnVoices): PairComparison {
  const stances = [stanceOf(a), stanceOf(b)] as const;
  const prominences = [prominenceOf(a), prominenceOf(b)] as const;
  const conclude = (result: Convergence, reason: PairReason): PairComparison => ({
    a: a.column,
    b: b.column,
    result,
    reason,
    stances,
    prominences,
  });
  if (a.voices === 0 || b.voices === 0) return conclude('silence', 'one-silent');
  if (stances.includes('supports') && stances.includes('contradicts')) return conclude('dissonance', 'opposite');
  if (stances[0] !== stances[1] || stances[0] === 'divided') return conclude('partial-agreement', 'not-one-stance');
  const isClose = Math.abs(prominences[0] - prominences[1]) <= PROMINENCE_TOLERANCE + ROUNDING;
  return isClose ? conclude('agreement', 'same-and-prominent') : conclude('partial-agreement', 'prominence-apart');
}

/** Why a column without a voice on a row is silent: who was not there, or not planned to be, was not asked. */
function silenceKind(voices: Pick<ColumnVoices, 'asked' | 'potential'>): SilenceKind {
  return voices.asked !== false && voices.potential > 0 ? 'nothing-said' : 'not-asked';
}

/** Suggests how a row converges: its worst pair, silent columns apart; silence when fewer than two speak. */
export function suggestConvergence(columns: readonly ColumnVoices[]): ConvergenceSuggestion {
  const speaking = columns.filter((column) => column.voices > 0);
  const silent = columns
    .filter((column) => column.voices === 0)
    .map((column) => ({ column: column.column, kind: silenceKind(column) }));
  const pairs = speaking.flatMap((a, place) => speaking.slice(place + 1).map((b) => comparePair(a, b)));
  return { suggested: worstOf(pairs), pairs, silent, speaking: speaking.length };
}

function worstOf(pairs: readonly PairComparison[]): Convergence {
  if (pairs.length === 0) return 'silence';
  const worst = (['dissonance', 'partial-agreement'] as const).find((result) =>
    pairs.some((pair) => pair.result === result),
  );
  return worst ?? 'agreement';
}
