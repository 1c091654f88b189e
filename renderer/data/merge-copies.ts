/**
 * Taking over the work of other copies: looked at first, then written to both copies of this one. What came in can be
 * taken out again until something else is written: the other copies still have it, so nothing is lost.
 */
import { fail, succeed, type Result } from '#shared/basics/result.ts';
import type { ReplicaId } from '#shared/domain/change/change.ts';
import { applyChange, type Fold } from '#shared/domain/change/fold.ts';
import { addSequence, includesSequence, lastSequence, type SequenceSet } from '#shared/domain/change/sequence-set.ts';
import type { UndoHistory } from '#shared/domain/change/undo-history.ts';
import { forkFold } from '#shared/domain/merge/fork-fold.ts';
import { mergeChanges, type MergeReport } from '#shared/domain/merge/merge-changes.ts';
import { nameOfReplica, type Block } from '#shared/formats/project-file/block.ts';
import { keyText } from '#shared/formats/project-file/block-store.ts';
import { openCopy, type CopyRefusal, type OpenedCopy } from '#shared/formats/project-file/open-copy.ts';
import { openChanges, sealChanges } from '#shared/formats/project-file/project-blocks.ts';
import type { Keyring } from '#shared/formats/project-file/sealing.ts';
import { takeIn, type TakenIn } from '#shared/formats/project-file/take-in.ts';
import { readBlocks } from '#shared/formats/project-file/unite-stores.ts';
import type { ChangeWriter } from '#renderer/data/change-writer.ts';
import type { ProjectDatabase } from '#renderer/data/project-database.ts';
import type { SessionParts } from '#renderer/data/project-session.ts';
import { randomBytes } from '#renderer/data/random.ts';
import type { OpenFailure, ProjectSession } from '#renderer/data/session.ts';
import { deriveKey } from '#renderer/workers/derive-key.ts';

export type CopyFile = { readonly name: string; readonly bytes: Uint8Array };
export type CopyLook = { readonly name: string; readonly refusal: CopyRefusal | null };

/** What a merge would do. Nothing has been written. */
export type MergePreview = {
  readonly copies: readonly CopyLook[];
  readonly opened: readonly OpenedCopy[];
  readonly report: MergeReport;
  /** The records that the merge touches, as they will be. */
  readonly fold: Fold;
  /** It brings a withdrawal, or erases something else: that cannot be taken back. */
  readonly isFinal: boolean;
};

/** Kept beside the blocks: what the last merge brought, until something is built on it. */
export type MergeNote = {
  readonly names: readonly string[];
  readonly changes: number;
  readonly ranges: readonly (readonly [replica: ReplicaId, known: SequenceSet])[];
  /** Contents and the like, by their keys. */
  readonly blocks: readonly string[];
  /** The last change of this copy's own when it was made: what is written later may rest on what came in. */
  readonly ownSeq: number;
};
const FACT = 'merge';

/** Opens the copies and works out what they would bring. */
export async function lookAtCopies(
  parts: SessionParts,
  writer: ChangeWriter,
  files: readonly CopyFile[],
  passphrases: readonly string[],
): Promise<Result<MergePreview, OpenFailure>> {
  const state = await writer.flush();
  if (state.kind === 'partly') return fail(state.failure);
  const looks: { name: string; refusal: CopyRefusal | null; copy: OpenedCopy | null }[] = [];
  for (const { name, bytes } of files) {
    const copy = await openCopy(bytes, parts.digest, { ours: parts.keyring, passphrases, derive: deriveKey });
    looks.push({ name, refusal: copy.ok ? null : copy.failure, copy: copy.ok ? copy.value : null });
  }
  const taken = await takeSound(parts, looks);
  const { project } = parts;
  const fold = forkFold(project.fold, taken.changes);
  const report = mergeChanges(fold, taken.changes, (changes) =>
    changes.map((change) => applyChange(fold, change).deltas),
  );
  return succeed({
    copies: looks.map(({ name, refusal }) => ({ name, refusal })),
    opened: looks.flatMap(({ copy }) => copy ?? []),
    report,
    fold,
    isFinal: isFinal(taken),
  });
}

/** Takes in what is sound; a copy that is damaged inside is marked, and the others go on. */
async function takeSound(
  parts: SessionParts,
  looks: { refusal: CopyRefusal | null; copy: OpenedCopy | null }[],
): Promise<TakenIn> {
  const here = { store: parts.file, fold: parts.project.fold };
  for (;;) {
    const sound = looks.filter(({ copy }) => copy !== null);
    const taken = await takeIn(
      sound.flatMap(({ copy }) => copy ?? []),
      here,
      { ...parts, randomBytes },
    );
    if (taken.ok) return taken.value;
    const bad = sound[taken.failure.copy];
    if (!bad) throw new Error('A copy that is not there cannot be damaged.');
    bad.refusal = taken.failure.refusal;
    bad.copy = null;
  }
}

function isFinal({ bringsWithdrawal, blocks }: TakenIn): boolean {
  return bringsWithdrawal || blocks.some(({ kind }) => kind === 'erasure' || kind === 'identities');
}

/** Takes over what was looked at; answers the session to go on with. Where the file cannot be written nothing is done. */
export async function mergeCopies(
  parts: SessionParts,
  writer: ChangeWriter,
  session: ProjectSession,
  preview: MergePreview,
  history: UndoHistory,
): Promise<Result<ProjectSession, OpenFailure>> {
  const { handle, project, file, database } = parts;
  if (handle.lockedBy) return fail({ code: 'in-use', name: handle.name });
  const before = await writer.flush();
  if (before.kind === 'partly') return fail(before.failure);
  const taken = await takeIn(preview.opened, { store: file, fold: project.fold }, { ...parts, randomBytes });
  if (!taken.ok) return fail({ code: 'damaged', name: preview.copies[taken.failure.copy]?.name ?? handle.name });
  const written = await writer.whileStill(async () => {
    // The app's copy takes it over when the evaluation is opened again, with all that opening sees to.
    await parts.writeSnapshot(history);
    return file.append(taken.value.blocks);
  });
  if (!written.ok) return fail(written.failure);
  const note = isFinal(taken.value) ? null : noteOf(taken.value, preview, parts);
  await database.writeFact(FACT, note);
  return reopen(parts, writer, session);
}

function noteOf(taken: TakenIn, preview: MergePreview, { project, replica }: SessionParts): MergeNote {
  const ranges = new Map<ReplicaId, SequenceSet>();
  for (const change of taken.changes) {
    ranges.set(change.replica, addSequence(ranges.get(change.replica) ?? [], change.seq));
  }
  return {
    names: preview.copies.filter(({ refusal }) => refusal === null).map(({ name }) => name),
    changes: taken.changes.length,
    ranges: [...ranges],
    blocks: taken.blocks.filter(({ kind }) => kind !== 'changes').map(keyText),
    ownSeq: lastSequence(project.fold.known.get(replica) ?? []),
  };
}

/** What the last merge brought, as this copy remembers it. */
export async function readMergeNote(database: ProjectDatabase): Promise<MergeNote | null> {
  return ((await database.readFact(FACT)) as MergeNote | undefined) ?? null;
}

/** Whether nothing was written here since: then the merge is the next thing to take back. */
export function isNextToTakeBack({ ownSeq }: MergeNote, { project, replica }: SessionParts): boolean {
  return lastSequence(project.fold.known.get(replica) ?? []) === ownSeq;
}

/** Takes out of both copies what the last merge brought; answers the session to go on with. */
export async function takeMergeBack(
  parts: SessionParts,
  writer: ChangeWriter,
  session: ProjectSession,
  note: MergeNote,
): Promise<Result<ProjectSession, OpenFailure>> {
  const { handle, keyring, file, database } = parts;
  if (handle.lockedBy) return fail({ code: 'in-use', name: handle.name });
  const before = await writer.flush();
  if (before.kind === 'partly') return fail(before.failure);
  const written = await writer.whileStill(async () => {
    const inFile = await withoutMerged(await readBlocks(file, await file.list()), note, keyring);
    const inApp = await withoutMerged(await readBlocks(database, await database.list()), note, keyring);
    const rewritten = await file.current().rewrite({ blocks: inFile });
    // The snapshot goes with it: it may hold what came in.
    return rewritten.ok ? database.renew(inApp) : rewritten;
  });
  if (!written.ok) return fail(written.failure);
  await database.writeFact(FACT, null);
  return reopen(parts, writer, session);
}

async function withoutMerged(
  blocks: readonly Block[],
  { ranges, blocks: keys }: MergeNote,
  keyring: Keyring,
): Promise<readonly Block[]> {
  const gone = new Set(keys);
  const byName = new Map(ranges.map(([replica, set]) => [nameOfReplica(replica), set]));
  const left: Block[] = [];
  for (const block of blocks) {
    const set = block.kind === 'changes' ? byName.get(block.name) : undefined;
    const overlaps = set?.some(([from, to]) => from <= block.to && block.from <= to) === true;
    if (!overlaps || !set) {
      if (!gone.has(keyText(block))) left.push(block);
      continue;
    }
    // Batches may have been joined since: what was there before stays.
    const opened = await openChanges(keyring, block);
    if (!opened.ok) {
      left.push(block);
      continue;
    }
    const runs: (typeof opened.value)[number][][] = [];
    for (const change of opened.value.filter(({ seq }) => !includesSequence(set, seq))) {
      const run = runs.at(-1);
      if (run?.at(-1)?.seq === change.seq - 1) run.push(change);
      else runs.push([change]);
    }
    for (const run of runs) left.push(await sealChanges(keyring, run, randomBytes));
  }
  return left;
}

function reopen(
  parts: SessionParts,
  writer: ChangeWriter,
  session: ProjectSession,
): Promise<Result<ProjectSession, OpenFailure>> {
  writer.stop();
  session.identities.lock();
  parts.database.close();
  return parts.openOther(parts.handle, {
    digest: parts.digest,
    file: parts.file.current(),
    keyring: parts.keyring,
    wasRebuilt: false,
  });
}
