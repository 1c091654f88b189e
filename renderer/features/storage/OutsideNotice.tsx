/** What others did to the file while it is open: said, counted, and left to a person to decide. */
import { TriangleAlert } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { OutsideState, ProjectSession } from '#renderer/data/session.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { useFormats } from '#renderer/ui/formats.ts';
import { showToast } from '#renderer/ui/Toast.tsx';
import { useWords } from '#renderer/ui/words.ts';

export type OutsideNoticeProps = {
  readonly session: ProjectSession;
  readonly outside: OutsideState;
  readonly onSaveCopy: () => void;
};

/** A banner for as long as there is something to decide, a box with what it is, a note when it is done. */
export function OutsideNotice({ session, outside, onSaveCopy }: OutsideNoticeProps) {
  const words = useWords();
  const [postponed, setPostponed] = useState<OutsideState | null>(null);
  const name = session.fileName;

  useEffect(() => {
    if (outside.kind === 'merged') {
      const count = outside.changes;
      const lost = outside.overwrites.length;
      showToast({
        message: words(lost > 0 ? 'storage.outside.mergedOverwritten' : 'storage.outside.merged', {
          count,
          lost,
          name,
        }),
        tone: 'good',
      });
    } else if (outside.kind === 'caught-up') showToast({ message: words('storage.outside.caughtUp', { name }) });
    else return;
    session.dismissOutside();
  }, [name, outside, session, words]);

  if (outside.kind === 'as-left' || outside.kind === 'merged' || outside.kind === 'caught-up') return null;
  const needsDecision = outside.kind !== 'missing';
  return (
    <>
      <div className="storage-banner" role="status">
        <TriangleAlert aria-hidden />
        <p className="storage-banner__text">{words(`storage.outside.${outside.kind}Banner`, { name })}</p>
        {needsDecision && <Button onPress={() => setPostponed(null)}>{words('storage.outside.show')}</Button>}
        {outside.kind === 'missing' && <Button onPress={onSaveCopy}>{words('storage.copy.action')}</Button>}
      </div>
      {needsDecision && postponed !== outside && (
        <OutsideDialog
          session={session}
          outside={outside}
          onSaveCopy={onSaveCopy}
          onLater={() => setPostponed(outside)}
        />
      )}
    </>
  );
}

type OutsideDialogProps = {
  readonly session: ProjectSession;
  readonly outside: Extract<OutsideState, { kind: 'offer' | 'foreign' | 'unreadable' }>;
  readonly onSaveCopy: () => void;
  readonly onLater: () => void;
};

function OutsideDialog({ session, outside, onSaveCopy, onLater }: OutsideDialogProps) {
  const words = useWords();
  const { dateTime, list } = useFormats();
  const name = session.fileName;
  const isOffer = outside.kind === 'offer';
  return (
    <Dialog
      isOpen
      onClose={onLater}
      role="alertdialog"
      title={words(`storage.outside.${outside.kind}Title`, { name })}
      actions={
        <>
          <Button onPress={onLater}>{words('storage.outside.later')}</Button>
          {isOffer ? (
            <Button variant="primary" onPress={() => void session.acceptOutside()}>
              {words('storage.outside.accept')}
            </Button>
          ) : (
            <Button
              variant="primary"
              onPress={() => {
                onLater();
                onSaveCopy();
              }}
            >
              {words('storage.copy.action')}
            </Button>
          )}
        </>
      }
    >
      {outside.kind === 'offer' && (
        <>
          <p>
            {words('storage.outside.offer', { count: outside.changes, people: list(outside.people) })}{' '}
            {words('storage.outside.between', { first: dateTime(outside.first), last: dateTime(outside.last) })}
          </p>
          <p>{words('storage.outside.offerAdvice')}</p>
        </>
      )}
      {outside.kind === 'foreign' && <p>{words(`storage.outside.why.${outside.why}`, { name })}</p>}
      {outside.kind === 'unreadable' && <p>{words(`disk.${outside.failure.code}`, { name: outside.failure.name })}</p>}
      {!isOffer && <p>{words('storage.outside.foreignAdvice')}</p>}
    </Dialog>
  );
}
