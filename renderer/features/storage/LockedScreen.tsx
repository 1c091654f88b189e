/** An empty window with one question: the passphrase of the evaluation that was locked. */
import { useState } from 'react';
import type { LockedAway, ProjectFileHandle } from '#shared/bridge/requests.ts';
import { hostBridge } from '#renderer/bridge/bridge.ts';
import { openProject } from '#renderer/data/open-project.ts';
import type { OpenFailure, ProjectSession } from '#renderer/data/session.ts';
import { restoreWhereabouts } from '#renderer/view-state/navigation.ts';
import { usePreferences } from '#renderer/view-state/preferences.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { useWords } from '#renderer/ui/words.ts';
import './StorageWatch.css';

export type LockedScreenProps = {
  readonly locked: LockedAway;
  readonly onOpened: (session: ProjectSession) => void;
  /** Leaves the evaluation; its file, where it is there, is opened anew from the start screen. */
  readonly onLeave: () => void;
};

/** The screen. */
export function LockedScreen({ locked, onOpened, onLeave }: LockedScreenProps) {
  const words = useWords();
  const [passphrase, setPassphrase] = useState('');
  const [failure, setFailure] = useState<OpenFailure | null>(locked.opened.ok ? null : locked.opened.failure);
  const [isBusy, setBusy] = useState(false);
  const handle = locked.opened.ok ? locked.opened.value : null;
  const name = handle?.name ?? failure?.name ?? '';

  const unlock = async (file: ProjectFileHandle): Promise<void> => {
    setBusy(true);
    const { preferences, info } = usePreferences.getState();
    const personName = preferences.personName || info?.userName || 'Evaluator';
    const opened = await openProject(hostBridge(), file, { passphrase, personName, acceptRebuild: true });
    setBusy(false);
    if (!opened.ok) return setFailure(opened.failure);
    restoreWhereabouts(locked.whereabouts);
    onOpened(opened.value);
  };
  const leave = (): void => {
    if (handle) void hostBridge().ask('project.release', { token: handle.token });
    onLeave();
  };

  return (
    <main className="storage-locked" aria-label={words('storage.lock.title', { name })}>
      <Dialog isOpen onClose={leave} title={words('storage.lock.title', { name })} isBusy={isBusy} isBare>
        <form
          className="ui-dialog__form"
          onSubmit={(event) => {
            event.preventDefault();
            if (handle && passphrase !== '' && !isBusy) void unlock(handle);
          }}
        >
          <div className="ui-dialog__body">
            <p>{words('storage.lock.text')}</p>
            {handle && (
              <TextField
                type="password"
                label={words('storage.lock.passphrase')}
                value={passphrase}
                onChange={setPassphrase}
                autoFocus
                autoComplete="current-password"
                error={failure ? explain(failure, words) : ''}
              />
            )}
            {!handle && failure && <p role="alert">{explain(failure, words)}</p>}
          </div>
          <div className="ui-dialog__actions">
            <div className="ui-dialog__start">{isBusy ? words('storage.passphrase.busy') : ''}</div>
            <Button onPress={leave} isDisabled={isBusy}>
              {words('storage.lock.leave')}
            </Button>
            <Button type="submit" variant="primary" isDisabled={!handle || isBusy || passphrase === ''}>
              {words('storage.lock.unlock')}
            </Button>
          </div>
        </form>
      </Dialog>
    </main>
  );
}

const ofOpening: readonly string[] = [
  'not-ours',
  'damaged',
  'too-new',
  'no-evaluation',
  'only-changes',
  'wrong-passphrase',
  'file-lost',
];

function explain({ code, name }: OpenFailure, words: ReturnType<typeof useWords>): string {
  return ofOpening.includes(code) ? words(`open.${code}`, { name }) : words(`disk.${code}`, { name });
}
