/** Leaving an evaluation: what is still being typed is handed on, everything is written, the file is given back. */
import { runBackupRound } from '#renderer/features/backups/backup-round.ts';
import type { ProjectSession, SaveState } from '#renderer/data/session.ts';

/** Writes everything and closes. When a copy could not be written the session stays open and the answer says why. */
export async function leaveEvaluation(session: ProjectSession): Promise<SaveState> {
  finishTyping();
  const state = await session.flush();
  return state.kind === 'partly' ? state : session.close(() => runBackupRound(session, 'closing'));
}

/** A field hands its text on when it is left. */
function finishTyping(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}
