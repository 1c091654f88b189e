/** Reasons for what the matrix suggests, in a sentence. */
import type { ConvergenceSuggestion, PairComparison } from '#shared/analysis/convergence.ts';
import type { StrengthSuggestion } from '#shared/analysis/strength.ts';

/** Why this convergence is suggested. */
export function describeConvergence(suggestion: ConvergenceSuggestion): string {
  if (suggestion.speaking < 2) {
    return suggestion.speaking === 0 ? 'No column speaks.' : 'Only one column speaks, so nothing can be compared.';
  }
  const decisive = suggestion.pairs.find((pair) => pair.result === suggestion.suggested);
  return decisive ? describePair(decisive) : '';
}

function describePair({ a, b, reason, stances, prominences }: PairComparison): string {
  const [shareA, shareB] = prominences.map((share) => `${Math.round(share * 100)} %`);
  switch (reason) {
    case 'opposite':
      return `${a} on the whole ${stances[0]}, ${b} ${stances[1]}.`;
    case 'not-one-stance':
      return `${a} is ${stances[0]}, ${b} ${stances[1]}: they do not take one stance.`;
    case 'prominence-apart':
      return `${a} and ${b} say the same, but ${shareA} of the one and ${shareB} of the other.`;
    case 'same-and-prominent':
      return `All who speak say the same about as often, such as ${a} (${shareA}) and ${b} (${shareB}).`;
    case 'one-silent':
      return `${a} or ${b} is silent.`;
  }
}

/** Why this strength is suggested. */
export function describeStrength({ facts, suggested, missing }: StrengthSuggestion): string {
  if (suggested === 'none') return 'Nobody takes a side.';
  const sources = `${facts.supporting} independent sources in ${facts.methods.length} methods`;
  const contrary = facts.contrary + facts.mixed > 0 ? `, ${facts.contrary} contrary and ${facts.mixed} mixed` : '';
  const opposed = facts.opposedMethods.length > 0 ? `; mostly contrary: ${facts.opposedMethods.join(', ')}` : '';
  const lacking = missing.length > 0 ? `; more ${missing.join(' and ')} needed` : '';
  return `${sources}${contrary}${opposed}${lacking}.`;
}
