/** Where a project file lies, how its bytes are read and written, and the lock that keeps two writers apart. */
import { readFile, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { appendToFile } from '#electron/disk/append-to-file.ts';
import { tryDisk } from '#electron/disk/disk-failure.ts';
import { lockProject } from '#electron/disk/project-lock.ts';
import { replaceFile } from '#electron/disk/replace-file.ts';
import type { CommandCall } from '#electron/headless/command.ts';
import { refuse, stop } from '#electron/headless/failure.ts';
import { explainDisk } from '#electron/headless/refusals.ts';
import type { DiskFailure } from '#shared/bridge/requests.ts';
import type { ProjectFileAccess } from '#shared/formats/project-file/project-file.ts';

/** The project file that the command is about. */
export function pathOf(call: CommandCall): string {
  return resolve(call.surroundings.folder, call.operand(0));
}

/** How a project file is read and written by Node. */
export function accessToFile(path: string): ProjectFileAccess<DiskFailure> {
  return {
    read: () => tryDisk(path, async () => new Uint8Array(await readFile(path))),
    append: (expected, bytes) => tryDisk(path, () => appendToFile(path, expected, bytes)),
    replace: (bytes) => tryDisk(path, () => replaceFile(path, bytes)),
  };
}

/** Does work that writes the project while nobody else can. The file must be there. */
export async function underLock<Answer>(path: string, call: CommandCall, work: () => Promise<Answer>): Promise<Answer> {
  const there = await tryDisk(path, () => stat(path));
  if (!there.ok) stop(explainDisk(there.failure));
  const lock = await lockProject(path, call.actor(), call.surroundings.clock());
  const name = basename(path);
  if (lock.kind === 'impossible') {
    stop(refuse('read-only', `${name} lies where nothing can be written.`, 'Copy it to a folder of your own.'));
  }
  if (lock.kind === 'taken') {
    const owner = lock.owner === '' ? 'somebody' : lock.owner;
    const since = lock.since === '' ? '' : ` since ${lock.since}`;
    stop(refuse('locked', `${name} is open: ${owner} has it${since}.`, 'Close it there and try again.'));
  }
  try {
    return await work();
  } finally {
    await lock.release();
  }
}
