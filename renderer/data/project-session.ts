/** The open evaluation: one write path into memory and both copies, undo from the log, snapshots on closing. */
import type { RandomBytes } from '#shared/basics/ids.ts';
import type { DiskFailure } from '#shared/bridge/requests.ts';
import type { Change, ChangeHead, Draft, ReplicaId } from '#shared/domain/change/change.ts';
import type { Overwrite } from '#shared/domain/change/fold.ts';
import { invertChange } from '#shared/domain/change/invert.ts';
import { recordChange, type UndoHistory } from '#shared/domain/change/undo-history.ts';
import { newPersonOperation } from '#shared/domain/evaluation/evaluation-edits.ts';
import type { Project } from '#shared/domain/project/project.ts';
import type { PersonId } from '#shared/domain/team/person.ts';
import type { BlockStore } from '#shared/formats/project-file/block-store.ts';
import type { Keyring } from '#shared/formats/project-file/sealing.ts';
import { createChangeWriter } from '#renderer/data/change-writer.ts';
import type { SealingLibrary } from '#renderer/data/content-library.ts';
import type { ProjectSession, SaveState, UndoOutcome } from '#renderer/data/session.ts';

export type SessionParts = {
  readonly project: Project;
  readonly fileName: string;
  readonly folder: string;
  readonly lockedBy: ProjectSession['lockedBy'];
  readonly replica: ReplicaId;
  readonly person: { readonly id: PersonId; readonly name: string };
  readonly history: UndoHistory;
  readonly overwrites: readonly Overwrite[];
  readonly contents: SealingLibrary;
  readonly stores: { readonly database: BlockStore<DiskFailure>; readonly file: BlockStore<DiskFailure> };
  readonly keyring: Keyring;
  readonly randomBytes: RandomBytes;
  /** The change with this head, which undo needs; `upcoming` are those that will be needed next. */
  readonly readChange: (head: ChangeHead, upcoming: readonly ChangeHead[]) => Change | null;
  readonly keepChange: (change: Change) => void;
  readonly writeSnapshot: (history: UndoHistory) => Promise<void>;
  readonly release: () => Promise<void>;
};

const READ_ONLY: SaveState = { kind: 'read-only' };

/** Makes the session over its parts. */
export function createSession(parts: SessionParts): ProjectSession {
  const { project, replica, person } = parts;
  const listeners = new Set<() => void>();
  const notify = (): void => {
    for (const listener of listeners) listener();
  };
  const writer = createChangeWriter(parts.stores, parts.keyring, parts.randomBytes, notify);
  let { history } = parts;

  const write = (draft: Draft, reverts?: ChangeHead): Change | null => {
    if (parts.lockedBy) return null;
    const change = project.prepare(
      withAuthor(project, draft, person),
      { replica, person: person.id, nowMilliseconds: Date.now() },
      reverts,
    );
    if (!change) return null;
    project.apply(change);
    parts.keepChange(change);
    history = recordChange(history, change, { replica, person: person.id });
    writer.write(change, parts.contents.takeUnwritten());
    return change;
  };

  const takeBack = (stack: readonly ChangeHead[]): UndoOutcome => {
    const head = stack.at(-1);
    const change = head && parts.readChange(head, stack);
    if (!change) return null;
    const inverse = invertChange(project.fold, change);
    const written = write({ label: change.label, ops: inverse.ops }, change);
    if (!written) {
      // Others have changed all of it since: there is nothing left to take back, so the next undo goes further.
      history = {
        undoable: history.undoable.filter((item) => item !== head),
        redoable: history.redoable.filter((item) => item !== head),
      };
      notify();
    }
    return { label: change.label, skipped: inverse.skipped };
  };

  return {
    project,
    projectId: parts.keyring.projectId,
    fileName: parts.fileName,
    folder: parts.folder,
    isSealed: parts.keyring.dataKey !== null,
    lockedBy: parts.lockedBy,
    replica,
    person: person.id,
    contents: parts.contents,
    overwrites: parts.overwrites,
    commit: (draft) => write(draft),
    undo: () => takeBack(history.undoable),
    redo: () => takeBack(history.redoable),
    history: () => history,
    saveState: () => (parts.lockedBy ? READ_ONLY : writer.state()),
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    flush: () => writer.flush(),
    close: async () => {
      const state = await writer.flush();
      writer.stop();
      if (!parts.lockedBy) await parts.writeSnapshot(history);
      await parts.release();
      return state;
    },
  };
}

/** A person is made known with their first change, so that merely opening a copy changes nothing. */
function withAuthor(project: Project, draft: Draft, person: SessionParts['person']): Draft {
  if (draft.ops.length === 0 || project.get('person', person.id)) return draft;
  return { ...draft, ops: [newPersonOperation(person.id, person.name), ...draft.ops] };
}
