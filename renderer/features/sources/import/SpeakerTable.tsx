/** Who speaks in a file: who is interviewer, and under which code name the others go. */
import type { SpeakerDecision } from '#renderer/features/sources/import/draft-decision.ts';
import type { ReadyFile } from '#renderer/features/sources/import/import-batch.ts';
import { useKnownPeople } from '#renderer/features/sources/use-known-values.ts';
import { ComboBox, Select } from '#renderer/ui/Select.tsx';
import { useFormats } from '#renderer/ui/formats.ts';
import { TextField } from '#renderer/ui/TextField.tsx';
import { useWords } from '#renderer/ui/words.ts';

export type SpeakerTableProps = {
  readonly ready: ReadyFile;
  readonly onChange: (speakers: ReadyFile['decision']['speakers']) => void;
};

/** A row per speaker label. */
export function SpeakerTable({ ready, onChange }: SpeakerTableProps) {
  const words = useWords();
  const { number } = useFormats();
  const { groups, genders } = useKnownPeople();
  const { speakers } = ready.decision;
  const set = (label: string, who: SpeakerDecision): void => onChange({ ...speakers, [label]: who });
  return (
    <section className="import-preview__section">
      <h4>{words('import.speakers')}</h4>
      <p className="import-preview__facts">{words('import.speakersHelp')}</p>
      <table className="import-table">
        <thead>
          <tr>
            <th scope="col">{words('import.label')}</th>
            <th scope="col" className="import-table__number">
              {words('import.turns')}
            </th>
            <th scope="col">{words('sources.speaker.role')}</th>
            <th scope="col">{words('sources.speaker.codeName')}</th>
            <th scope="col">{words('sources.speaker.group')}</th>
            <th scope="col">{words('sources.speaker.gender')}</th>
          </tr>
        </thead>
        <tbody>
          {ready.imported.speakers.map(({ name, turns }) => {
            const who = speakers[name] ?? 'interviewer';
            const participant = who === 'interviewer' ? null : who;
            const nameless = { codeName: `${ready.decision.name} ${name}`, group: '', gender: '' };
            return (
              <tr key={name}>
                <td>{name}</td>
                <td className="import-table__number">{number(turns)}</td>
                <td>
                  <Select
                    label={words('sources.speaker.roleOf', { name })}
                    isLabelHidden
                    choices={[
                      { id: 'interviewer', label: words('sources.speaker.interviewer') },
                      { id: 'participant', label: words('sources.speaker.participant') },
                    ]}
                    value={participant ? 'participant' : 'interviewer'}
                    onChange={(role) => set(name, role === 'interviewer' ? role : nameless)}
                  />
                </td>
                {participant ? (
                  <>
                    <td>
                      <TextField
                        label={words('sources.speaker.codeName')}
                        isLabelHidden
                        value={participant.codeName}
                        onChange={(codeName) => set(name, { ...participant, codeName })}
                      />
                    </td>
                    <td>
                      <ComboBox
                        label={words('sources.speaker.group')}
                        isLabelHidden
                        choices={groups}
                        value={participant.group}
                        onChange={(group) => set(name, { ...participant, group })}
                      />
                    </td>
                    <td>
                      <ComboBox
                        label={words('sources.speaker.gender')}
                        isLabelHidden
                        choices={genders}
                        value={participant.gender}
                        onChange={(gender) => set(name, { ...participant, gender })}
                      />
                    </td>
                  </>
                ) : (
                  <td colSpan={3} />
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
