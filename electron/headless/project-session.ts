/** A project file opened by a command: read, changed in memory, and written by one append or not at all. */
import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { appendToFile } from '#electron/disk/append-to-file.ts';
import { tryDisk } from '#electron/disk/disk-failure.ts';
import { lockProject } from '#electron/disk/project-lock.ts';
import { replaceFile } from '#electron/disk/replace-file.ts';
import type { CommandCall, Surroundings } from '#electron/headless/command.ts';
import { refuse, stop } from '#electron/headless/failure.ts';
import { explainDisk, explainHeader, explainUnlock } from '#electron/headless/refusals.ts';
import { readPassphrase } from '#electron/headless/passphrase.ts';
import { drawId } from '#shared/basics/ids.ts';
import type { Result } from '#shared/basics/result.ts';
import type { DiskFailure } from '#shared/bridge/requests.ts';
import type { Change, Draft } from '#shared/domain/change/change.ts';
import { findPersonByName, newPersonOperation } from '#shared/domain/evaluation/evaluation-edits.ts';
import { THE_EVALUATION } from '#shared/domain/evaluation/evaluation.ts';
import { Project, type Author } from '#shared/domain/project/project.ts';
import type { ContentHash, SourceContent } from '#shared/domain/source/source-content.ts';
import type { PersonId } from '#shared/domain/team/person.ts';
import { loadDigest, type Digest } from '#shared/formats/project-file/digest.ts';
import { readProjectFile, type ProjectFile, type ProjectFileAccess } from '#shared/formats/project-file/project-file.ts';
import {
  keyOfContent,
  openChanges,
  openContent,
  sealChanges,
  sealContent,
} from '#shared/formats/project-file/project-blocks.ts';
import { unlock, type Keyring } from '#shared/formats/project-file/sealing.ts';
import type { Block, BlockKey } from '#shared/formats/project-file/block.ts';

/** A batch of changes that is in the file but could not be opened. */
export type UnreadableBatch = { readonly place: number; readonly key: BlockKey };

export class ProjectSession {
  readonly path: string;
  readonly project: Project;
  readonly file: ProjectFile<DiskFailure>;
  readonly keyring: Keyring;
  readonly digest: Digest;
  readonly changes: readonly Change[];
  readonly unreadable: readonly UnreadableBatch[];
  private readonly author: Author;
  private readonly surroundings: Surroundings;
  private readonly contents = new Map<ContentHash, SourceContent>();
  private readonly made: Change[] = [];
  private readonly newContents: Block[] = [];

  constructor(opened: {
    readonly path: string;
    readonly file: ProjectFile<DiskFailure>;
    readonly keyring: Keyring;
    readonly digest: Digest;
    readonly changes: readonly Change[];
    readonly unreadable: readonly UnreadableBatch[];
    readonly author: Author;
    readonly surroundings: Surroundings;
  }) {
    this.path = opened.path;
    this.file = opened.file;
    this.keyring = opened.keyring;
    this.digest = opened.digest;
    this.changes = opened.changes;
    this.unreadable = opened.unreadable;
    this.author = opened.author;
    this.surroundings = opened.surroundings;
    this.project = new Project();
    for (const change of opened.changes) this.project.apply(change);
  }

  /** The person who makes the changes of this run. */
  get person(): PersonId {
    return this.author.person;
  }

  /** Makes an edit in memory; `save` writes it. */
  edit(draft: Draft): void {
    const change = this.project.prepare(draft, this.author);
    if (!change) return;
    this.project.apply(change);
    this.made.push(change);
  }

  /** Makes a person of this name known, if nobody bears it yet. */
  personNamed(name: string): PersonId {
    const known = findPersonByName(this.project, name);
    if (known) return known.id;
    const id = name === '' ? this.person : drawId<'person'>(this.surroundings.randomBytes);
    this.edit({ label: { key: 'add-person', values: { name } }, ops: [newPersonOperation(id, name)] });
    return id;
  }

  /** Takes a content along for the next `save` and tells its hash. */
  async addContent(content: SourceContent): Promise<ContentHash> {
    const { hash, block } = await sealContent(this.keyring, this.digest, content, this.surroundings.randomBytes);
    this.newContents.push(block);
    this.contents.set(hash, content);
    return hash;
  }

  /** The content of a revision; null when it is missing or damaged. */
  async content(hash: ContentHash): Promise<SourceContent | null> {
    const known = this.contents.get(hash);
    if (known) return known;
    const block = await this.file.read(keyOfContent(this.keyring, this.digest, hash));
    const opened = block ? await openContent(this.keyring, this.digest, block, hash) : null;
    if (!opened?.ok) return null;
    this.contents.set(hash, opened.value);
    return opened.value;
  }

  /** All contents that sources and codings point to. */
  async allContents(hashes: readonly ContentHash[]): Promise<ReadonlyMap<ContentHash, SourceContent>> {
    for (const hash of hashes) await this.content(hash);
    return this.contents;
  }

  /** Writes everything that was made, in one append: all of it or nothing. */
  async save(): Promise<void> {
    if (this.made.length === 0) return;
    if (this.file.problems.length > 0) {
      this.surroundings.remark(`note: a cut-off frame at the end of ${basename(this.path)} was removed.`);
      checkWritten(await this.file.dropDamage());
    }
    const batch = await sealChanges(this.keyring, this.made, this.surroundings.randomBytes);
    checkWritten(await this.file.append([...this.newContents, batch]));
    this.made.length = 0;
    this.newContents.length = 0;
  }
}

function checkWritten(written: Result<unknown, DiskFailure>): void {
  if (!written.ok) stop(explainDisk(written.failure));
}

/** How a project file is read and written by Node. */
export function accessToFile(path: string): ProjectFileAccess<DiskFailure> {
  return {
    read: () => tryDisk(path, async () => new Uint8Array(await readFile(path))),
    append: (expected, bytes) => tryDisk(path, () => appendToFile(path, expected, bytes)),
    replace: (bytes) => tryDisk(path, () => replaceFile(path, bytes)),
  };
}

/** Opens the project for looking at it. */
export async function openToRead(call: CommandCall): Promise<ProjectSession> {
  return openProject(call, resolve(call.surroundings.folder, call.operand(0)));
}

/** Opens the project under its lock, lets `work` edit it, and writes. Whatever fails leaves the file as it was. */
export async function openToWrite<Answer>(
  call: CommandCall,
  work: (session: ProjectSession) => Promise<Answer>,
): Promise<Answer> {
  const path = resolve(call.surroundings.folder, call.operand(0));
  // Before the lock, so that none is left beside a file that is not there.
  const session = await openProject(call, path);
  refuseDamage(session);
  return underLock(path, call, async () => {
    const bytes = await accessToFile(path).read();
    // Written by another program between the reading and the lock: read again.
    const isSame = bytes.ok && bytes.value.length === session.file.lengthRead;
    const fresh = isSame ? session : await openProject(call, path);
    const answer = await work(fresh);
    await fresh.save();
    return answer;
  });
}
