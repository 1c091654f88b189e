/** Who speaks in a source: interviewers, and participants under their code names. */
import { UserPlus } from 'lucide-react';
import { drawId } from '#shared/basics/ids.ts';
import { setOperation } from '#shared/domain/change/fields.ts';
import type { Draft } from '#shared/domain/change/change.ts';
import type { Participant } from '#shared/domain/participant/participant.ts';
import { assignSpeaker, editParticipant, participantsOf } from '#shared/domain/source/source-edits.ts';
import type { Source, SpeakerRole } from '#shared/domain/source/source.ts';
import { useRecord, useSession } from '#renderer/data/hooks.ts';
import { randomBytes } from '#renderer/data/random.ts';
import { useKnownPeople } from '#renderer/features/sources/use-known-values.ts';
import { usePanels } from '#renderer/view-state/panels.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { SegmentedControl } from '#renderer/ui/Checkbox.tsx';
import { ComboBox } from '#renderer/ui/Select.tsx';
import { useDraftText } from '#renderer/ui/draft-text.ts';
import { TextField } from '#renderer/ui/TextField.tsx';
import { useWords } from '#renderer/ui/words.ts';

export type SpeakerFieldsProps = { readonly source: Source; readonly isReadOnly: boolean };

/** The speakers of a source. A questionnaire has too many to list: they are counted. */
export function SpeakerFields({ source, isReadOnly }: SpeakerFieldsProps) {
  const words = useWords();
  const session = useSession();
  const labels = Object.keys(source.speakers);
  const isQuestionnaire = source.method === 'questionnaire';
  return (
    <section className="sources-details__section">
      <h4 className="sources-details__heading">{words('sources.field.speakers')}</h4>
      {isQuestionnaire && <p>{words('sources.respondents', { count: participantsOf(source).length })}</p>}
      {!isQuestionnaire &&
        labels.map((label) => <Speaker key={label} source={source} label={label} isReadOnly={isReadOnly} />)}
      {labels.length === 0 && !isReadOnly && (
        <div>
          <Button
            icon={<UserPlus aria-hidden />}
            onPress={() => void session.commit(newParticipant(source, '', source.name))}
          >
            {words('sources.speaker.add')}
          </Button>
        </div>
      )}
    </section>
  );
}

/** A participant for a label; the label '' stands for the source as a whole. */
function newParticipant(source: Source, label: string, codeName: string): Draft {
  const id = drawId<'participant'>(randomBytes);
  const { interventions } = source;
  const values = { codeName, group: '', gender: '', interventions, attributes: {} };
  const assigned = assignSpeaker(source, label, { participant: id });
  return { label: assigned.label, ops: [setOperation('participant', id, values), ...assigned.ops] };
}

function Speaker({ source, label, isReadOnly }: SpeakerFieldsProps & { readonly label: string }) {
  const words = useWords();
  const session = useSession();
  const { ParticipantConsent } = usePanels();
  const role: SpeakerRole = source.speakers[label] ?? { interviewer: true };
  const participant = useRecord('participant', 'participant' in role ? role.participant : null);
  const setRole = (chosen: 'interviewer' | 'participant'): void => {
    if (chosen === 'interviewer') session.commit(assignSpeaker(source, label, { interviewer: true }));
    else session.commit(newParticipant(source, label, `${source.name} ${label}`));
  };
  return (
    <div className="sources-speaker">
      <div className="sources-speaker__head">
        <span className="sources-speaker__label">{label === '' ? words('sources.speaker.whole') : label}</span>
        {label !== '' && (
          <SegmentedControl
            label={words('sources.speaker.roleOf', { name: label })}
            isLabelHidden
            options={[
              { value: 'interviewer', label: words('sources.speaker.interviewer') },
              { value: 'participant', label: words('sources.speaker.participant') },
            ]}
            value={participant ? 'participant' : 'interviewer'}
            onChange={setRole}
            isDisabled={isReadOnly}
          />
        )}
      </div>
      {participant && <ParticipantFields participant={participant} isReadOnly={isReadOnly} />}
      {participant && <ParticipantConsent participant={participant} isReadOnly={isReadOnly} />}
    </div>
  );
}

function ParticipantFields({ participant, isReadOnly }: { participant: Participant; isReadOnly: boolean }) {
  const words = useWords();
  const session = useSession();
  const { groups, genders } = useKnownPeople();
  const edit = (values: Parameters<typeof editParticipant>[1]): void =>
    void session.commit(editParticipant(participant, values));
  const codeName = useDraftText(participant.codeName, (value) => {
    if (value.trim() !== '') edit({ codeName: value.trim() });
  });
  return (
    <div className="sources-speaker__fields">
      <TextField label={words('sources.speaker.codeName')} {...codeName} isReadOnly={isReadOnly} />
      <ComboBox
        label={words('sources.speaker.group')}
        choices={groups}
        value={participant.group}
        onChange={(group) => edit({ group })}
        isDisabled={isReadOnly}
      />
      <ComboBox
        label={words('sources.speaker.gender')}
        choices={genders}
        value={participant.gender}
        onChange={(gender) => edit({ gender })}
        isDisabled={isReadOnly}
      />
    </div>
  );
}
