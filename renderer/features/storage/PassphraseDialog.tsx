/** Changes, sets or removes the passphrase of the open evaluation. */
import { useState } from 'react';
import type { ProjectSession } from '#renderer/data/session.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Checkbox } from '#renderer/ui/Checkbox.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { showToast } from '#renderer/ui/Toast.tsx';
import { useWords } from '#renderer/ui/words.ts';

export type PassphraseDialogProps = {
  readonly session: ProjectSession;
  readonly onSession: (session: ProjectSession) => void;
  readonly onClose: () => void;
};

type Fields = { readonly present: string; readonly next: string; readonly again: string; readonly wantsNone: boolean };

/** The box. */
export function PassphraseDialog({ session, onSession, onClose }: PassphraseDialogProps) {
  const words = useWords();
  const [fields, setFields] = useState<Fields>({ present: '', next: '', again: '', wantsNone: false });
  const [mistake, setMistake] = useState('');
  const [isBusy, setBusy] = useState(false);
  const { present, next, again, wantsNone } = fields;
  const isReady = (!session.isSealed || present !== '') && (wantsNone || (next !== '' && next === again));
  const field = (name: 'present' | 'next' | 'again') => ({
    type: 'password' as const,
    value: fields[name],
    onChange: (value: string) => setFields({ ...fields, [name]: value }),
  });

  const change = async (): Promise<void> => {
    setBusy(true);
    const changed = await session.changePassphrase(session.isSealed ? present : null, wantsNone ? null : next);
    setBusy(false);
    if (changed.ok) {
      onClose();
      showToast({ message: words('storage.passphrase.done'), tone: 'good' });
      if (changed.value !== session) onSession(changed.value);
    } else if (changed.failure.code === 'wrong-passphrase') setMistake(words('storage.passphrase.wrong'));
    else setMistake(words('storage.passphrase.failed'));
  };

  return (
    <Dialog isOpen onClose={onClose} title={words('storage.passphrase.title')} isBusy={isBusy} isBare>
      <form
        className="ui-dialog__form"
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady && !isBusy) void change();
        }}
      >
        <div className="ui-dialog__body">
          {session.isSealed && (
            <TextField label={words('storage.passphrase.present')} {...field('present')} error={mistake} autoFocus />
          )}
          {!wantsNone && (
            <>
              <TextField
                label={words('storage.passphrase.next')}
                {...field('next')}
                description={words('storage.passphrase.help')}
              />
              <TextField
                label={words('storage.passphrase.again')}
                {...field('again')}
                error={again !== '' && !next.startsWith(again) ? words('storage.passphrase.different') : ''}
                description={words('storage.passphrase.noRecovery')}
              />
            </>
          )}
          {session.isSealed && (
            <Checkbox isSelected={wantsNone} onChange={(value) => setFields({ ...fields, wantsNone: value })}>
              {words('storage.passphrase.none')}
            </Checkbox>
          )}
          {!session.isSealed && mistake !== '' && <p role="alert">{mistake}</p>}
        </div>
        <div className="ui-dialog__actions">
          <div className="ui-dialog__start">{isBusy ? words('storage.passphrase.busy') : ''}</div>
          <Button onPress={onClose} isDisabled={isBusy}>
            {words('common.cancel')}
          </Button>
          <Button type="submit" variant="primary" isDisabled={!isReady || isBusy}>
            {words('storage.passphrase.change')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
