/** What this person can undo and redo on this copy: read off the log, so that it survives a restart. */
import type { ChangeHead, ChangeName, ReplicaId } from '#shared/domain/change/change.ts';
import type { PersonId } from '#shared/domain/team/person.ts';

export type UndoHistory = {
  /** Changes that can be taken back, the next one last. */
  readonly undoable: readonly ChangeHead[];
  /** Undos that can be taken back in turn, the next one last. */
  readonly redoable: readonly ChangeHead[];
};

export const EMPTY_HISTORY: UndoHistory = { undoable: [], redoable: [] };

/** Labels of changes that nobody can take back. */
const FINAL: ReadonlySet<string> = new Set(['withdraw', 'destroy-identities', 'unite-texts']);

/** The history after one more change; changes of other people or other copies leave it as it is. */
export function recordChange(
  history: UndoHistory,
  head: ChangeHead,
  owner: { readonly replica: ReplicaId; readonly person: PersonId },
): UndoHistory {
  if (head.replica !== owner.replica || head.person !== owner.person) return history;
  // What was erased for good is not there to be taken back.
  if (FINAL.has(head.label.key)) return history;
  const { undoable, redoable } = history;
  if (!head.reverts) return { undoable: [...undoable, head], redoable: [] };
  if (isNamed(undoable.at(-1), head.reverts)) return { undoable: undoable.slice(0, -1), redoable: [...redoable, head] };
  if (isNamed(redoable.at(-1), head.reverts)) return { undoable: [...undoable, head], redoable: redoable.slice(0, -1) };
  return history;
}

function isNamed(head: ChangeHead | undefined, name: ChangeName): boolean {
  return head?.replica === name.replica && head.seq === name.seq;
}
