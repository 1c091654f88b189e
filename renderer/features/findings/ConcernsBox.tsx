/** The four components of GRADE-CERQual, assessed by a person, with the overall confidence that they suggest. */
import {
  cerqualComponents,
  concernLevels,
  suggestConfidence,
  type CerqualComponent,
  type ConcernLevel,
} from '#shared/domain/evidence/strength-scale.ts';
import type { Finding } from '#shared/domain/findings/finding.ts';
import { useStrengthWord } from '#renderer/view-state/strength-words.ts';
import { Select } from '#renderer/ui/Select.tsx';
import { useWords } from '#renderer/ui/words.ts';

export type ConcernsBoxProps = {
  readonly finding: Finding;
  readonly onAssess: (component: CerqualComponent, concern: ConcernLevel) => void;
  readonly isReadOnly: boolean;
};

/** The box. */
export function ConcernsBox({ finding, onAssess, isReadOnly }: ConcernsBoxProps) {
  const words = useWords();
  const wordStrength = useStrengthWord(words);
  const concerns = knownConcerns(finding);
  const suggested = suggestConfidence(concerns);
  return (
    <div className="findings-concerns">
      {cerqualComponents.map((component) => (
        <Select<ConcernLevel>
          key={component}
          label={words(`findings.component.${component}`)}
          choices={concernLevels.map((id) => ({ id, label: words(`findings.concern.${id}`) }))}
          value={concerns[component] ?? null}
          onChange={(concern) => onAssess(component, concern)}
          isDisabled={isReadOnly}
        />
      ))}
      <p className="findings-box__hint" role="status">
        {suggested
          ? words('findings.confidence', { strength: wordStrength(suggested) })
          : words('findings.confidenceOpen')}
      </p>
    </div>
  );
}

/** What was assessed, without what a newer version may know. */
function knownConcerns({ concerns = {} }: Finding): Partial<Record<CerqualComponent, ConcernLevel>> {
  const known: Partial<Record<CerqualComponent, ConcernLevel>> = {};
  for (const component of cerqualComponents) {
    const concern = concernLevels.find((level) => level === concerns[component]);
    if (concern) known[component] = concern;
  }
  return known;
}
