/** The boxes on the way into a file: its passphrase, its damage, why it did not open. */
import { useState } from 'react';
import type { ProjectFileHandle } from '#shared/bridge/requests.ts';
import { hostBridge } from '#renderer/bridge/bridge.ts';
import { explainFailure } from '#renderer/features/start/failure-words.ts';
import type { OpeningControls } from '#renderer/features/start/use-opening.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ConfirmDialog, Dialog } from '#renderer/ui/Dialog.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { useWords } from '#renderer/ui/words.ts';

/** Shows the box that the step needs. */
export function OpeningDialogs({ controls, onPick }: { readonly controls: OpeningControls; onPick: () => void }) {
  const words = useWords();
  const { opening, giveUp } = controls;
  switch (opening.kind) {
    case 'idle':
    case 'busy':
      return null;
    case 'passphrase':
    case 'checking':
      return <PassphraseDialog controls={controls} handle={opening.handle} />;
    case 'damaged':
      return (
        <Dialog
          isOpen
          onClose={giveUp}
          role="alertdialog"
          title={words('start.damaged.title')}
          actionsStart={
            <Button
              onPress={() =>
                void hostBridge()
                  .ask('project.pickToCreate', {
                    title: words('storage.lost.where'),
                    suggestedName: opening.handle.name,
                  })
                  .then((picked) => controls.rescue(opening.handle, opening.passphrase, picked))
              }
            >
              {words('storage.lost.rescue')}
            </Button>
          }
          actions={
            <>
              <Button autoFocus onPress={giveUp}>
                {words('common.cancel')}
              </Button>
              <Button variant="primary" onPress={() => void controls.acceptDamage(opening.handle, opening.passphrase)}>
                {words('start.damaged.open')}
              </Button>
            </>
          }
        >
          <p>{words('open.damaged', { name: opening.handle.name })}</p>
        </Dialog>
      );
    case 'lost':
      return (
        <ConfirmDialog
          isOpen
          title={words('storage.lost.title')}
          confirmLabel={words('storage.lost.restore')}
          onConfirm={() => void controls.rebuild(opening.handle)}
          onCancel={giveUp}
        >
          <p>{words('open.file-lost', { name: opening.handle.name })}</p>
        </ConfirmDialog>
      );
    case 'failed':
      return (
        <Dialog
          isOpen
          onClose={giveUp}
          role="alertdialog"
          title={words('start.failed.title', { name: opening.failure.name })}
          actions={
            <>
              <Button onPress={onPick}>{words('start.failed.openOther')}</Button>
              <Button variant="primary" autoFocus onPress={giveUp}>
                {words('common.close')}
              </Button>
            </>
          }
        >
          <p>{explainFailure(opening.failure, words)}</p>
        </Dialog>
      );
  }
}

function PassphraseDialog({ controls, handle }: { controls: OpeningControls; handle: ProjectFileHandle }) {
  const words = useWords();
  const [passphrase, setPassphrase] = useState('');
  const [tried, setTried] = useState('');
  const { opening, giveUp, tryPassphrase } = controls;
  const isChecking = opening.kind === 'checking';
  const wasWrong = opening.kind === 'passphrase' && opening.wasWrong && passphrase === tried;
  return (
    <Dialog
      isOpen
      onClose={giveUp}
      title={words('start.passphrase.title', { name: handle.name })}
      isBusy={isChecking}
      isBare
    >
      <form
        className="ui-dialog__form"
        onSubmit={(event) => {
          event.preventDefault();
          if (passphrase === '' || isChecking) return;
          setTried(passphrase);
          void tryPassphrase(handle, passphrase);
        }}
      >
        <div className="ui-dialog__body">
          <TextField
            type="password"
            label={words('start.passphrase.label')}
            value={passphrase}
            onChange={setPassphrase}
            autoFocus
            autoComplete="current-password"
            description={words('start.passphrase.help')}
            error={wasWrong ? words('open.wrong-passphrase', { name: handle.name }) : ''}
          />
        </div>
        <div className="ui-dialog__actions">
          <div className="ui-dialog__start">{isChecking ? words('start.passphrase.checking') : ''}</div>
          <Button onPress={giveUp} isDisabled={isChecking}>
            {words('common.cancel')}
          </Button>
          <Button type="submit" variant="primary" isDisabled={isChecking || passphrase === ''}>
            {words('start.passphrase.open')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
