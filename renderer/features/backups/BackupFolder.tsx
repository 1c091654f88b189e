/** Where the backups lie, with a way to look there and to choose another folder. */
import { Folder, FolderOpen, Undo2 } from 'lucide-react';
import type { BackupState } from '#shared/bridge/requests.ts';
import { hostBridge } from '#renderer/bridge/bridge.ts';
import { explainRefusal } from '#renderer/features/backups/refusal-words.ts';
import { Button, IconButton } from '#renderer/ui/Button.tsx';
import { useFormats } from '#renderer/ui/formats.ts';
import { showToast } from '#renderer/ui/Toast.tsx';
import { useWords } from '#renderer/ui/words.ts';

export type BackupFolderProps = { readonly state: BackupState | null; readonly onChanged: () => Promise<void> };

/** The line about the folder. */
export function BackupFolder({ state, onChanged }: BackupFolderProps) {
  const words = useWords();
  const { bytes } = useFormats();
  const pick = async (): Promise<void> => {
    const picked = await hostBridge().ask('backups.pickFolder', { title: words('backups.pickFolder') });
    if (picked && !picked.ok) showToast({ message: explainRefusal(picked.failure, words), tone: 'danger' });
    if (picked) await onChanged();
  };
  const goBack = async (): Promise<void> => {
    await hostBridge().ask('backups.useUsualFolder', {});
    await onChanged();
  };
  return (
    <div className="backups-folder">
      <Folder aria-hidden />
      <div className="backups-folder__words">
        <span className="backups-folder__path">{state?.folder}</span>
        {state && state.freeBytes !== null && (
          <span className="backups-folder__room">{words('backups.room', { free: bytes(state.freeBytes) })}</span>
        )}
      </div>
      {state && !state.isUsualFolder && (
        <IconButton label={words('backups.usualFolder')} icon={<Undo2 aria-hidden />} onPress={() => void goBack()} />
      )}
      <Button
        variant="quiet"
        icon={<FolderOpen aria-hidden />}
        onPress={() => void hostBridge().ask('backups.showFolder', {})}
      >
        {words('backups.showFolder')}
      </Button>
      <Button variant="quiet" onPress={() => void pick()}>
        {words('backups.otherFolder')}
      </Button>
    </div>
  );
}
