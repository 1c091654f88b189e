/** Why a convergence is suggested, as sentences: keys of words with their values, the most telling first. */
import type { ConvergenceSuggestion, PairComparison, SilenceKind, Stance } from '#shared/analysis/convergence.ts';

export type Reason = {
  /** Below `matrix.reason`. */
  readonly key: 'opposite' | 'not-one-stance' | 'prominence-apart' | 'same-and-prominent' | 'one-silent';
  readonly a: string;
  readonly b: string;
  readonly stanceA: Stance;
  readonly stanceB: Stance;
  readonly shareA: number;
  readonly shareB: number;
};

const WEIGHT: Readonly<Record<Reason['key'], number>> = {
  opposite: 0,
  'not-one-stance': 1,
  'prominence-apart': 2,
  'same-and-prominent': 3,
  'one-silent': 4,
};

/** The pairs as reasons, worst first; of an opposite pair the supporting side comes first. */
export function reasonsOf(suggestion: Pick<ConvergenceSuggestion, 'pairs'>): readonly Reason[] {
  return suggestion.pairs.map(asReason).sort((a, b) => WEIGHT[a.key] - WEIGHT[b.key]);
}

/** Columns that are silent, by why. */
export function silentColumns(suggestion: Pick<ConvergenceSuggestion, 'silent'>, kind: SilenceKind): readonly string[] {
  return suggestion.silent.filter((silent) => silent.kind === kind).map((silent) => silent.column);
}

function asReason(pair: PairComparison): Reason {
  const forward: Reason = {
    key: pair.reason,
    a: pair.a,
    b: pair.b,
    stanceA: pair.stances[0],
    stanceB: pair.stances[1],
    shareA: pair.prominences[0],
    shareB: pair.prominences[1],
  };
  if (pair.reason !== 'opposite' || pair.stances[0] === 'supports') return forward;
  const { a, b, stanceA, stanceB, shareA, shareB } = forward;
  return { key: forward.key, a: b, b: a, stanceA: stanceB, stanceB: stanceA, shareA: shareB, shareB: shareA };
}
