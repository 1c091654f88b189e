/** The backups of the open evaluation, or of all when none is open: look, restore one as a copy, choose the folder. */
import { useState } from 'react';
import type { Result } from '#shared/basics/result.ts';
import type { DiskFailure, ProjectFileHandle } from '#shared/bridge/requests.ts';
import { hostBridge } from '#renderer/bridge/bridge.ts';
import type { ProjectSession } from '#renderer/data/session.ts';
import { BackupFolder } from '#renderer/features/backups/BackupFolder.tsx';
import { BackupList } from '#renderer/features/backups/BackupList.tsx';
import { runBackupRound } from '#renderer/features/backups/backup-round.ts';
import { explainRefusal } from '#renderer/features/backups/refusal-words.ts';
import { useBackups, type ListedBackup } from '#renderer/features/backups/use-backups.ts';
import { useBackupState } from '#renderer/view-state/backup-state.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ConfirmDialog, Dialog } from '#renderer/ui/Dialog.tsx';
import { useFormats } from '#renderer/ui/formats.ts';
import { useWords } from '#renderer/ui/words.ts';
import './Backups.css';

export type BackupsDialogProps = {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** The open evaluation; null on the start screen. */
  readonly session: ProjectSession | null;
  /** Opens a copy that was restored, in place of what is open. */
  readonly onOpenCopy: (requested: Result<ProjectFileHandle, DiskFailure>) => void;
};

type Notice = { readonly tone: 'good' | 'danger'; readonly text: string };

/** The dialog of the backups. */
export function BackupsDialog(props: BackupsDialogProps) {
  const words = useWords();
  return (
    <Dialog isOpen={props.isOpen} onClose={props.onClose} title={words('backups.title')} size="wide" isBare>
      <BackupsBody {...props} />
    </Dialog>
  );
}

function BackupsBody({ session, onClose, onOpenCopy }: BackupsDialogProps) {
  const words = useWords();
  const { dateTime } = useFormats();
  const backups = useBackups(session);
  const isWorking = useBackupState((known) => known.isWorking);
  const [selectedId, setSelectedId] = useState<string | null>(null);
  const [isRemoving, setRemoving] = useState(false);
  const [notice, setNotice] = useState<Notice | null>(null);
  /** The copy that was just restored, by its id among the recent files. */
  const [restoredId, setRestoredId] = useState<string | null>(null);
  const list = backups.list?.ok ? backups.list.value : [];
  const selected = list.find(({ id }) => id === selectedId) ?? null;

  const restore = async (backup: ListedBackup): Promise<void> => {
    const bridge = hostBridge();
    const suggestedName = words('backups.copyName', {
      name: backup.projectName,
      date: backup.madeAt.slice(0, 10),
    });
    const restored = await bridge.ask('backups.restore', {
      id: backup.id,
      title: words('backups.restore'),
      suggestedName,
    });
    if (!restored) return;
    if (!restored.ok) return showFailure(restored.failure);
    setNotice({ tone: 'good', text: words('backups.restored', { name: restored.value.name }) });
    setRestoredId(restored.value.recentId);
  };
  const remove = async (id: string): Promise<void> => {
    setRemoving(false);
    const removed = await hostBridge().ask('backups.remove', { id });
    if (!removed.ok) showFailure(removed.failure);
    setSelectedId(null);
    await backups.reload();
  };
  const showFailure = (failure: DiskFailure): void => {
    setRestoredId(null);
    setNotice({ tone: 'danger', text: explainRefusal(failure, words) });
  };
  const openCopy = async (recentId: string): Promise<void> => {
    onClose();
    onOpenCopy(await hostBridge().ask('recent.open', { id: recentId }));
  };
  const makeNow = async (open: ProjectSession): Promise<void> => {
    // Not by disabling the button: it would lose the focus, and the keyboard its place.
    if (isWorking) return;
    await open.flush();
    await runBackupRound(open, 'asked');
    await backups.reload();
  };

  return (
    <>
      <BackupFolder state={backups.state} onChanged={backups.reload} />
      <BackupList
        list={backups.list}
        showsProject={session === null}
        selectedId={selectedId}
        onSelect={(backup) => {
          setSelectedId(backup.id);
          if (!backup.report) void backups.inspect(backup);
        }}
      />
      {notice && (
        <div className={`backups-notice backups-notice--${notice.tone}`} role="alert">
          <span>{notice.text}</span>
          {restoredId !== null && (
            <Button onPress={() => void openCopy(restoredId)}>{words('backups.openCopy')}</Button>
          )}
        </div>
      )}
      <div className="ui-dialog__actions">
        <div className="ui-dialog__start">{words('backups.asCopy')}</div>
        {session && !session.lockedBy && (
          <Button onPress={() => void makeNow(session)}>{words('backups.makeNow')}</Button>
        )}
        <Button isDisabled={!selected} onPress={() => setRemoving(true)}>
          {words('common.remove')}
        </Button>
        <Button variant="primary" isDisabled={!selected} onPress={() => selected && void restore(selected)}>
          {words('backups.restore')}
        </Button>
      </div>
      <ConfirmDialog
        isOpen={isRemoving && selected !== null}
        title={words('backups.remove.title')}
        confirmLabel={words('backups.remove.confirm')}
        isDangerous
        onConfirm={() => selected && void remove(selected.id)}
        onCancel={() => setRemoving(false)}
      >
        <p>{words('backups.remove.text', { when: selected ? dateTime(selected.madeAt) : '' })}</p>
      </ConfirmDialog>
    </>
  );
}
