/** Writes down that somebody took their consent back: when, and why if they said so. */
import { useState } from 'react';
import { noteWithdrawal, type ConsentOwner } from '#shared/domain/consent/consent-edits.ts';
import { useSession } from '#renderer/data/hooks.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { TextArea, TextField } from '#renderer/ui/TextField.tsx';
import { useWords } from '#renderer/ui/words.ts';

export type NoteWithdrawalDialogProps = { readonly owner: ConsentOwner; readonly onClose: () => void };

/** The dialog. */
export function NoteWithdrawalDialog({ owner, onClose }: NoteWithdrawalDialogProps) {
  const words = useWords();
  const session = useSession();
  const [date, setDate] = useState(() => new Date().toISOString().slice(0, 10));
  const [reason, setReason] = useState('');
  const save = (): void => {
    session.commit(noteWithdrawal(owner, { date, recordedBy: session.person, reason: reason.trim() }));
    onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={words('consent.withdrawal.title', { name: owner.name })}
      actions={
        <>
          <Button onPress={onClose}>{words('common.cancel')}</Button>
          <Button variant="primary" onPress={save}>
            {words('consent.withdrawal.record')}
          </Button>
        </>
      }
    >
      <div className="consent">
        <p>{words('consent.withdrawal.text')}</p>
        <TextField label={words('consent.withdrawal.date')} type="date" value={date} onChange={setDate} autoFocus />
        <TextArea
          label={words('consent.withdrawal.reason')}
          description={words('consent.withdrawal.reasonHelp')}
          value={reason}
          onChange={setReason}
          rows={2}
          maxLength={2000}
        />
      </div>
    </Dialog>
  );
}
