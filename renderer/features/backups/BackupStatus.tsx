/** The word about backups in the status bar: when the last one was made, or what is wrong and what to do. */
import { Archive, TriangleAlert } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import { hostBridge } from '#renderer/bridge/bridge.ts';
import { useSession } from '#renderer/data/hooks.ts';
import { runBackupRound } from '#renderer/features/backups/backup-round.ts';
import { warnOfBackups, type BackupWarning } from '#renderer/features/backups/backup-warnings.ts';
import { explainRefusal } from '#renderer/features/backups/refusal-words.ts';
import { useBackupState } from '#renderer/view-state/backup-state.ts';
import { openOverlay } from '#renderer/view-state/overlays.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { useFormats, type Formats } from '#renderer/ui/formats.ts';
import { Popover } from '#renderer/ui/Popover.tsx';
import { useWords, type Words } from '#renderer/ui/words.ts';
import './Backups.css';

/** Stands in the status bar of an open evaluation. */
export function BackupStatus() {
  const words = useWords();
  const formats = useFormats();
  const state = useBackupState((known) => known.state);
  if (!state) return null;
  const [warning] = warnOfBackups(state);
  if (warning) return <Trouble warning={warning} />;
  return (
    <AriaButton className="backup-status" onPress={() => openOverlay('backups')}>
      <Archive aria-hidden />
      {words('backups.status.last', { when: whenInWords(state.latestGoodAt ?? '', formats) })}
    </AriaButton>
  );
}

function Trouble({ warning }: { readonly warning: BackupWarning }) {
  const words = useWords();
  const formats = useFormats();
  const session = useSession();
  const isWorking = useBackupState((known) => known.isWorking);
  const title = words(`backups.warning.${keyOf(warning)}`);
  const makeNow = async (): Promise<void> => {
    if (!isWorking) await runBackupRound(session, 'asked');
  };
  const pickFolder = async (): Promise<void> => {
    await hostBridge().ask('backups.pickFolder', { title: words('backups.pickFolder') });
    await runBackupRound(session, 'asked');
  };
  return (
    <Popover
      label={title}
      trigger={
        <AriaButton className="backup-status backup-status--warning">
          <TriangleAlert aria-hidden />
          {title}
        </AriaButton>
      }
    >
      {(close) => (
        <div className="backup-advice">
          {explain(warning, words, formats).map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          <div className="backup-advice__actions">
            <Button variant="primary" onPress={() => void makeNow()}>
              {words('backups.makeNow')}
            </Button>
            <Button onPress={() => void pickFolder()}>{words('backups.otherFolder')}</Button>
            <Button
              variant="quiet"
              onPress={() => {
                close();
                openOverlay('backups');
              }}
            >
              {words('backups.show')}
            </Button>
          </div>
        </div>
      )}
    </Popover>
  );
}

function keyOf(warning: BackupWarning): 'none' | 'refused' | 'full' {
  return warning.kind === 'nearly-full' ? 'full' : warning.kind;
}

function explain(warning: BackupWarning, words: Words, { bytes }: Formats): readonly string[] {
  switch (warning.kind) {
    case 'none':
      return [words('backups.advice.none')];
    case 'refused':
      return [explainRefusal(warning.failure, words), words('backups.advice.refused')];
    case 'nearly-full':
      return [words(`backups.advice.full-${warning.disk}`, { free: bytes(warning.freeBytes) })];
  }
}

/** The time for today, the date for other days. */
function whenInWords(iso: string, { time, date }: Formats): string {
  const isToday = new Date(iso).toDateString() === new Date().toDateString();
  return isToday ? time(iso) : date(iso);
}
