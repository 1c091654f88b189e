/** The level of a finding's evidence in the words of the evaluation's scale. */
import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts';
import { strengths, type Strength } from '#shared/domain/findings/finding.ts';
import type { Words } from '#shared/formats/deliverable/words.ts';

/** A level in words; the team's own where it has any. */
export function strengthInWords(
  strength: Strength,
  { strengthScale, strengthWords }: Pick<Evaluation, 'strengthScale' | 'strengthWords'>,
  words: Words,
): string {
  const own = strengthScale === 'custom' ? (strengthWords?.[strengths.indexOf(strength)]?.trim() ?? '') : '';
  if (own !== '') return own;
  if (strengthScale === 'dfid' || strengthScale === 'cerqual') return words(`strength-${strengthScale}.${strength}`);
  return words(`strength.${strength}`);
}
