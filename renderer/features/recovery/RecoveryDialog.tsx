/** Makes a recovery sheet for the open evaluation and puts it on paper, once. */
import { useState } from 'react';
import { hostBridge } from '#renderer/bridge/bridge.ts';
import { useSession } from '#renderer/data/hooks.ts';
import { RecoverySheet } from '#renderer/features/recovery/RecoverySheet.tsx';
import { openOverlay, useOverlay } from '#renderer/view-state/overlays.ts';
import { showRecoverySheet, useRecoverySheet } from '#renderer/view-state/recovery-sheet.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { useWords } from '#renderer/ui/words.ts';

/** Stands once beside the shell; asks for the passphrase, or shows the sheet that was made with a new evaluation. */
export function RecoveryDialog() {
  const words = useWords();
  const code = useRecoverySheet((state) => state.code);
  const isAsked = useOverlay(({ overlay }) => overlay === 'recovery');
  const [isBusy, setBusy] = useState(false);
  const close = (): void => {
    showRecoverySheet(null);
    openOverlay(null);
  };
  return (
    <Dialog
      isOpen={code !== null || isAsked}
      onClose={close}
      title={words('recovery.title')}
      size="wide"
      isBusy={isBusy}
      isBare
    >
      {code === null ? (
        <AskPassphrase isBusy={isBusy} onBusy={setBusy} onClose={close} />
      ) : (
        <Sheet code={code} onClose={close} />
      )}
    </Dialog>
  );
}

type AskProps = { readonly isBusy: boolean; readonly onBusy: (isBusy: boolean) => void; readonly onClose: () => void };

function AskPassphrase({ isBusy, onBusy, onClose }: AskProps) {
  const words = useWords();
  const session = useSession();
  const [passphrase, setPassphrase] = useState('');
  const [mistake, setMistake] = useState('');
  const make = async (): Promise<void> => {
    if (isBusy || passphrase === '') return;
    onBusy(true);
    const made = await session.makeRecovery(passphrase);
    onBusy(false);
    if (made.ok) showRecoverySheet(made.value);
    else setMistake(words(made.failure.code === 'wrong-passphrase' ? 'recovery.wrong' : 'recovery.failed'));
  };
  return (
    <form
      className="ui-dialog__form"
      onSubmit={(event) => {
        event.preventDefault();
        void make();
      }}
    >
      <div className="ui-dialog__body">
        <p>{words('recovery.explain')}</p>
        <TextField
          type="password"
          label={words('recovery.passphrase')}
          value={passphrase}
          onChange={setPassphrase}
          error={mistake}
          autoFocus
        />
      </div>
      <div className="ui-dialog__actions">
        <div className="ui-dialog__start">{isBusy ? words('recovery.making') : ''}</div>
        <Button onPress={onClose} isDisabled={isBusy}>
          {words('common.cancel')}
        </Button>
        <Button type="submit" variant="primary">
          {words('recovery.make')}
        </Button>
      </div>
    </form>
  );
}

function Sheet({ code, onClose }: { readonly code: string; readonly onClose: () => void }) {
  const words = useWords();
  const [isOnPaper, setOnPaper] = useState(false);
  const [mistake, setMistake] = useState('');
  const save = async (): Promise<void> => {
    const saved = await hostBridge().ask('page.savePdf', {
      title: words('recovery.save'),
      suggestedName: words('recovery.fileName'),
    });
    if (!saved) return;
    if (saved.ok) setOnPaper(true);
    setMistake(saved.ok ? '' : words(`disk.${saved.failure.code}`, { name: saved.failure.name }));
  };
  const print = async (): Promise<void> => {
    if (await hostBridge().ask('page.print', {})) setOnPaper(true);
  };
  return (
    <>
      <div className="ui-dialog__body">
        <RecoverySheet code={code} />
        {mistake !== '' && (
          <p className="recovery-mistake" role="alert">
            {mistake}
          </p>
        )}
      </div>
      <div className="ui-dialog__actions">
        <div className="ui-dialog__start">{words(isOnPaper ? 'recovery.done' : 'recovery.once')}</div>
        <Button onPress={() => void save()}>{words('recovery.save')}</Button>
        <Button variant={isOnPaper ? 'secondary' : 'primary'} onPress={() => void print()}>
          {words('recovery.print')}
        </Button>
        <Button variant={isOnPaper ? 'primary' : 'secondary'} onPress={onClose}>
          {words('common.close')}
        </Button>
      </div>
    </>
  );
}
