/** Opening and making projects: from a file the user picked to a session. */
import { asId, drawId } from '#shared/basics/ids.ts';
import { fail, succeed, type Result } from '#shared/basics/result.ts';
import type { Bridge, DiskFailure, ProjectFileHandle } from '#shared/bridge/requests.ts';
import type { Change, ReplicaId } from '#shared/domain/change/change.ts';
import { compareClocks } from '#shared/domain/change/clock.ts';
import { EMPTY_HISTORY, recordChange, type UndoHistory } from '#shared/domain/change/undo-history.ts';
import { findPersonByName, newEvaluation, type NewEvaluation } from '#shared/domain/evaluation/evaluation-edits.ts';
import { THE_EVALUATION } from '#shared/domain/evaluation/evaluation.ts';
import { Project } from '#shared/domain/project/project.ts';
import type { PersonId } from '#shared/domain/team/person.ts';
import { loadDigest, type Digest } from '#shared/formats/project-file/digest.ts';
import { sealChanges } from '#shared/formats/project-file/project-blocks.ts';
import {
  newProjectHeader,
  readProjectFile,
  writeNewProjectFile,
  type ProjectFile,
  type ProjectFileAccess,
} from '#shared/formats/project-file/project-file.ts';
import { unlock, type Keyring } from '#shared/formats/project-file/sealing.ts';
import { uniteStores } from '#shared/formats/project-file/unite-stores.ts';
import { createChangeLog, readBatch, unknownBatches } from '#renderer/data/change-log.ts';
import { createContentLibrary } from '#renderer/data/content-library.ts';
import { openProjectDatabase, type ProjectDatabase } from '#renderer/data/project-database.ts';
import { createSession } from '#renderer/data/project-session.ts';
import { randomBytes } from '#renderer/data/random.ts';
import type { OpenFailure, ProjectSession } from '#renderer/data/session.ts';
import { readSnapshot, writeSnapshot } from '#renderer/data/snapshot.ts';

export type NewProjectInput = {
  readonly handle: ProjectFileHandle;
  readonly title: string;
  readonly language: NewEvaluation['language'];
  /** Null makes an unsealed project: an explicit choice. */
  readonly passphrase: string | null;
  readonly personName: string;
  readonly interventions: readonly { readonly code: string; readonly title: string }[];
};

/** How a project is opened. */
export type OpenOptions = {
  readonly passphrase: string | null;
  readonly personName: string;
  /** Set by a user who was told that the file is damaged: opens what can be read and mends the file. */
  readonly acceptDamage?: boolean;
};

/** Makes a project file with the nine criteria and opens it. */
export async function createProject(
  bridge: Bridge,
  input: NewProjectInput,
): Promise<Result<ProjectSession, OpenFailure>> {
  const digest = await loadDigest();
  const { header, keyring } = await newProjectHeader(
    { projectId: drawId<'project'>(randomBytes), createdAt: new Date().toISOString(), passphrase: input.passphrase },
    randomBytes,
  );
  const person = { id: drawId<'person'>(randomBytes), name: input.personName };
  const draft = newEvaluation(
    { title: input.title, language: input.language, interventions: input.interventions, person },
    randomBytes,
  );
  // The maker's first change is of a replica of its own: the copy's replica is drawn when the copy is first opened.
  const author = { replica: drawId<'replica'>(randomBytes), person: person.id, nowMilliseconds: Date.now() };
  const first = new Project().prepare(draft, author);
  if (!first) throw new Error('A new evaluation changes something.');
  const access = fileAccess(bridge, input.handle);
  const written = await writeNewProjectFile(access, digest, header, [await sealChanges(keyring, [first], randomBytes)]);
  if (!written.ok) return fail(namedFailure(written.failure, input.handle.name));
  return openUnlocked(
    bridge,
    input.handle,
    { digest, file: written.value, keyring },
    { passphrase: input.passphrase, personName: input.personName },
  );
}

/**
 * Opens a project file: unites it with this machine's copy of it and brings both up to date.
 * `passphrase-needed` asks the caller for one; `damaged` asks whether to open what can be read.
 */
export async function openProject(
  bridge: Bridge,
  handle: ProjectFileHandle,
  options: OpenOptions,
): Promise<Result<ProjectSession, OpenFailure>> {
  const digest = await loadDigest();
  const access = fileAccess(bridge, handle);
  const bytes = await access.read();
  if (!bytes.ok) return bytes;
  const file = readProjectFile(access, digest, bytes.value);
  if (!file.ok) return fail({ code: file.failure, name: handle.name });
  const keyring = await unlock(file.value.header, options.passphrase);
  if (!keyring.ok) return fail({ code: keyring.failure, name: handle.name });
  return openUnlocked(bridge, handle, { digest, file: file.value, keyring: keyring.value }, options);
}

type UnlockedFile = { readonly digest: Digest; readonly file: ProjectFile<DiskFailure>; readonly keyring: Keyring };

async function openUnlocked(
  bridge: Bridge,
  handle: ProjectFileHandle,
  unlocked: UnlockedFile,
  options: OpenOptions,
): Promise<Result<ProjectSession, OpenFailure>> {
  const { digest, file, keyring } = unlocked;
  const database = await openProjectDatabase(keyring.projectId, handle.copyKey);
  const mended = await mendFile(file, database, handle, options);
  if (!mended.ok) {
    database.close();
    return mended;
  }
  const stores = [database, file] as const;
  const union = handle.lockedBy ? { keys: await file.list() } : await uniteStores(database, file);
  const snapshot = await readSnapshot(database, keyring);
  const project = new Project(snapshot?.fold);
  const batches = await Promise.all(
    unknownBatches(project.fold, union.keys).map((key) => readBatch(stores, keyring, key)),
  );
  const changes = batches
    .flatMap((batch) => batch ?? [])
    .sort((a, b) => compareClocks(a.clock, b.clock) || a.seq - b.seq);
  const overwrites = changes.flatMap((change) => project.apply(change));
  if (!project.get('evaluation', THE_EVALUATION)) {
    database.close();
    return fail({ code: 'no-evaluation', name: handle.name });
  }
  const replica = await replicaOf(database);
  const name = options.personName;
  const person = { id: findPersonByName(project, name)?.id ?? drawId<'person'>(randomBytes), name };
  const history = replayHistory(snapshot?.person === person.id ? snapshot.history : EMPTY_HISTORY, changes, {
    replica,
    person: person.id,
  });
  const log = createChangeLog(stores, keyring, union.keys);
  await log.prepare([...history.redoable, ...history.undoable]);
  const contents = createContentLibrary(stores, keyring, digest, randomBytes);
  await preloadSpeakers(project, contents.load);
  return succeed(
    createSession({
      project,
      fileName: handle.name,
      folder: handle.folder,
      lockedBy: handle.lockedBy,
      replica,
      person,
      history,
      overwrites,
      contents,
      stores: { database, file },
      keyring,
      randomBytes,
      readChange: (head, upcoming) => {
        // What comes next in the history is brought to hand while this one is taken back.
        void log.prepare(upcoming);
        return log.peek(head);
      },
      keepChange: log.keep,
      writeSnapshot: (latest) =>
        writeSnapshot(database, keyring, { fold: project.fold, history: latest, person: person.id }, randomBytes),
      release: async () => {
        database.close();
        await bridge.ask('project.release', { token: handle.token });
      },
    }),
  );
}

/** A damaged file is only mended when nothing is lost by it, because the app's copy has it all, or when the user says so. */
async function mendFile(
  file: ProjectFile<DiskFailure>,
  database: ProjectDatabase,
  handle: ProjectFileHandle,
  options: OpenOptions,
): Promise<Result<null, OpenFailure>> {
  const lost = file.problems.filter((problem) => problem.kind !== 'chain-broken');
  if (lost.length === 0 || handle.lockedBy) return succeed(null);
  const hasOwnCopy = (await database.list()).length > 0;
  if (!hasOwnCopy && !options.acceptDamage) return fail({ code: 'damaged', name: handle.name });
  const dropped = await file.dropDamage();
  return dropped.ok ? succeed(null) : fail(dropped.failure);
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
async function preloadSpeakers(project: Project, load: ProjectSession['contents']['load']): Promise<void> {
  const sources = project
    .all('source')
    .filter((source) => source.method === 'questionnaire' || source.method === 'focus-group');
  await Promise.all(sources.map((source) => load(source.revision)));
}

/** The bytes of a project file through the bridge. */
export function fileAccess(bridge: Bridge, handle: ProjectFileHandle): ProjectFileAccess<DiskFailure> {
  const { token } = handle;
  return {
    read: () => bridge.ask('project.read', { token }),
    append: (expectedLengthBytes, bytes) => bridge.ask('project.append', { token, expectedLengthBytes, bytes }),
    replace: (bytes) => bridge.ask('project.replace', { token, bytes }),
  };
}

/** A failure with the name of the file it is about. */
export function namedFailure(failure: DiskFailure | 'not-ours' | 'too-new' | 'damaged', name: string): OpenFailure {
  return typeof failure === 'string' ? { code: failure, name } : failure;
}
