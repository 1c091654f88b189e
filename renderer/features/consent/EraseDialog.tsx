/** Removes withdrawn words for good: says what goes and what findings lose, and asks for a typed word. */
import { useEffect, useState } from 'react';
import type { ConsentOwner } from '#shared/domain/consent/consent-edits.ts';
import type { WithdrawalNote } from '#shared/domain/consent/consent.ts';
import { useSession } from '#renderer/data/hooks.ts';
import { previewWithdrawal, type WithdrawalPreview } from '#renderer/data/erase-withdrawn.ts';
import { selectSource } from '#renderer/view-state/navigation.ts';
import { useNextSession } from '#renderer/view-state/next-session.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { showToast } from '#renderer/ui/Toast.tsx';
import { useWords } from '#renderer/ui/words.ts';

export type EraseDialogProps = {
  readonly owner: ConsentOwner;
  readonly note: WithdrawalNote;
  readonly onClose: () => void;
};

/** The box. */
export function EraseDialog({ owner, note, onClose }: EraseDialogProps) {
  const words = useWords();
  const session = useSession();
  const goOn = useNextSession();
  const [preview, setPreview] = useState<WithdrawalPreview | null>(null);
  const [typed, setTyped] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [mistake, setMistake] = useState('');
  useEffect(() => {
    let isCurrent = true;
    void previewWithdrawal(session, owner).then((next) => {
      if (isCurrent) setPreview(next);
    });
    return () => {
      isCurrent = false;
    };
  }, [owner, session]);
  const word = words('consent.erase.word');
  const erase = async (): Promise<void> => {
    setBusy(true);
    const erased = await session.eraseWithdrawn(owner, note);
    if (!erased.ok) {
      setBusy(false);
      return setMistake(words('consent.erase.failed'));
    }
    onClose();
    selectSource(null);
    goOn(erased.value);
    showToast({ message: words('consent.erase.done', { name: owner.name }), tone: 'good' });
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={words('consent.erase.title', { name: owner.name })}
      role="alertdialog"
      isBusy={isBusy}
      actions={
        <>
          <Button onPress={onClose} isDisabled={isBusy}>
            {words('common.cancel')}
          </Button>
          <Button
            variant="danger"
            onPress={() => void erase()}
            isDisabled={isBusy || !preview || typed.trim().toLocaleLowerCase() !== word}
          >
            {words(isBusy ? 'consent.erase.busy' : 'consent.erase.confirm')}
          </Button>
        </>
      }
    >
      <div className="consent">
        {preview && <WhatGoes preview={preview} />}
        <p>{words('consent.erase.stays')}</p>
        <p>{words('consent.erase.backups')}</p>
        <p>
          <strong>{words('consent.erase.noUndo')}</strong>
        </p>
        <TextField
          label={words('consent.erase.type', { word })}
          value={typed}
          onChange={setTyped}
          autoComplete="off"
          error={mistake}
        />
      </div>
    </Dialog>
  );
}

function WhatGoes({ preview }: { readonly preview: WithdrawalPreview }) {
  const words = useWords();
  const { plan, repeatedIn } = preview;
  const names = (list: readonly { readonly name: string }[]): string => list.map(({ name }) => name).join(', ');
  return (
    <>
      <ul className="consent__goes">
        {plan.sources.length > 0 && <li>{words('consent.erase.sources', { names: names(plan.sources) })}</li>}
        {plan.masked.length > 0 && (
          <li>{words('consent.erase.masked', { names: names(plan.masked.map(({ source }) => source)) })}</li>
        )}
        <li>{words('consent.erase.codings', { count: plan.codings.length })}</li>
        {plan.participants.length > 0 && <li>{words('consent.erase.people', { count: plan.participants.length })}</li>}
        {repeatedIn.length > 0 && <li>{words('consent.erase.repeated', { numbers: repeatedIn.join(', ') })}</li>}
      </ul>
      {plan.findings.length === 0 ? (
        <p>{words('consent.erase.noFinding')}</p>
      ) : (
        <div>
          <p>{words('consent.erase.findings')}</p>
          <ul className="consent__goes">
            {plan.findings.map(({ finding, lost, left }) => (
              <li key={finding.id}>
                <strong>{finding.number}</strong> {words('consent.erase.finding', { count: lost, left })}
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
