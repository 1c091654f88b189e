/** The levels of strength in the words of the evaluation's scale: the usual four, another preset, or the team's own. */
import { useCallback } from 'react';
import { strengths, type Strength } from '#shared/domain/findings/finding.ts';
import { useRecords } from '#renderer/data/hooks.ts';

/** A function that says a level; `words` looks a text up in the language of the interface. */
export function useStrengthWord(words: (key: string) => string): (strength: Strength) => string {
  const [evaluation] = useRecords('evaluation');
  const scale = evaluation?.strengthScale ?? 'four-point';
  const own = evaluation?.strengthWords ?? null;
  return useCallback(
    (strength) => {
      const given = scale === 'custom' ? (own?.[strengths.indexOf(strength)]?.trim() ?? '') : '';
      return given || words(`findings.strengthScale.${scale === 'custom' ? 'four-point' : scale}.${strength}`);
    },
    [own, scale, words],
  );
}
