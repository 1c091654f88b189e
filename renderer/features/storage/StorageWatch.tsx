/** Keeps an eye on the copies of the open evaluation: what others did to the file, what was mended, when to lock. */
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { ProjectSession } from '#renderer/data/session.ts';
import { OpenReportDialog } from '#renderer/features/storage/OpenReportDialog.tsx';
import { OutsideNotice } from '#renderer/features/storage/OutsideNotice.tsx';
import { PassphraseDialog } from '#renderer/features/storage/PassphraseDialog.tsx';
import { useLock } from '#renderer/features/storage/use-lock.ts';
import { useSaveCopy } from '#renderer/features/storage/use-save-copy.ts';
import { useOfferCommands, type Command } from '#renderer/view-state/commands.ts';
import './StorageWatch.css';

/** How often the file is looked at while nobody comes back to the window. */
const LOOK_MILLISECONDS = 15_000;

export type StorageWatchProps = {
  readonly session: ProjectSession;
  /** Goes on with another session of the same evaluation. */
  readonly onSession: (session: ProjectSession) => void;
};

/** Stands once beside the shell of an open evaluation. */
export function StorageWatch({ session, onSession }: StorageWatchProps) {
  const outside = useSyncExternalStore(session.listen, session.outside);
  const [isChanging, setChanging] = useState(false);
  const [isReportRead, setReportRead] = useState(false);
  const saveCopy = useSaveCopy(session, onSession);
  const lock = useLock(session);

  useEffect(() => {
    const look = (): void => void session.reconcile();
    const timer = setInterval(look, LOOK_MILLISECONDS);
    window.addEventListener('focus', look);
    return () => {
      clearInterval(timer);
      window.removeEventListener('focus', look);
    };
  }, [session]);

  const commands = useMemo<readonly Command[]>(
    () => [
      {
        id: 'storage.passphrase',
        titleKey: 'storage.passphrase.command',
        group: 'evaluation',
        isEnabled: session.lockedBy === null,
        run: () => setChanging(true),
      },
      { id: 'storage.saveCopy', titleKey: 'storage.copy.command', group: 'evaluation', run: () => void saveCopy() },
      {
        id: 'storage.lock',
        titleKey: 'storage.lock.command',
        group: 'evaluation',
        keys: ['Mod+Shift+L'],
        isEnabled: session.isSealed,
        run: () => void lock(),
      },
    ],
    [lock, saveCopy, session],
  );
  useOfferCommands(commands);

  return (
    <>
      <OutsideNotice session={session} outside={outside} onSaveCopy={() => void saveCopy()} />
      {session.openReport && !isReportRead && (
        <OpenReportDialog report={session.openReport} name={session.fileName} onClose={() => setReportRead(true)} />
      )}
      {isChanging && <PassphraseDialog session={session} onSession={onSession} onClose={() => setChanging(false)} />}
    </>
  );
}
