/** From an unlocked file to a session: both copies united, damage mended and reported, the project in memory. */
import { asId, drawId } from '#shared/basics/ids.ts';
import { fail, succeed, type Result } from '#shared/basics/result.ts';
import type { Bridge, DiskFailure, ProjectFileHandle } from '#shared/bridge/requests.ts';
import type { Change, ReplicaId } from '#shared/domain/change/change.ts';
import { compareClocks } from '#shared/domain/change/clock.ts';
import { EMPTY_HISTORY, recordChange, type UndoHistory } from '#shared/domain/change/undo-history.ts';
import { tidyAfterWithdrawals, withdrawnContents, withdrawStrays } from '#shared/domain/consent/withdrawal-edits.ts';
import { findPersonByName } from '#shared/domain/evaluation/evaluation-edits.ts';
import { THE_EVALUATION } from '#shared/domain/evaluation/evaluation.ts';
import { Project } from '#shared/domain/project/project.ts';
import type { PersonId } from '#shared/domain/team/person.ts';
import { readDoomedTexts } from '#shared/formats/project-file/doomed-texts.ts';
import type { Digest } from '#shared/formats/project-file/digest.ts';
import type { ProjectFile } from '#shared/formats/project-file/project-file.ts';
import { sealTag, type Keyring } from '#shared/formats/project-file/sealing.ts';
import { uniteStores } from '#shared/formats/project-file/unite-stores.ts';
import { createChangeLog, readBatch, unknownBatches, type ChangeLog } from '#renderer/data/change-log.ts';
import { createContentLibrary } from '#renderer/data/content-library.ts';
import { fileAccess } from '#renderer/data/file-access.ts';
import { cleanAfterUnion } from '#renderer/data/clean-after-union.ts';
import { createFileCopy } from '#renderer/data/file-copy.ts';
import { absorbOpenCopy } from '#renderer/data/reseal.ts';
import { readMergeNote } from '#renderer/data/merge-copies.ts';
import { mendFile, reportOpening } from '#renderer/data/mend-file.ts';
import { openProjectDatabase, type ProjectDatabase } from '#renderer/data/project-database.ts';
import { createSession, type SessionParts } from '#renderer/data/project-session.ts';
import { randomBytes } from '#renderer/data/random.ts';
import type { ContentLibrary, OpenFailure, ProjectSession } from '#renderer/data/session.ts';
import { settleTexts } from '#renderer/data/settle-texts.ts';
import { readSnapshot, writeSnapshot } from '#renderer/data/snapshot.ts';

export type UnlockedFile = {
  readonly digest: Digest;
  readonly file: ProjectFile<DiskFailure>;
  readonly keyring: Keyring;
  /** The file was gone or unreadable and has just been written anew from this machine's copy. */
  readonly wasRebuilt: boolean;
};

export type OpenChoices = {
  readonly personName: string;
  /** Set by a user who was told that the file is damaged: opens what can be read and mends the file. */
  readonly acceptDamage?: boolean;
  /** Set by a user who was told that the file is lost: writes it again from this machine's copy. */
  readonly acceptRebuild?: boolean;
};

/** Puts the session together. */
export async function openUnlocked(
  bridge: Bridge,
  handle: ProjectFileHandle,
  unlocked: UnlockedFile,
  options: OpenChoices,
): Promise<Result<ProjectSession, OpenFailure>> {
  const { digest, file, keyring } = unlocked;
  const { projectId } = keyring;
  const { copyKey } = handle;
  const database = await openProjectDatabase({ projectId, copyKey, sealTag: sealTag(digest, keyring) });
  if (!handle.lockedBy) await absorbOpenCopy(database, keyring, digest, copyKey, randomBytes);
  const found = file.problems;
  const mended = await mendFile(bridge, file, database, handle, options.acceptDamage === true);
  if (!mended.ok) {
    database.close();
    return mended;
  }
  const stores = [database, file] as const;
  const doomed = await readDoomedTexts(stores, keyring, digest);
  const union = handle.lockedBy ? await onlyThere(file) : await uniteStores(database, file);
  const snapshot = await readSnapshot(database, keyring);
  const project = new Project(snapshot?.fold);
  const batches = await Promise.all(
    unknownBatches(project.fold, union.keys).map((key) => readBatch(stores, keyring, key)),
  );
  const changes = inOrder(batches.flatMap((batch) => batch ?? []));
  const overwrites = changes.flatMap((change) => project.apply(change));
  if (!project.get('evaluation', THE_EVALUATION)) {
    database.close();
    return fail({ code: 'no-evaluation', name: handle.name });
  }
  if (!handle.lockedBy) await rememberOpening(database, file, found);
  const copies = { database, file, rewriteFile: file.rewrite, keyring, digest };
  const hasMoved = union.toFirst + union.toSecond > 0;
  if (!handle.lockedBy && (await cleanAfterUnion(copies, project, hasMoved, doomed))) {
    database.close();
    return openUnlocked(bridge, handle, unlocked, options);
  }
  const replica = await replicaOf(database);
  const name = options.personName;
  const person = { id: findPersonByName(project, name)?.id ?? drawId<'person'>(randomBytes), name };
  const history = replayHistory(snapshot?.person === person.id ? snapshot.history : EMPTY_HISTORY, changes, {
    replica,
    person: person.id,
  });
  const copy = createFileCopy(file, fileAccess(bridge, handle), handle.name);
  const log = createChangeLog([database, copy], keyring, union.keys);
  await log.prepare([...history.redoable, ...history.undoable]);
  const contents = createContentLibrary([database, copy], keyring, digest, randomBytes);
  await preloadSpeakers(project, contents.load);
  const session = createSession({
    bridge,
    handle,
    project,
    replica,
    person,
    history,
    overwrites,
    contents,
    database,
    file: copy,
    keyring,
    digest,
    randomBytes,
    mergeNote: await readMergeNote(database),
    openReport: reportOpening(found, project, {
      restoredToFile: union.toSecond,
      unreadable: batches.filter((batch) => batch === null).length,
      wasRebuilt: unlocked.wasRebuilt,
    }),
    ...openLog(log),
    preloadSpeakers: () => preloadSpeakers(project, contents.load),
    writeSnapshot: (latest) =>
      writeSnapshot(database, keyring, { fold: project.fold, history: latest, person: person.id }, randomBytes),
    openOther: (other, next) => openUnlocked(bridge, other, next, { personName: name }),
  });
  if (!(await setInOrder(session))) return succeed(session);
  // Texts that were made of withdrawn words are erased like those: by opening once more.
  database.close();
  return openUnlocked(bridge, handle, { ...unlocked, file: copy.current() }, options);
}

/** Brings together what colleagues did apart. True when words are still to be erased, and all else is written. */
async function setInOrder(session: ProjectSession): Promise<boolean> {
  await settleTexts(session);
  if (session.lockedBy || !(await tidyUp(session))) return false;
  return (await session.flush()).kind !== 'partly';
}

/** What colleagues did to words before they knew that these were withdrawn. True when there is more to erase. */
async function tidyUp({ project, contents, commit, person }: ProjectSession): Promise<boolean> {
  const by = { person, at: new Date().toISOString() };
  const strays = withdrawStrays(project, by, randomBytes);
  if (strays) commit(strays);
  for (const replacement of withdrawnContents(project).values()) if (replacement) await contents.load(replacement);
  const draft = tidyAfterWithdrawals(project, (hash) => contents.peek(hash)?.text);
  if (draft) commit(draft);
  return strays !== null;
}

function openLog(log: ChangeLog): Pick<SessionParts, 'readChange' | 'keepChange' | 'log'> {
  return {
    // What comes next in the history is brought to hand while this one is taken back.
    readChange: (head, upcoming) => {
      void log.prepare(upcoming);
      return log.peek(head);
    },
    keepChange: log.keep,
    log: log.history,
  };
}

/** Somebody else writes to the file: nothing is united. */
async function onlyThere(file: ProjectFile<DiskFailure>) {
  return { keys: await file.list(), toFirst: 0, toSecond: 0 };
}

/** Changes in an order in which the fold does least work. */
function inOrder(changes: readonly Change[]): readonly Change[] {
  return [...changes].sort((a, b) => compareClocks(a.clock, b.clock) || a.seq - b.seq);
}

/** With the head beside it the database can restore the file alone. */
async function rememberOpening(
  database: ProjectDatabase,
  file: ProjectFile<DiskFailure>,
  found: ProjectFile<DiskFailure>['problems'],
): Promise<void> {
  // Now that there is an evaluation: the rest of a write that was never confirmed is cut off. A disk that cannot be
  // written is told by the first save, which cuts it off too.
  if (found.some(({ kind }) => kind === 'torn')) await file.dropDamage();
  await database.writeFact('header', file.header);
  await database.writeFact('openedAt', new Date().toISOString());
}

/** One replica per copy: drawn when the copy is first written on this machine, kept in its database. */
async function replicaOf(database: ProjectDatabase): Promise<ReplicaId> {
  const known = await database.readFact('replica');
  if (typeof known === 'string') return asId<'replica'>(known);
  const replica = drawId<'replica'>(randomBytes);
  await database.writeFact('replica', replica);
  return replica;
}

function replayHistory(
  history: UndoHistory,
  changes: readonly Change[],
  owner: { readonly replica: ReplicaId; readonly person: PersonId },
): UndoHistory {
  return changes.reduce(
    (latest, { ops, ...head }) => (ops.length > 0 ? recordChange(latest, head, owner) : latest),
    history,
  );
}

/** Counting voices needs the answers of questionnaires and the turns of focus groups, so these are at hand from the start. */
async function preloadSpeakers(project: Project, load: ContentLibrary['load']): Promise<void> {
  const sources = project
    .all('source')
    .filter((source) => source.method === 'questionnaire' || source.method === 'focus-group');
  await Promise.all(sources.map((source) => load(source.revision)));
}
