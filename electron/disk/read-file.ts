/** Reads a whole file, up to a limit that the window can still hold. */
import { open } from 'node:fs/promises';
import { DiskRefusal } from '#electron/disk/disk-failure.ts';

const LIMIT_BYTES = 1024 ** 3;

export async function readWholeFile(path: string): Promise<Uint8Array> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    if (size > LIMIT_BYTES) throw new DiskRefusal('too-large');
    return await file.readFile();
  } finally {
    await file.close();
  }
}
