/** Replaces a file so that at every moment either the old one or the new one is there, whole. */
import { randomBytes } from 'node:crypto';
import { open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DiskRefusal } from '#electron/disk/disk-failure.ts';

/** Writes beside, fsyncs, reads back, renames, fsyncs the folder. Returns the new length. */
export async function replaceFile(path: string, bytes: Uint8Array): Promise<number> {
  // Short, so that a file whose name is as long as names may be can still be replaced.
  const beside = join(dirname(path), `.triangula-${randomBytes(4).toString('hex')}`);
  try {
    const file = await open(beside, 'wx', await modeOf(path));
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    const readBack = await readFile(beside);
    if (Buffer.compare(readBack, bytes) !== 0) throw new DiskRefusal('io-error');
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    throw error;
  }
  await syncFolder(dirname(path));
  return bytes.byteLength;
}

/** The rights of the file that is replaced; for a new one, what only its owner may read: it may hold testimony. */
async function modeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).mode & 0o777;
  } catch {
    return 0o600;
  }
}

/** A rename is only safe once its folder is written. Windows and some network disks cannot; there it is best effort. */
export async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch {
    return;
  }
}
