/** The project files that the window has open: their locks, and one write at a time for each. */
import { realpath, rename, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fail, type Result } from '#shared/basics/result.ts';
import type { DiskFailure, OutsideLook, ProjectFileHandle } from '#shared/bridge/requests.ts';
import { appendToFile } from '#electron/disk/append-to-file.ts';
import { diskFailure, DiskRefusal, tryDisk } from '#electron/disk/disk-failure.ts';
import { isSameFile, markFile, type FileMark } from '#electron/disk/file-mark.ts';
import { drawToken } from '#electron/disk/file-tokens.ts';
import { nameAside } from '#electron/disk/free-for-new-project.ts';
import { lockProject, type LockAttempt } from '#electron/disk/project-lock.ts';
import { readWholeFile } from '#electron/disk/read-file.ts';
import { recreateFile, replaceFile } from '#electron/disk/replace-file.ts';

type Written = Result<{ readonly lengthBytes: number }, DiskFailure>;

export type OpenProjects = {
  /** Opens and locks; when somebody else holds the lock, the handle says who and can only be read. */
  readonly open: (path: string) => Promise<Result<ProjectFileHandle, DiskFailure>>;
  /** The same for a file that has vanished, so that it can be written again at its place. */
  readonly openVanished: (path: string) => Promise<Result<ProjectFileHandle, DiskFailure>>;
  /** Whether the window itself has this file open. */
  readonly isOpen: (path: string) => Promise<boolean>;
  readonly read: (token: string) => Promise<Result<Uint8Array, DiskFailure>>;
  /** The file as it stands between two writes, for a backup: the window has not read it by this. */
  readonly peek: (token: string) => Promise<Result<{ readonly path: string; readonly bytes: Uint8Array }, DiskFailure>>;
  readonly pathOf: (token: string) => string | null;
  readonly append: (token: string, expectedLengthBytes: number, bytes: Uint8Array) => Promise<Written>;
  readonly replace: (token: string, bytes: Uint8Array) => Promise<Written>;
  /** Writes a file that has vanished again; never over another that stands there now. */
  readonly recreate: (token: string, bytes: Uint8Array) => Promise<Written>;
  /** Whether the file is as the window last read or wrote it. */
  readonly look: (token: string) => Promise<Result<OutsideLook, DiskFailure>>;
  /** Gives what stands at the file's place another name, so that nothing is overwritten. */
  readonly setAside: (token: string, now: Date) => Promise<Result<{ readonly name: string }, DiskFailure>>;
  readonly release: (token: string) => Promise<void>;
  readonly releaseAll: () => Promise<void>;
};

type OpenProject = {
  readonly path: string;
  readonly lock: LockAttempt;
  /** The file as it was after our last read or write; null before the first. */
  mark: FileMark | null;
  lastWork: Promise<unknown>;
};

export type OpenProjectsNeeds = {
  /** Asked anew for each lock, since the user can change it. */
  readonly ownerName: () => string;
  readonly copyKeyOf: (path: string) => Promise<string>;
};

export function createOpenProjects({ ownerName, copyKeyOf }: OpenProjectsNeeds): OpenProjects {
  const projects = new Map<string, OpenProject>();

  /** The lock that we hold on a path already, through another token. */
  function ownLock(path: string): LockAttempt | undefined {
    for (const project of projects.values()) {
      if (project.path === path && project.lock.kind === 'held') return project.lock;
    }
    return undefined;
  }

  function inTurn<Value>(token: string, work: (project: OpenProject) => Promise<Value>) {
    const project = projects.get(token);
    if (!project) return Promise.resolve(fail<DiskFailure>({ code: 'unknown-token', name: '' }));
    const turn = project.lastWork.then(() => tryDisk(project.path, () => work(project)));
    project.lastWork = turn;
    return turn;
  }

  async function release(token: string): Promise<void> {
    const project = projects.get(token);
    if (!project) return;
    await project.lastWork;
    projects.delete(token);
    if (project.lock.kind === 'held' && ownLock(project.path) === undefined) await project.lock.release();
  }

  async function take(path: string, sizeBytes: number): Promise<ProjectFileHandle> {
    const copyKey = await copyKeyOf(path);
    const lock = ownLock(path) ?? (await lockProject(path, ownerName(), new Date()));
    const token = drawToken();
    projects.set(token, { path, lock, mark: null, lastWork: Promise.resolve() });
    return {
      token,
      name: basename(path),
      folder: dirname(path),
      copyKey,
      sizeBytes,
      lockedBy: lock.kind === 'taken' ? { owner: lock.owner, since: lock.since } : null,
    };
  }

  const writeWhole = (token: string, bytes: Uint8Array, write: typeof replaceFile): Promise<Written> =>
    inTurn(token, (project) => writeMarked(project, bytes, write));

  return {
    open: (picked) =>
      tryDisk(picked, async () => {
        // Through a link, a replacement would put a file in place of the link.
        const path = await realpath(picked);
        const { size, isFile } = await describe(path);
        if (!isFile) throw new DiskRefusal('io-error');
        return take(path, size);
      }),
    openVanished: (named) => tryDisk(named, async () => take(join(await realpath(dirname(named)), basename(named)), 0)),
    isOpen: async (picked) => {
      const path = await realpath(picked).catch(() => picked);
      return [...projects.values()].some((project) => project.path === path);
    },
    read: (token) => inTurn(token, readMarked),
    peek: (token) => inTurn(token, async ({ path }) => ({ path, bytes: await readWholeFile(path) })),
    pathOf: (token) => projects.get(token)?.path ?? null,
    append: (token, expectedLengthBytes, bytes) =>
      inTurn(token, (project) => appendMarked(project, expectedLengthBytes, bytes)),
    replace: (token, bytes) => writeWhole(token, bytes, replaceFile),
    recreate: (token, bytes) => writeWhole(token, bytes, recreateFile),
    look: (token) => inTurn(token, lookAt),
    setAside: (token, now) => inTurn(token, (project) => putAside(project, now)),
    release,
    releaseAll: async () => {
      await Promise.all([...projects.keys()].map(release));
    },
  };
}

async function readMarked(project: OpenProject): Promise<Uint8Array> {
  // The mark before the bytes: what changes while they are read shows at the next look.
  const mark = await markFile(project.path);
  const bytes = await readWholeFile(project.path);
  project.mark = mark;
  return bytes;
}

async function appendMarked(project: OpenProject, expectedLengthBytes: number, bytes: Uint8Array) {
  await insistOnLock(project);
  if (project.mark && !isSameFile(project.mark, await markFile(project.path))) {
    throw new DiskRefusal('changed-outside');
  }
  const lengthBytes = await appendToFile(project.path, expectedLengthBytes, bytes);
  project.mark = await markFile(project.path);
  return { lengthBytes };
}

async function writeMarked(project: OpenProject, bytes: Uint8Array, write: typeof replaceFile) {
  await insistOnLock(project);
  const lengthBytes = await write(project.path, bytes);
  project.mark = await markFile(project.path);
  return { lengthBytes };
}

async function lookAt(project: OpenProject): Promise<OutsideLook> {
  try {
    const mark = await markFile(project.path);
    return { state: !project.mark || isSameFile(project.mark, mark) ? 'as-left' : 'changed' };
  } catch (error) {
    if (diskFailure(error, project.path).code === 'missing') return { state: 'missing' };
    throw error;
  }
}

async function putAside(project: OpenProject, now: Date): Promise<{ readonly name: string }> {
  await insistOnLock(project);
  const aside = nameAside(project.path, now);
  await rename(project.path, aside);
  project.mark = null;
  return { name: basename(aside) };
}

async function describe(path: string): Promise<{ readonly size: number; readonly isFile: boolean }> {
  const stats = await stat(path);
  return { size: stats.size, isFile: stats.isFile() };
}

/** A lock can vanish with its stick, and be somebody else's when the stick is back. */
async function insistOnLock({ lock }: OpenProject): Promise<void> {
  if (lock.kind === 'taken') throw new DiskRefusal('in-use');
  if (lock.kind === 'held' && !(await lock.renew())) throw new DiskRefusal('in-use');
}
