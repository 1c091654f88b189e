/** Undo from a note at the corner: takes back the change that the note speaks of, never a later one. */
import type { Change } from '#shared/domain/change/change.ts';
import type { ProjectSession, UndoOutcome } from '#renderer/data/session.ts';

/** Undoes a change while it is the latest of this person; null when it no longer is. */
export function takeBack(session: ProjectSession, change: Change): UndoOutcome {
  const latest = session.history().undoable.at(-1);
  if (latest?.replica !== change.replica || latest.seq !== change.seq) return null;
  return session.undo();
}
