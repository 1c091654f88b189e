/** The open evaluation: one write path into memory and both copies, undo from the log, snapshots on closing. */
import type { RandomBytes } from '#shared/basics/ids.ts';
import type { Result } from '#shared/basics/result.ts';
import type { Bridge, ProjectFileHandle } from '#shared/bridge/requests.ts';
import type { Change, ChangeHead, Draft, ReplicaId } from '#shared/domain/change/change.ts';
import type { Overwrite } from '#shared/domain/change/fold.ts';
import { invertChange } from '#shared/domain/change/invert.ts';
import { recordChange, type UndoHistory } from '#shared/domain/change/undo-history.ts';
import { newPersonOperation } from '#shared/domain/evaluation/evaluation-edits.ts';
import type { Project } from '#shared/domain/project/project.ts';
import type { PersonId } from '#shared/domain/team/person.ts';
import type { Digest } from '#shared/formats/project-file/digest.ts';
import type { Keyring } from '#shared/formats/project-file/sealing.ts';
import { ChangeWriter } from '#renderer/data/change-writer.ts';
import type { HistoryLog } from '#renderer/data/change-log.ts';
import { compactCopies } from '#renderer/data/compact-copies.ts';
import type { SealingLibrary } from '#renderer/data/content-library.ts';
import { fileAccess } from '#renderer/data/file-access.ts';
import { eraseWithdrawn } from '#renderer/data/erase-withdrawn.ts';
import type { FileCopy } from '#renderer/data/file-copy.ts';
import type { UnlockedFile } from '#renderer/data/open-unlocked.ts';
import { knownColleagues, packCopy, packWork } from '#renderer/data/hand-over.ts';
import { IdentityVault } from '#renderer/data/identity-vault.ts';
import { inspectCopy } from '#renderer/data/inspect-copy.ts';
import {
  isNextToTakeBack,
  lookAtCopies,
  mergeCopies,
  takeMergeBack,
  type MergeNote,
} from '#renderer/data/merge-copies.ts';
import { createOutsideChanges, type OutsideChanges } from '#renderer/data/outside-changes.ts';
import type { ProjectDatabase } from '#renderer/data/project-database.ts';
import { changePassphrase, copyInto, makeRecovery, writeSharedCopy } from '#renderer/data/session-copies.ts';
import { settleTexts } from '#renderer/data/settle-texts.ts';
import type { OpenFailure, OpenReport, ProjectSession, SaveState, UndoOutcome } from '#renderer/data/session.ts';

export type SessionParts = {
  readonly bridge: Bridge;
  readonly handle: ProjectFileHandle;
  readonly project: Project;
  readonly replica: ReplicaId;
  readonly person: { readonly id: PersonId; readonly name: string };
  readonly history: UndoHistory;
  readonly overwrites: readonly Overwrite[];
  readonly contents: SealingLibrary;
  readonly database: ProjectDatabase;
  readonly file: FileCopy;
  readonly keyring: Keyring;
  readonly digest: Digest;
  readonly openReport: OpenReport | null;
  /** What the last merge brought, if nothing was built on it yet. */
  readonly mergeNote: MergeNote | null;
  readonly randomBytes: RandomBytes;
  /** The change with this head, which undo needs; `upcoming` are those that will be needed next. */
  readonly readChange: (head: ChangeHead, upcoming: readonly ChangeHead[]) => Change | null;
  readonly keepChange: (change: Change) => void;
  readonly log: HistoryLog;
  readonly writeSnapshot: (history: UndoHistory) => Promise<void>;
  /** Brings to hand what counting needs of sources that have come in. */
  readonly preloadSpeakers: () => Promise<void>;
  /** Opens a file that holds the same project, without asking for its passphrase. */
  readonly openOther: (handle: ProjectFileHandle, file: UnlockedFile) => Promise<Result<ProjectSession, OpenFailure>>;
};

const READ_ONLY: SaveState = { kind: 'read-only' };

type Listeners = { readonly listeners: Set<() => void>; readonly notify: () => void };

/** Who is told. From here on the project is seen with the eyes of who codes here; another sight is no change, but told. */
function createListeners(project: Project, viewer: PersonId): Listeners {
  const listeners = new Set<() => void>();
  const notify = (): void => {
    for (const listener of listeners) listener();
  };
  project.lookAs({ viewer });
  project.listen(({ deltas }) => {
    if (deltas.length === 0) notify();
  });
  return { listeners, notify };
}

/** Makes the session over its parts. */
export function createSession(parts: SessionParts): ProjectSession {
  const { project, replica, person, bridge, keyring } = parts;
  const { token, lockedBy } = parts.handle;
  const { listeners, notify } = createListeners(project, person.id);
  let { history, overwrites } = parts;
  const writer = new ChangeWriter(parts, keyring, parts.randomBytes, () => {
    notify();
    if (isRefusedAsChanged(writer) && outside.state().kind === 'as-left') void outside.reconcile();
  });
  const outside = watchOutside(parts, writer, notify, async (lost) => {
    overwrites = [...overwrites, ...lost];
    await settleTexts(session);
  });
  const identities = new IdentityVault({ ...parts, writer });

  const write = (draft: Draft, reverts?: ChangeHead): Change | null => {
    if (lockedBy) return null;
    const author = { replica, person: person.id, nowMilliseconds: Date.now() };
    const change = project.prepare(withAuthor(project, draft, person), author, reverts);
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
      history = forgetChange(history, head);
      notify();
    }
    return { label: change.label, skipped: inverse.skipped };
  };

  const session: ProjectSession = {
    project,
    ...whichFile(parts),
    replica,
    person: person.id,
    contents: parts.contents,
    get overwrites() {
      return overwrites;
    },
    openReport: parts.openReport,
    outside: outside.state,
    reconcile: outside.reconcile,
    acceptOutside: outside.accept,
    dismissOutside: outside.dismiss,
    identities,
    ...otherFiles(parts, writer),
    ...passphrases(parts, writer, () => session),
    ...copiesOfOthers(parts, writer, () => ({ session, history })),
    eraseWithdrawn: (owner, note) => eraseWithdrawn(parts, writer, session, owner, note),
    commit: (draft) => write(draft),
    undo: () => takeBack(history.undoable),
    redo: () => takeBack(history.redoable),
    history: () => history,
    saveState: () => (lockedBy ? READ_ONLY : writer.state()),
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    flush: () => writer.flush(),
    close: async (lastly) => {
      const state = await closeCopies(parts, writer, history, lastly);
      identities.lock();
      await bridge.ask('project.release', { token });
      return state;
    },
    lockAway: (whereabouts) => lockAway(parts, writer, history, whereabouts).finally(() => identities.lock()),
    log: parts.log,
  };
  return session;
}

function whichFile({
  handle,
  keyring,
}: SessionParts): Pick<ProjectSession, 'projectId' | 'fileName' | 'folder' | 'isSealed' | 'lockedBy' | 'fileToken'> {
  return {
    projectId: keyring.projectId,
    fileName: handle.name,
    folder: handle.folder,
    isSealed: keyring.dataKey !== null,
    lockedBy: handle.lockedBy,
    fileToken: handle.token,
  };
}

/** Copies that go elsewhere. */
function otherFiles(
  parts: SessionParts,
  writer: ChangeWriter,
): Pick<ProjectSession, 'saveCopyAs' | 'writeSharedCopy' | 'inspectCopy'> {
  return {
    saveCopyAs: (other) => copyInto(other, parts, writer),
    writeSharedCopy: (other) => writeSharedCopy(other, parts, writer),
    inspectCopy: (bytes) => inspectCopy(bytes, parts.keyring),
  };
}

function passphrases(
  parts: SessionParts,
  writer: ChangeWriter,
  now: () => ProjectSession,
): Pick<ProjectSession, 'changePassphrase' | 'makeRecovery'> {
  return {
    changePassphrase: (present, next) => changePassphrase(parts, writer, now(), { present, next }),
    makeRecovery: (passphrase) => makeRecovery(parts, writer, passphrase),
  };
}

/** Work that comes from copies of others, and that goes to them. */
function copiesOfOthers(
  parts: SessionParts,
  writer: ChangeWriter,
  now: () => { readonly session: ProjectSession; readonly history: UndoHistory },
): Pick<
  ProjectSession,
  'lookAtCopies' | 'mergeCopies' | 'mergeToTakeBack' | 'takeMergeBack' | 'knownColleagues' | 'packWork' | 'packCopy'
> {
  const mergeToTakeBack = (): MergeNote | null => {
    const { mergeNote, handle } = parts;
    return mergeNote && !handle.lockedBy && isNextToTakeBack(mergeNote, parts) ? mergeNote : null;
  };
  return {
    knownColleagues: () => knownColleagues(parts),
    packWork: (seen) => packWork(parts, writer, seen),
    packCopy: (passphrase) => packCopy(parts, writer, passphrase),
    lookAtCopies: (files, passphrases) => lookAtCopies(parts, writer, files, passphrases),
    mergeCopies: (preview) => mergeCopies(parts, writer, now().session, preview, now().history),
    mergeToTakeBack,
    takeMergeBack: async () => {
      const note = mergeToTakeBack();
      return note && takeMergeBack(parts, writer, now().session, note);
    },
  };
}

function isRefusedAsChanged(writer: ChangeWriter): boolean {
  const state = writer.state();
  return state.kind === 'partly' && state.failure.code === 'changed-outside';
}

function forgetChange({ undoable, redoable }: UndoHistory, head: ChangeHead): UndoHistory {
  const isOther = (item: ChangeHead): boolean => item !== head;
  return { undoable: undoable.filter(isOther), redoable: redoable.filter(isOther) };
}

function watchOutside(
  parts: SessionParts,
  writer: ChangeWriter,
  notify: () => void,
  onTaken: (overwrites: readonly Overwrite[]) => Promise<void>,
): OutsideChanges {
  const { bridge, handle, project } = parts;
  return createOutsideChanges({
    ...parts,
    look: async () => {
      const seen = await bridge.ask('project.look', { token: handle.token });
      return seen.ok ? seen.value.state : 'unknown';
    },
    access: fileAccess(bridge, handle),
    writer,
    isReadOnly: handle.lockedBy !== null,
    takeIn: async (changes) => {
      const lost = project.applyAll(changes).flatMap(({ overwrites: unseen }) => unseen);
      changes.forEach(parts.keepChange);
      await onTaken(lost);
      await parts.preloadSpeakers();
      notify();
      return lost;
    },
    onState: notify,
  });
}

async function closeCopies(
  parts: SessionParts,
  writer: ChangeWriter,
  history: UndoHistory,
  lastly?: () => Promise<unknown>,
): Promise<SaveState> {
  const { handle, file, database, keyring, randomBytes } = parts;
  const state = await writer.flush();
  if (!handle.lockedBy) {
    await parts.writeSnapshot(history);
    // Only what both copies have may be joined.
    if (state.kind === 'saved') {
      await writer.whileStill(() => compactCopies(file.current(), database, keyring, randomBytes));
    }
  }
  writer.stop();
  // Nothing that is done on the way out may keep the file from being given back.
  await lastly?.().catch(() => undefined);
  database.close();
  return state;
}

async function lockAway(
  parts: SessionParts,
  writer: ChangeWriter,
  history: UndoHistory,
  whereabouts: string,
): Promise<SaveState> {
  const before = await writer.flush();
  // The app's copy is enough: the file catches up when it is opened again.
  if (before.kind === 'partly' && !before.inApp) return before;
  const state = await closeCopies(parts, writer, history);
  await parts.bridge.ask('window.lockAway', { token: parts.handle.token, whereabouts });
  return state;
}

/** A person is made known with their first change, so that merely opening a copy changes nothing. */
function withAuthor(project: Project, draft: Draft, person: SessionParts['person']): Draft {
  if (draft.ops.length === 0 || project.get('person', person.id)) return draft;
  return { ...draft, ops: [newPersonOperation(person.id, person.name), ...draft.ops] };
}
