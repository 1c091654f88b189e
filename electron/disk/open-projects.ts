/** The project files that the window has open: their locks, and one write at a time for each. */
import { realpath, stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { fail, type Result } from '#shared/basics/result.ts';
import type { DiskFailure, ProjectFileHandle } from '#shared/bridge/requests.ts';
import { appendToFile } from '#electron/disk/append-to-file.ts';
import { DiskRefusal, tryDisk } from '#electron/disk/disk-failure.ts';
import { drawToken } from '#electron/disk/file-tokens.ts';
import { lockProject, type LockAttempt } from '#electron/disk/project-lock.ts';
import { readWholeFile } from '#electron/disk/read-file.ts';
import { replaceFile } from '#electron/disk/replace-file.ts';

type Written = Result<{ readonly lengthBytes: number }, DiskFailure>;

export type OpenProjects = {
  /** Opens and locks; when somebody else holds the lock, the handle says who and can only be read. */
  readonly open: (path: string) => Promise<Result<ProjectFileHandle, DiskFailure>>;
  /** Whether the window itself has this file open. */
  readonly isOpen: (path: string) => Promise<boolean>;
  readonly read: (token: string) => Promise<Result<Uint8Array, DiskFailure>>;
  readonly append: (token: string, expectedLengthBytes: number, bytes: Uint8Array) => Promise<Written>;
  readonly replace: (token: string, bytes: Uint8Array) => Promise<Written>;
  readonly release: (token: string) => Promise<void>;
  readonly releaseAll: () => Promise<void>;
};

type OpenProject = { readonly path: string; readonly lock: LockAttempt; lastWork: Promise<unknown> };

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

  return {
    open: (picked) =>
      tryDisk(picked, async () => {
        // Through a link, a replacement would put a file in place of the link.
        const path = await realpath(picked);
        const { size, isFile } = await describe(path);
        if (!isFile) throw new DiskRefusal('io-error');
        const copyKey = await copyKeyOf(path);
        const lock = ownLock(path) ?? (await lockProject(path, ownerName(), new Date()));
        const token = drawToken();
        projects.set(token, { path, lock, lastWork: Promise.resolve() });
        return {
          token,
          name: basename(path),
          folder: dirname(path),
          copyKey,
          sizeBytes: size,
          lockedBy: lock.kind === 'taken' ? { owner: lock.owner, since: lock.since } : null,
        };
      }),
    isOpen: async (picked) => {
      const path = await realpath(picked).catch(() => picked);
      return [...projects.values()].some((project) => project.path === path);
    },
    read: (token) => inTurn(token, (project) => readWholeFile(project.path)),
    append: (token, expectedLengthBytes, bytes) =>
      inTurn(token, async (project) => {
        refuseWithoutLock(project);
        return { lengthBytes: await appendToFile(project.path, expectedLengthBytes, bytes) };
      }),
    replace: (token, bytes) =>
      inTurn(token, async (project) => {
        refuseWithoutLock(project);
        return { lengthBytes: await replaceFile(project.path, bytes) };
      }),
    release,
    releaseAll: async () => {
      await Promise.all([...projects.keys()].map(release));
    },
  };
}

async function describe(path: string): Promise<{ readonly size: number; readonly isFile: boolean }> {
  const stats = await stat(path);
  return { size: stats.size, isFile: stats.isFile() };
}

function refuseWithoutLock(project: OpenProject): void {
  if (project.lock.kind === 'taken') throw new DiskRefusal('in-use');
}
