/** The fields of consent: what was agreed to, how sensitive it is, what is to be respected, whether it was withdrawn. */
import type { ConsentOwner } from '#shared/domain/consent/consent-edits.ts';
import { setConsent, setRestrictions, setSensitivity } from '#shared/domain/consent/consent-edits.ts';
import {
  answerOn,
  consentAnswers,
  consentMatters,
  sensitivities,
  type ConsentFields,
  type Sensitivity,
} from '#shared/domain/consent/consent.ts';
import { useSession } from '#renderer/data/hooks.ts';
import { WithdrawalBox } from '#renderer/features/consent/WithdrawalBox.tsx';
import { SegmentedControl } from '#renderer/ui/Checkbox.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { useDraftText } from '#renderer/ui/draft-text.ts';
import { TextArea } from '#renderer/ui/TextField.tsx';
import { useWords } from '#renderer/ui/words.ts';

export type ConsentFormProps = {
  readonly owner: ConsentOwner;
  readonly fields: ConsentFields;
  readonly isReadOnly: boolean;
};

const NOT_SET = 'not-set';

/** The form; every answer is an edit of its own. */
export function ConsentForm({ owner, fields, isReadOnly }: ConsentFormProps) {
  const words = useWords();
  const session = useSession();
  const restrictions = useDraftText(fields.restrictions ?? '', (value) => {
    session.commit(setRestrictions(owner, value.trim()));
  });
  return (
    <>
      <div className="consent__answers">
        {consentMatters.map((matter) => (
          <div key={matter} className="consent__answer">
            <span aria-hidden>{words(`consent.matter.${matter}`)}</span>
            <SegmentedControl
              label={words(`consent.matter.${matter}`)}
              isLabelHidden
              options={consentAnswers.map((value) => ({ value, label: words(`consent.answer.${value}`) }))}
              value={answerOn(fields, matter)}
              onChange={(answer) => void session.commit(setConsent(owner, matter, answer))}
              isDisabled={isReadOnly}
            />
          </div>
        ))}
      </div>
      <Select<Sensitivity | typeof NOT_SET>
        label={words('consent.sensitivity')}
        choices={[
          { id: NOT_SET, label: words('consent.notSet') },
          ...sensitivities.map((id) => ({
            id,
            label: words(`consent.level.${id}`),
            description: words(`consent.levelHelp.${id}`),
          })),
        ]}
        value={fields.sensitivity ?? NOT_SET}
        onChange={(level) => void session.commit(setSensitivity(owner, level === NOT_SET ? null : level))}
        isDisabled={isReadOnly}
      />
      <TextArea
        label={words('consent.restrictions')}
        placeholder={words('consent.restrictionsPlaceholder')}
        rows={2}
        {...restrictions}
        maxLength={20_000}
        isReadOnly={isReadOnly}
      />
      <WithdrawalBox owner={owner} withdrawal={fields.withdrawal ?? null} isReadOnly={isReadOnly} />
    </>
  );
}
