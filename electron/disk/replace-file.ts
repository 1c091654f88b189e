/** Replaces a file so that at every moment either the old one or the new one is there, whole. */
import { randomBytes } from 'node:crypto';
import { link, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DiskRefusal } from '#electron/disk/disk-failure.ts';

/** Writes beside, fsyncs, reads back, renames, fsyncs the folder. Returns the new length. */
export async function replaceFile(path: string, bytes: Uint8Array): Promise<number> {
  return writeBeside(path, bytes, (beside) => rename(beside, path));
}

/** The same for a file that has vanished; refused as `changed-outside` when something stands at its place by now. */
export async function recreateFile(path: string, bytes: Uint8Array): Promise<number> {
  return writeBeside(path, bytes, (beside) => moveWhereNothingIs(beside, path));
}

async function writeBeside(
  path: string,
  bytes: Uint8Array,
  putInPlace: (beside: string) => Promise<void>,
): Promise<number> {
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
    await putInPlace(beside);
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    throw error;
  }
  await syncFolder(dirname(path));
  return bytes.byteLength;
}

/** A rename would put the file in place of whatever came there meanwhile; a link does not. */
async function moveWhereNothingIs(beside: string, path: string): Promise<void> {
  try {
    await link(beside, path);
  } catch (error) {
    const errno = error instanceof Error && 'code' in error ? error.code : '';
    // Sticks (FAT, exFAT) know no links.
    if (errno === 'EEXIST' || (await isThere(path))) throw new DiskRefusal('changed-outside');
    await rename(beside, path);
    return;
  }
  await rm(beside, { force: true });
}

async function isThere(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch {
    return false;
  }
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
