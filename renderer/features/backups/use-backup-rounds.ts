/** Keeps the backups of the open evaluation up to date: on opening, and now and then while somebody works. */
import { useEffect } from 'react';
import { useSession } from '#renderer/data/hooks.ts';
import { ROUND_MILLISECONDS, runBackupRound } from '#renderer/features/backups/backup-round.ts';
import { useBackupState } from '#renderer/view-state/backup-state.ts';

/** Not while the first screen is being drawn. */
const FIRST_MILLISECONDS = 1500;

/** Runs rounds for as long as the evaluation is open. */
export function useBackupRounds(): void {
  const session = useSession();
  useEffect(() => {
    const first = setTimeout(() => void runBackupRound(session, 'opened'), FIRST_MILLISECONDS);
    const rounds = setInterval(() => void runBackupRound(session, 'working'), ROUND_MILLISECONDS);
    return () => {
      clearTimeout(first);
      clearInterval(rounds);
      useBackupState.setState({ state: null, isWorking: false });
    };
  }, [session]);
}
