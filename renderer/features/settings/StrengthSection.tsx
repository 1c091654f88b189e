/** How the strength of evidence is judged: the scale with its words, and the numbers of the rule that suggests a level. */
import { useState } from 'react';
import { editEvaluation } from '#shared/domain/evaluation/evaluation-edits.ts';
import {
  DEFAULT_STRENGTH_NUMBERS,
  strengthNumbersSchema,
  strengthScales,
  type StrengthNumbers,
  type StrengthScale,
} from '#shared/domain/evidence/strength-scale.ts';
import { strengths } from '#shared/domain/findings/finding.ts';
import { useRecords, useSession } from '#renderer/data/hooks.ts';
import { SettingsSection } from '#renderer/features/settings/SettingsSection.tsx';
import { useStrengthWord } from '#renderer/view-state/strength-words.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { useDraftText } from '#renderer/ui/draft-text.ts';
import { RadioGroup } from '#renderer/ui/Checkbox.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { useWords } from '#renderer/ui/words.ts';

/** The section. */
export function StrengthSection() {
  const words = useWords();
  const session = useSession();
  const [evaluation] = useRecords('evaluation');
  const isReadOnly = session.lockedBy !== null;
  const scale = evaluation?.strengthScale ?? 'four-point';
  const numbers = evaluation?.strengthNumbers ?? DEFAULT_STRENGTH_NUMBERS;
  const isUsual = Object.entries(DEFAULT_STRENGTH_NUMBERS).every(
    ([name, value]) => numbers[name as keyof StrengthNumbers] === value,
  );
  return (
    <SettingsSection title={words('settings.strength.title')} text={words('settings.strength.text')}>
      <RadioGroup<StrengthScale>
        label={words('settings.strength.scale')}
        options={strengthScales.map((value) => ({
          value,
          label: words(`settings.strength.scales.${value}.name`),
          description: words(`settings.strength.scales.${value}.about`),
        }))}
        value={scale}
        onChange={(strengthScale) => session.commit(editEvaluation({ strengthScale }))}
        isDisabled={isReadOnly}
      />
      {scale === 'custom' && (
        <div className="settings__grid">
          {strengths.map((strength, place) => (
            <OwnWord key={strength} place={place} isReadOnly={isReadOnly} />
          ))}
        </div>
      )}
      <h4 className="settings-section__sub">{words('settings.strength.rule')}</h4>
      <p className="settings-section__text">{words('settings.strength.ruleText')}</p>
      <div className="settings__grid">
        {(['minimumSources', 'minimumMethods', 'minimumGroups', 'contestedShare'] as const).map((name) => (
          <RuleNumber key={`${name} ${numbers[name]}`} name={name} numbers={numbers} isReadOnly={isReadOnly} />
        ))}
      </div>
      {!isUsual && !isReadOnly && (
        <Button onPress={() => session.commit(editEvaluation({ strengthNumbers: null }))}>
          {words('settings.strength.usualRule')}
        </Button>
      )}
    </SettingsSection>
  );
}

function OwnWord({ place, isReadOnly }: { readonly place: number; readonly isReadOnly: boolean }) {
  const words = useWords();
  const session = useSession();
  const wordStrength = useStrengthWord(words);
  const [evaluation] = useRecords('evaluation');
  const own = evaluation?.strengthWords ?? [];
  const field = useDraftText(own[place] ?? '', (text) => {
    const strengthWords = strengths.map((_, other) => (other === place ? text.trim() : (own[other] ?? '')));
    session.commit(editEvaluation({ strengthWords }));
  });
  const usual = strengths[place];
  return (
    <TextField
      label={words('settings.strength.level', { number: place + 1 })}
      maxLength={100}
      placeholder={usual ? wordStrength(usual) : ''}
      isReadOnly={isReadOnly}
      {...field}
    />
  );
}

type RuleNumberProps = {
  readonly name: keyof StrengthNumbers;
  readonly numbers: StrengthNumbers;
  readonly isReadOnly: boolean;
};

/** A number of the rule; the share is written in per cent. */
function RuleNumber({ name, numbers, isReadOnly }: RuleNumberProps) {
  const words = useWords();
  const session = useSession();
  const factor = name === 'contestedShare' ? 100 : 1;
  const [text, setText] = useState(String(Math.round(numbers[name] * factor)));
  const next = { ...numbers, [name]: Number(text.trim().replace(',', '.')) / factor };
  const isValid = text.trim() !== '' && strengthNumbersSchema.safeParse(next).success;
  const save = (): void => {
    if (isValid && next[name] !== numbers[name]) session.commit(editEvaluation({ strengthNumbers: next }));
  };
  return (
    <TextField
      label={words(`settings.strength.number.${name}`)}
      inputMode="numeric"
      value={text}
      onChange={setText}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Enter') save();
      }}
      error={isValid ? '' : words(`settings.strength.range.${name}`)}
      isReadOnly={isReadOnly}
    />
  );
}
