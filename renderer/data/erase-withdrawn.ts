/**
 * Removing withdrawn words for good: from the log by sealing its batches anew without them, from both copies by erasing
 * the contents, and from what is in memory by opening the evaluation again.
 */
import { fail, succeed, type Result } from '#shared/basics/result.ts';
import type { DiskFailure } from '#shared/bridge/requests.ts';
import type { Change } from '#shared/domain/change/change.ts';
import type { ConsentOwner } from '#shared/domain/consent/consent-edits.ts';
import type { WithdrawalNote } from '#shared/domain/consent/consent.ts';
import { maskContent, stretchesOf } from '#shared/domain/consent/mask-content.ts';
import { createCutter } from '#shared/domain/consent/scrub-changes.ts';
import { withdraw } from '#shared/domain/consent/withdrawal-edits.ts';
import { planWithdrawal, type WithdrawalPlan } from '#shared/domain/consent/withdrawal-plan.ts';
import { wordsOf } from '#shared/domain/consent/withdrawn-words.ts';
import type { Withdrawal } from '#shared/domain/consent/withdrawal.ts';
import type { Project } from '#shared/domain/project/project.ts';
import type { ContentHash, SourceContent } from '#shared/domain/source/source-content.ts';
import type { Source } from '#shared/domain/source/source.ts';
import type { Block } from '#shared/formats/project-file/block.ts';
import type { BlockStore } from '#shared/formats/project-file/block-store.ts';
import { createCleaner } from '#shared/formats/project-file/clean-blocks.ts';
import type { Digest } from '#shared/formats/project-file/digest.ts';
import { openChanges } from '#shared/formats/project-file/project-blocks.ts';
import type { Keyring } from '#shared/formats/project-file/sealing.ts';
import { readBlocks } from '#shared/formats/project-file/unite-stores.ts';
import type { ChangeWriter } from '#renderer/data/change-writer.ts';
import type { ProjectDatabase } from '#renderer/data/project-database.ts';
import type { SessionParts } from '#renderer/data/project-session.ts';
import { randomBytes } from '#renderer/data/random.ts';
import type { OpenFailure, ProjectSession } from '#renderer/data/session.ts';

/** Kept beside the blocks: the withdrawals that this copy has been cleaned of. */
const FACT = 'withdrawals';

export type WithdrawalPreview = {
  readonly plan: WithdrawalPlan;
  /** Numbers of findings and what rests on them whose own text repeats the words: there they are cut out. */
  readonly repeatedIn: readonly string[];
};

/** What would go. */
export async function previewWithdrawal(session: ProjectSession, owner: ConsentOwner): Promise<WithdrawalPreview> {
  const { project, contents } = session;
  const plan = await makePlan(session, owner);
  const words: string[] = [];
  for (const { source, labels } of textsOf(plan)) {
    const content = await contents.load(source.revision);
    if (content) words.push(...wordsOf(content, source.speakers, labels));
  }
  const cut = createCutter(words);
  const written = (['finding', 'conclusion', 'recommendation', 'learning'] as const).flatMap((kind) =>
    project.all(kind).map((record) => ({ number: record.number, texts: Object.values(record) })),
  );
  const repeatedIn = written.flatMap(({ number, texts }) =>
    texts.some((text) => typeof text === 'string' && cut(text) !== text) ? [number] : [],
  );
  return { plan, repeatedIn };
}

async function makePlan({ project, contents }: ProjectSession, owner: ConsentOwner): Promise<WithdrawalPlan> {
  // Where others speak too, it takes the text to tell whose words are coded.
  const texts = owner.kind === 'participant' ? [...project.all('source'), ...project.codings('everything')] : [];
  for (const { revision } of texts) if (!contents.peek(revision)) await contents.load(revision);
  return planWithdrawal(project, owner, contents.peek);
}

function textsOf({ sources, masked }: WithdrawalPlan): readonly {
  readonly source: Source;
  readonly labels: ReadonlySet<string> | null;
}[] {
  return [...sources.map((source) => ({ source, labels: null })), ...masked];
}

/** Does it. Answers the session to go on with; where a copy cannot be written, nothing has been removed. */
export async function eraseWithdrawn(
  parts: SessionParts,
  writer: ChangeWriter,
  session: ProjectSession,
  owner: ConsentOwner,
  note: WithdrawalNote,
): Promise<Result<ProjectSession, OpenFailure>> {
  const before = await writer.flush();
  if (before.kind === 'partly') return fail(before.failure);
  if (parts.handle.lockedBy) return fail({ code: 'in-use', name: parts.handle.name });
  const plan = await makePlan(session, owner);
  const log = await readLog(parts.database, parts.keyring);
  const texts: string[] = [];
  const contents: Record<ContentHash, ContentHash | null> = {};
  for (const { source, labels } of textsOf(plan)) {
    const present = await session.contents.load(source.revision);
    const masked = present && labels ? await session.contents.add(maskContent(present, labels)) : null;
    for (const hash of revisionsOf(source, log)) {
      const content = await session.contents.load(hash);
      const earlier =
        labels && present && content && labelsIn(session.project, source, present, { hash, content }, labels);
      if (content) texts.push(...wordsOf(content, source.speakers, earlier));
      // Earlier texts go altogether: a label may have been another one then.
      contents[hash] = masked;
    }
  }
  const by = { person: session.person, at: new Date().toISOString() };
  session.commit(withdraw(session.project, plan, note, by, contents, randomBytes));
  const kept = await writer.flush();
  if (kept.kind === 'partly') return fail(kept.failure);
  const copies = { ...parts, rewriteFile: parts.file.current().rewrite };
  const cleaned = await writer.whileStill(() => cleanCopies(copies, parts.project.all('withdrawal'), texts));
  if (!cleaned.ok) return cleaned;
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

export type Copies = {
  readonly database: ProjectDatabase;
  readonly file: BlockStore<DiskFailure>;
  readonly rewriteFile: (next: { readonly blocks: readonly Block[] }) => Promise<Result<null, DiskFailure>>;
  readonly keyring: Keyring;
  readonly digest: Digest;
};

/** Whether this copy may still hold what was withdrawn, here or by a colleague. */
export async function needsCleaning(database: ProjectDatabase, withdrawals: readonly Withdrawal[]): Promise<boolean> {
  const done = await database.readFact(FACT);
  return !Array.isArray(done) || withdrawals.some(({ id }) => !done.includes(id));
}

/** Erases the contents and seals anew every batch that holds words of withdrawn people. */
export async function cleanCopies(
  { database, file, rewriteFile, keyring, digest }: Copies,
  withdrawals: readonly Withdrawal[],
  texts: readonly string[],
): Promise<Result<null, DiskFailure>> {
  const log = await readLog(file, keyring);
  const { clean, erasures } = await createCleaner({ withdrawals, log, texts }, { keyring, digest, randomBytes });
  const fileBlocks = await clean(await readBlocks(file, await file.list()));
  const appBlocks = await clean(await readBlocks(database, await database.list()));
  const written = await rewriteFile({ blocks: [...fileBlocks, ...erasures] });
  if (!written.ok) return written;
  const renewed = await database.renew([...appBlocks, ...erasures]);
  if (!renewed.ok) return renewed;
  await database.writeFact(
    FACT,
    withdrawals.map(({ id }) => id),
  );
  return succeed(null);
}

async function readLog(store: BlockStore<DiskFailure>, keyring: Keyring): Promise<readonly Change[]> {
  const keys = (await store.list()).filter(({ kind }) => kind === 'changes');
  const batches = await Promise.all((await readBlocks(store, keys)).map((block) => openChanges(keyring, block)));
  return batches.flatMap((batch) => (batch.ok ? batch.value : []));
}

/** Every revision that a source ever had. */
function revisionsOf(source: Source, log: readonly Change[]): readonly ContentHash[] {
  const hashes = new Set([source.revision]);
  for (const { ops } of log) {
    for (const operation of ops) {
      if (operation.op !== 'set' || operation.kind !== 'source' || operation.id !== source.id) continue;
      for (const value of [operation.fields['revision'], operation.was?.['revision']]) {
        if (typeof value === 'string') hashes.add(value as ContentHash);
      }
    }
  }
  return [...hashes];
}

/** Under which labels of an earlier text these speakers of the present one spoke. */
function labelsIn(
  project: Project,
  source: Source,
  present: SourceContent,
  earlier: { readonly hash: ContentHash; readonly content: SourceContent },
  labels: ReadonlySet<string>,
): ReadonlySet<string> {
  if (earlier.hash === source.revision) return labels;
  const graph = project.revisionGraph(source.id);
  const theirs = stretchesOf(present, labels).flatMap((stretch) => {
    const mapped = graph.follow(stretch, source.revision, earlier.hash);
    return mapped && mapped !== 'unrelated' ? [mapped] : [];
  });
  const found = earlier.content.segments.filter(({ start, end }) =>
    theirs.some((stretch) => stretch.start < end && start < stretch.end),
  );
  return new Set([...labels, ...found.flatMap(({ speaker, respondent }) => respondent ?? speaker ?? [])]);
}
