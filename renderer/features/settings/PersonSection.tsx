/** Who works at this machine, and who else is in the team. */
import { hostBridge } from '#renderer/bridge/bridge.ts';
import { useRecord, useRecords, useSession } from '#renderer/data/hooks.ts';
import { SettingsSection } from '#renderer/features/settings/SettingsSection.tsx';
import { changePreferences, usePreferences } from '#renderer/view-state/preferences.ts';
import { Chip } from '#renderer/ui/Chip.tsx';
import { useDraftText } from '#renderer/ui/draft-text.ts';
import { TextField } from '#renderer/ui/TextField.tsx';
import { useWords } from '#renderer/ui/words.ts';

/** The person and the team. */
export function PersonSection() {
  const words = useWords();
  const session = useSession();
  const team = useRecords('person');
  const person = useRecord('person', session.person);
  const preferred = usePreferences(({ preferences }) => preferences.personName);
  const name = useDraftText(preferred, (value) => {
    if (value.trim() !== '') void changePreferences(hostBridge(), { personName: value.trim() });
  });
  const isOther = person !== undefined && preferred !== '' && preferred !== person.name;
  return (
    <SettingsSection title={words('settings.person.title')}>
      <TextField
        label={words('settings.person.name')}
        {...name}
        maxLength={200}
        description={
          isOther ? words('settings.person.fromNextTime', { name: person.name }) : words('settings.person.help')
        }
      />
      <div>
        <p className="ui-field__label">{words('settings.person.team')}</p>
        <div className="settings__team">
          {team.map((member) => (
            <Chip key={member.id}>{member.name}</Chip>
          ))}
        </div>
      </div>
    </SettingsSection>
  );
}
