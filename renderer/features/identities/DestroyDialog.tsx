/** Destroys the list of identities after a typed word; a note stays that it was. */
import { useState } from 'react';
import { noteDestruction } from '#shared/domain/participant/identity-destruction-edits.ts';
import { useSession } from '#renderer/data/hooks.ts';
import { randomBytes } from '#renderer/data/random.ts';
import { useIdentities } from '#renderer/features/identities/use-identities.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { showToast } from '#renderer/ui/Toast.tsx';
import { useWords } from '#renderer/ui/words.ts';

/** The box. */
export function DestroyDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useWords();
  const session = useSession();
  const { vault } = useIdentities();
  const [typed, setTyped] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [mistake, setMistake] = useState('');
  const word = words('identities.destroyWord');
  const destroy = async (): Promise<void> => {
    setBusy(true);
    const destroyed = await vault.destroy();
    setBusy(false);
    if (!destroyed.ok) return setMistake(words('identities.notSaved'));
    const { people } = destroyed.value;
    session.commit(noteDestruction({ at: new Date().toISOString(), by: session.person, people }, randomBytes));
    onClose();
    showToast({ message: words('identities.destroyDone'), tone: 'good' });
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={words('identities.destroyTitle')}
      role="alertdialog"
      isBusy={isBusy}
      actions={
        <>
          <Button onPress={onClose}>{words('common.cancel')}</Button>
          <Button
            variant="danger"
            onPress={() => void destroy()}
            isDisabled={isBusy || typed.trim().toLocaleLowerCase() !== word}
          >
            {words('identities.destroyConfirm')}
          </Button>
        </>
      }
    >
      <div className="identities__fields">
        <p>{words('identities.destroyText')}</p>
        <p>{words('identities.destroyBackups')}</p>
        <p>
          <strong>{words('identities.destroyUndo')}</strong>
        </p>
        <TextField
          label={words('identities.destroyType', { word })}
          value={typed}
          onChange={setTyped}
          autoComplete="off"
          autoFocus
          error={mistake}
        />
      </div>
    </Dialog>
  );
}
