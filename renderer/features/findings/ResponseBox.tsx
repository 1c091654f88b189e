/** What management answers to a recommendation, and what has become of it. */
import {
  followUpStates,
  managementResponses,
  type FollowUpState,
  type ManagementResponse,
  type Recommendation,
} from '#shared/domain/findings/recommendation.ts';
import { textRows } from '#renderer/features/findings/text-rows.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { SegmentedControl } from '#renderer/ui/Checkbox.tsx';
import { useLongDraftText } from '#renderer/ui/draft-text.ts';
import { Select } from '#renderer/ui/Select.tsx';
import { TextArea, TextField } from '#renderer/ui/TextField.tsx';
import { useWords } from '#renderer/ui/words.ts';

export type ResponseBoxProps = {
  readonly item: Recommendation;
  readonly onEdit: (values: Partial<Recommendation>) => void;
  readonly isReadOnly: boolean;
};

/** The box. */
export function ResponseBox({ item, onEdit, isReadOnly }: ResponseBoxProps) {
  const words = useWords();
  const reason = useLongDraftText(item.responseReason ?? '', (responseReason) => onEdit({ responseReason }));
  const action = useLongDraftText(item.action ?? '', (value) => onEdit({ action: value }));
  const responsible = useLongDraftText(item.responsible ?? '', (value) => onEdit({ responsible: value }));
  const due = useLongDraftText(item.dueDate ?? '', (dueDate) => onEdit({ dueDate }));
  const note = useLongDraftText(item.followUpNote ?? '', (followUpNote) => onEdit({ followUpNote }));
  const response = item.response ?? null;
  const needsReason = response !== null && response !== 'accepted' && reason.value.trim() === '';
  return (
    <section className="findings-box" aria-label={words('findings.response.title')}>
      <div className="findings-box__head">
        <h3 className="findings-box__title">{words('findings.response.title')}</h3>
        {response !== null && !isReadOnly && (
          <Button variant="quiet" onPress={() => onEdit({ response: null })}>
            {words('findings.response.takeBack')}
          </Button>
        )}
      </div>
      <SegmentedControl<ManagementResponse | ''>
        label={words('findings.response.label')}
        isLabelHidden
        options={managementResponses.map((value) => ({ value, label: words(`findings.response.${value}`) }))}
        value={response ?? ''}
        onChange={(value) => value !== '' && onEdit({ response: value })}
        isDisabled={isReadOnly}
      />
      <TextArea
        label={words('findings.response.reason')}
        rows={textRows(reason.value, 2)}
        isReadOnly={isReadOnly}
        error={needsReason ? words('findings.response.reasonMissing') : ''}
        {...reason}
      />
      <h3 className="findings-box__title">{words('findings.followUp.title')}</h3>
      <TextArea
        label={words('findings.followUp.action')}
        rows={textRows(action.value, 2)}
        isReadOnly={isReadOnly}
        {...action}
      />
      <div className="findings-row">
        <TextField label={words('findings.followUp.responsible')} isReadOnly={isReadOnly} {...responsible} />
        <TextField label={words('findings.followUp.due')} type="date" isReadOnly={isReadOnly} {...due} />
        <Select<FollowUpState>
          label={words('findings.followUp.state')}
          choices={followUpStates.map((id) => ({ id, label: words(`findings.followUp.${id}`) }))}
          value={item.followUp ?? null}
          onChange={(followUp) => onEdit({ followUp })}
          placeholder={words('findings.followUp.unknown')}
          isDisabled={isReadOnly}
        />
      </div>
      <TextArea
        label={words('findings.followUp.note')}
        rows={textRows(note.value, 2)}
        isReadOnly={isReadOnly}
        {...note}
      />
    </section>
  );
}
