/** One person of the list. */
import { useState } from 'react';
import type { IdentityId, IdentityWords } from '#shared/domain/participant/identity.ts';
import { useRecords } from '#renderer/data/hooks.ts';
import { useIdentities } from '#renderer/features/identities/use-identities.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { ComboBox } from '#renderer/ui/Select.tsx';
import { TextArea, TextField } from '#renderer/ui/TextField.tsx';
import { useWords } from '#renderer/ui/words.ts';

const EMPTY: IdentityWords = { codeName: '', name: '', contact: '', notes: '' };
const MANY_PARTICIPANTS = 500;

export type IdentityFormProps = {
  /** Null for a new person. */
  readonly entry: { readonly id: IdentityId; readonly person: IdentityWords } | null;
  readonly onClose: () => void;
};

/** The box. */
export function IdentityForm({ entry, onClose }: IdentityFormProps) {
  const words = useWords();
  const { vault } = useIdentities();
  const participants = useRecords('participant');
  const [person, setPerson] = useState(entry?.person ?? EMPTY);
  const [mistake, setMistake] = useState('');
  const [isBusy, setBusy] = useState(false);
  const field = (name: keyof IdentityWords) => ({
    label: words(`identities.field.${name}`),
    value: person[name],
    onChange: (value: string) => {
      vault.touch();
      setPerson((before) => ({ ...before, [name]: value }));
    },
  });
  const isReady = person.codeName.trim() !== '' && !isBusy;
  const save = async (): Promise<void> => {
    setBusy(true);
    const saved = await vault.set(entry?.id ?? null, { ...person, codeName: person.codeName.trim() });
    setBusy(false);
    if (saved.ok) onClose();
    else setMistake(words('identities.notSaved'));
  };
  const title = entry ? words('identities.editTitle', { name: entry.person.codeName }) : words('identities.addTitle');
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={title}
      isBusy={isBusy}
      actions={
        <>
          <Button onPress={onClose}>{words('common.cancel')}</Button>
          <Button variant="primary" onPress={() => void save()} isDisabled={!isReady}>
            {words('identities.save')}
          </Button>
        </>
      }
    >
      <div className="identities__fields">
        <ComboBox
          {...field('codeName')}
          choices={participants.slice(0, MANY_PARTICIPANTS).map(({ id, codeName }) => ({ id, label: codeName }))}
        />
        <TextField {...field('name')} autoComplete="off" maxLength={2000} />
        <TextField {...field('contact')} autoComplete="off" maxLength={2000} />
        <TextArea {...field('notes')} rows={3} maxLength={20_000} />
        {mistake !== '' && <p role="alert">{mistake}</p>}
      </div>
    </Dialog>
  );
}
