/** Withdrawal of consent: not yet, or when it was said, who wrote it down, and what follows from it. */
import { CircleSlash } from 'lucide-react';
import { useState } from 'react';
import { noteWithdrawal, type ConsentOwner } from '#shared/domain/consent/consent-edits.ts';
import type { WithdrawalNote } from '#shared/domain/consent/consent.ts';
import { useRecord, useSession } from '#renderer/data/hooks.ts';
import { EraseDialog } from '#renderer/features/consent/EraseDialog.tsx';
import { NoteWithdrawalDialog } from '#renderer/features/consent/NoteWithdrawalDialog.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { useFormats } from '#renderer/ui/formats.ts';
import { useWords } from '#renderer/ui/words.ts';

export type WithdrawalBoxProps = {
  readonly owner: ConsentOwner;
  readonly withdrawal: WithdrawalNote | null;
  readonly isReadOnly: boolean;
};

/** The end of the form. */
export function WithdrawalBox({ owner, withdrawal, isReadOnly }: WithdrawalBoxProps) {
  const words = useWords();
  const session = useSession();
  const { date } = useFormats();
  const recordedBy = useRecord('person', withdrawal?.recordedBy ?? null);
  const [isNoting, setIsNoting] = useState(false);
  const [isErasing, setIsErasing] = useState(false);
  if (!withdrawal) {
    return (
      <div>
        <Button icon={<CircleSlash aria-hidden />} onPress={() => setIsNoting(true)} isDisabled={isReadOnly}>
          {words('consent.withdrawal.note')}
        </Button>
        {isNoting && <NoteWithdrawalDialog owner={owner} onClose={() => setIsNoting(false)} />}
      </div>
    );
  }
  return (
    <div className="consent__withdrawn" role="note">
      <p className="consent__withdrawn-title">
        <CircleSlash aria-hidden />
        {words('consent.withdrawal.noted', {
          date: withdrawal.date === '' ? words('consent.withdrawal.noDate') : date(withdrawal.date),
          name: recordedBy?.name ?? '',
        })}
      </p>
      {withdrawal.reason !== '' && <p>{withdrawal.reason}</p>}
      <p>{words('consent.withdrawal.effect')}</p>
      <div className="consent__withdrawn-actions">
        <Button
          variant="quiet"
          onPress={() => void session.commit(noteWithdrawal(owner, null))}
          isDisabled={isReadOnly}
        >
          {words('consent.withdrawal.mistake')}
        </Button>
        <Button variant="danger" onPress={() => setIsErasing(true)} isDisabled={isReadOnly}>
          {words('consent.erase.open')}
        </Button>
      </div>
      {isErasing && <EraseDialog owner={owner} note={withdrawal} onClose={() => setIsErasing(false)} />}
    </div>
  );
}
