/** Asks for the passphrase of the list: a new one, the present one, or both. */
import { useState } from 'react';
import type { Result } from '#shared/basics/result.ts';
import type { VaultFailure } from '#renderer/data/identity-vault.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { useWords } from '#renderer/ui/words.ts';

const SHORTEST = 10;

export type PassphraseFormProps = {
  readonly title: string;
  readonly action: string;
  readonly asks: 'new' | 'present' | 'both';
  readonly onClose: () => void;
  readonly onDone?: () => void;
  /** What comes next takes the place of this box by itself. */
  readonly keepsOpen?: boolean;
  readonly submit: (given: {
    readonly present: string;
    readonly next: string;
  }) => Promise<Result<unknown, VaultFailure>>;
};

const failureKeys: Readonly<Record<VaultFailure, string>> = {
  'wrong-passphrase': 'identities.wrong',
  'not-saved': 'identities.notSaved',
  damaged: 'identities.damaged',
};

/** The box. */
export function PassphraseForm({ title, action, asks, onClose, onDone, keepsOpen, submit }: PassphraseFormProps) {
  const words = useWords();
  const [present, setPresent] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const [mistake, setMistake] = useState('');
  const [isBusy, setBusy] = useState(false);
  const wantsNew = asks !== 'present';
  const isReady = (asks === 'new' || present !== '') && (!wantsNew || (next.length >= SHORTEST && next === again));
  const send = async (): Promise<void> => {
    setBusy(true);
    const answer = await submit({ present, next });
    setBusy(false);
    if (!answer.ok) return setMistake(words(failureKeys[answer.failure]));
    if (!keepsOpen) onClose();
    onDone?.();
  };
  return (
    <Dialog isOpen onClose={onClose} title={title} isBusy={isBusy} isBare>
      <form
        className="ui-dialog__form"
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady && !isBusy) void send();
        }}
      >
        <div className="ui-dialog__body identities__fields">
          {asks !== 'new' && (
            <TextField
              type="password"
              label={words(asks === 'both' ? 'identities.present' : 'identities.passphrase')}
              value={present}
              onChange={setPresent}
              error={mistake}
              autoFocus
            />
          )}
          {wantsNew && (
            <>
              <TextField
                type="password"
                label={words(asks === 'both' ? 'identities.next' : 'identities.passphrase')}
                value={next}
                onChange={setNext}
                autoComplete="new-password"
                description={words(
                  next !== '' && next.length < SHORTEST ? 'identities.short' : 'identities.passphraseHelp',
                )}
                autoFocus={asks === 'new'}
              />
              <TextField
                type="password"
                label={words('identities.again')}
                value={again}
                onChange={setAgain}
                autoComplete="new-password"
                error={again !== '' && !next.startsWith(again) ? words('identities.different') : ''}
                description={words('identities.noRecovery')}
              />
            </>
          )}
          {asks === 'new' && mistake !== '' && <p role="alert">{mistake}</p>}
        </div>
        <div className="ui-dialog__actions">
          <div className="ui-dialog__start" />
          <Button onPress={onClose} isDisabled={isBusy}>
            {words('common.cancel')}
          </Button>
          <Button type="submit" variant="primary" isDisabled={!isReady || isBusy}>
            {action}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
