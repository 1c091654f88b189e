/** A project file opened by a command: read, changed in memory, and written by one append or not at all. */
import { basename } from 'node:path';
import type { CommandCall } from '#electron/headless/command.ts';
import { refuse, stop } from '#electron/headless/failure.ts';
import { explainDisk, explainHeader, explainUnlock } from '#electron/headless/refusals.ts';
import { readPassphrase } from '#electron/headless/passphrase.ts';
import { accessToFile, pathOf, underLock } from '#electron/headless/project-path.ts';
import { drawId } from '#shared/basics/ids.ts';
import type { Result } from '#shared/basics/result.ts';
import type { DiskFailure } from '#shared/bridge/requests.ts';
import type { Change, Draft } from '#shared/domain/change/change.ts';
import { findPersonByName, newPersonOperation } from '#shared/domain/evaluation/evaluation-edits.ts';
import { THE_EVALUATION } from '#shared/domain/evaluation/evaluation.ts';
import { Project, type Author } from '#shared/domain/project/project.ts';
import type { ContentHash, QuestionnaireTable, Segment, SourceContent } from '#shared/domain/source/source-content.ts';
import type { Source } from '#shared/domain/source/source.ts';
import type { Block } from '#shared/formats/project-file/block.ts';
import { loadDigest, type Digest } from '#shared/formats/project-file/digest.ts';
import {
  keyOfContent,
  openChanges,
  openContent,
  sealChanges,
  sealContent,
} from '#shared/formats/project-file/project-blocks.ts';
import { readProjectFile, type ProjectFile } from '#shared/formats/project-file/project-file.ts';
import { unlock, type Keyring } from '#shared/formats/project-file/sealing.ts';

type Opened = {
  readonly path: string;
  readonly file: ProjectFile<DiskFailure>;
  readonly keyring: Keyring;
  readonly digest: Digest;
  readonly changes: readonly Change[];
  /** Places, from 1, of batches that are in the file but cannot be opened. */
  readonly unreadable: readonly number[];
};

export class ProjectSession {
  readonly opened: Opened;
  readonly project = new Project();
  readonly author: Author;
  private readonly call: CommandCall;
  private readonly contents = new Map<ContentHash, SourceContent>();
  private readonly made: Change[] = [];
  private readonly newContents: Block[] = [];
  private readonly takenIn: Block[] = [];
  /** All blocks of the file as they are to be; null while it only grows. */
  private rewritten: readonly Block[] | null = null;
  private isAuthorKnown: boolean;

  constructor(opened: Opened, call: CommandCall) {
    this.opened = opened;
    this.call = call;
    for (const change of opened.changes) this.project.apply(change);
    const { randomBytes } = call.surroundings;
    const known = findPersonByName(this.project, call.actor());
    this.isAuthorKnown = known !== undefined;
    this.author = {
      // Every run is a replica of its own: two runs on two copies never give two changes one name.
      replica: drawId<'replica'>(randomBytes),
      person: known?.id ?? drawId<'person'>(randomBytes),
      nowMilliseconds: call.now().getTime(),
    };
  }

  /** Makes an edit in memory; `save` writes it. */
  edit(draft: Draft): void {
    // An edit without effect makes no change, and nobody known either.
    if (!this.isAuthorKnown && !this.project.prepare(draft, this.author)) return;
    const hello = this.isAuthorKnown ? [] : [newPersonOperation(this.author.person, this.call.actor())];
    const change = this.project.prepare({ ...draft, ops: [...hello, ...draft.ops] }, this.author);
    if (!change) return;
    this.project.apply(change);
    this.made.push(change);
    this.isAuthorKnown = true;
  }

  /** Takes over sealed blocks of another copy, for the next `save`; their changes are in the project already. */
  takeOver(blocks: readonly Block[]): void {
    this.takenIn.push(...blocks);
  }

  /** Has the next `save` write the whole file anew with these blocks, and all that came since. */
  rewriteWith(blocks: readonly Block[]): void {
    this.rewritten = blocks;
  }

  /** Lets go of everything that was not saved: a look, not an edit. */
  forget(): void {
    this.made.length = 0;
    this.takenIn.length = 0;
    this.rewritten = null;
  }

  /** Takes a content along for the next `save` and tells its hash. */
  async addContent(content: SourceContent): Promise<ContentHash> {
    const { keyring, digest } = this.opened;
    const { hash, block } = await sealContent(keyring, digest, content, this.call.surroundings.randomBytes);
    this.newContents.push(block);
    this.contents.set(hash, content);
    return hash;
  }

  /** The content of a revision, from the file or from `blocks` that are not in it yet; null when missing or damaged. */
  async content(hash: ContentHash, blocks: readonly Block[] = []): Promise<SourceContent | null> {
    const known = this.contents.get(hash);
    if (known) return known;
    const { file, keyring, digest } = this.opened;
    const key = keyOfContent(keyring, digest, hash);
    const block = (await file.read(key)) ?? blocks.find(({ kind, name }) => kind === key.kind && name === key.name);
    const opened = block ? await openContent(keyring, digest, block, hash) : null;
    if (!opened?.ok) return null;
    this.contents.set(hash, opened.value);
    return opened.value;
  }

  /** Reads contents and says of each source's revision what its segments are, for analysis. */
  async readContents(hashes: readonly ContentHash[]): Promise<{
    readonly contents: ReadonlyMap<ContentHash, SourceContent>;
    readonly segmentsOf: (source: Source, revision: ContentHash) => readonly Segment[] | undefined;
    readonly tableOf: (source: Source) => QuestionnaireTable | null | undefined;
  }> {
    for (const hash of hashes) await this.content(hash);
    const { contents } = this;
    return {
      contents,
      segmentsOf: (_source, revision) => contents.get(revision)?.segments,
      tableOf: (source) => contents.get(source.revision)?.table,
    };
  }

  /** Writes everything that was made or taken over, in one go: all of it or nothing. */
  async save(): Promise<void> {
    const { made, takenIn, rewritten } = this;
    if (made.length === 0 && takenIn.length === 0 && !rewritten) return;
    const { file, keyring, path } = this.opened;
    const { randomBytes, remark } = this.call.surroundings;
    const batches = made.length > 0 ? [await sealChanges(keyring, made, randomBytes)] : [];
    const blocks = [...takenIn, ...this.newContents, ...batches];
    if (rewritten) {
      mustWrite(await file.rewrite({ blocks: [...rewritten, ...blocks] }));
      return;
    }
    if (file.problems.length > 0) {
      mustWrite(await file.dropDamage());
      remark(`note: the cut-off end of ${basename(path)} was removed.`);
    }
    mustWrite(await file.append(blocks));
  }
}

/** Opens the project for looking at it. What cannot be read is said on stderr. */
export async function openToRead(call: CommandCall): Promise<ProjectSession> {
  const opened = await openFile(call, pathOf(call));
  const name = basename(opened.path);
  const { problems } = opened.file;
  if (problems.length > 0 || opened.unreadable.length > 0) {
    call.surroundings.remark(`note: part of ${name} cannot be read. See: triangula verify ${name}`);
  }
  return startSession(opened, call);
}

/** Opens the project under its lock, lets `work` edit it, and writes. Whatever fails leaves the file as it was. */
export async function openToWrite<Answer>(
  call: CommandCall,
  work: (session: ProjectSession) => Promise<Answer>,
): Promise<Answer> {
  const path = pathOf(call);
  return underLock(path, call, async () => {
    const opened = await openFile(call, path);
    // A cut-off end is the rest of a write that never was confirmed; anything else is for a person to look at.
    const isHarmless = opened.file.problems.every((problem) => problem.kind === 'torn');
    if (!isHarmless || opened.unreadable.length > 0) {
      stop(
        refuse(
          'damaged',
          `Part of ${basename(path)} cannot be read, so nothing is written to it.`,
          `See what with: triangula verify ${basename(path)}`,
        ),
      );
    }
    const session = startSession(opened, call);
    const answer = await work(session);
    await session.save();
    return answer;
  });
}

/** Reads and unlocks the file and opens its changes. */
export async function openFile(call: CommandCall, path: string): Promise<Opened> {
  const access = accessToFile(path);
  const bytes = await access.read();
  if (!bytes.ok) stop(explainDisk(bytes.failure));
  const digest = await loadDigest();
  const read = readProjectFile(access, digest, bytes.value);
  if (!read.ok) stop(explainHeader(read.failure, basename(path)));
  const file = read.value;
  if (file.header.holds === 'changes') {
    stop(
      refuse(
        'only-changes',
        `${basename(path)} holds only changes of an evaluation.`,
        'Take them over: triangula merge EVALUATION ' + basename(path),
      ),
    );
  }
  const passphrase = file.header.key ? await readPassphrase(call) : null;
  const keyring = await unlock(file.header, passphrase);
  if (!keyring.ok) stop(explainUnlock(keyring.failure, basename(path)));
  const changes: Change[] = [];
  const unreadable: number[] = [];
  for (const [place, key] of (await file.list()).entries()) {
    if (key.kind !== 'changes') continue;
    const block = await file.read(key);
    const batch = block ? await openChanges(keyring.value, block) : null;
    if (batch?.ok) changes.push(...batch.value);
    else unreadable.push(place + 1);
  }
  return { path, file, keyring: keyring.value, digest, changes, unreadable };
}

function startSession(opened: Opened, call: CommandCall): ProjectSession {
  const session = new ProjectSession(opened, call);
  if (!session.project.get('evaluation', THE_EVALUATION)) {
    const name = basename(opened.path);
    stop(
      refuse('no-evaluation', `There is no evaluation in ${name}: it was cut off.`, 'Use a backup, or make it anew.'),
    );
  }
  return session;
}

function mustWrite(written: Result<unknown, DiskFailure>): void {
  if (!written.ok) stop(explainDisk(written.failure));
}
