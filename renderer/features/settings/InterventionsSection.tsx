/** The interventions of the evaluation: add, rename, remove. */
import { Plus, Trash2 } from 'lucide-react';
import { addIntervention, editIntervention, removeIntervention } from '#shared/domain/evaluation/evaluation-edits.ts';
import type { Intervention } from '#shared/domain/evaluation/intervention.ts';
import { useRecords, useSession } from '#renderer/data/hooks.ts';
import { randomBytes } from '#renderer/data/random.ts';
import { SettingsSection } from '#renderer/features/settings/SettingsSection.tsx';
import { takeBack } from '#renderer/view-state/take-back.ts';
import { Button, IconButton } from '#renderer/ui/Button.tsx';
import { useDraftText } from '#renderer/ui/draft-text.ts';
import { TextField } from '#renderer/ui/TextField.tsx';
import { showToast } from '#renderer/ui/Toast.tsx';
import { useWords } from '#renderer/ui/words.ts';

/** The interventions. */
export function InterventionsSection() {
  const words = useWords();
  const session = useSession();
  const interventions = useRecords('intervention');
  const isReadOnly = session.lockedBy !== null;
  const add = (): void => {
    const code = `P${interventions.length + 1}`;
    session.commit(addIntervention(session.project, { code, title: '' }, randomBytes));
  };
  return (
    <SettingsSection title={words('settings.interventions.title')} text={words('settings.interventions.text')}>
      {interventions.map((intervention) => (
        <InterventionRow key={intervention.id} intervention={intervention} isReadOnly={isReadOnly} />
      ))}
      <div>
        <Button icon={<Plus aria-hidden />} onPress={add} isDisabled={isReadOnly}>
          {words('settings.interventions.add')}
        </Button>
      </div>
    </SettingsSection>
  );
}

function InterventionRow({ intervention, isReadOnly }: { intervention: Intervention; isReadOnly: boolean }) {
  const words = useWords();
  const session = useSession();
  const code = useDraftText(intervention.code, (value) => {
    if (value.trim() !== '') session.commit(editIntervention(intervention, { code: value.trim() }));
  });
  const title = useDraftText(intervention.title, (value) => {
    session.commit(editIntervention(intervention, { title: value.trim() }));
  });
  const remove = (): void => {
    const change = session.commit(removeIntervention(intervention));
    if (!change) return;
    showToast({
      message: words('settings.interventions.removed', { code: intervention.code }),
      action: { label: words('common.undo'), onPress: () => takeBack(session, change) },
    });
  };
  return (
    <div className="settings-intervention" role="group" aria-label={intervention.code}>
      <TextField label={words('settings.interventions.code')} {...code} maxLength={40} isReadOnly={isReadOnly} />
      <TextField label={words('settings.interventions.name')} {...title} isReadOnly={isReadOnly} />
      <IconButton
        label={words('common.removeNamed', { name: intervention.code })}
        icon={<Trash2 aria-hidden />}
        onPress={remove}
        isDisabled={isReadOnly}
      />
    </div>
  );
}
