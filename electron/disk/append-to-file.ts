/** Adds bytes to the end of a file so that they are on the disk, all of them or none, when this returns. */
import { open } from 'node:fs/promises';
import { DiskRefusal } from '#electron/disk/disk-failure.ts';

/** Refuses with `changed-outside` when the file is not `expectedLengthBytes` long. Returns the new length. */
export async function appendToFile(path: string, expectedLengthBytes: number, bytes: Uint8Array): Promise<number> {
  const file = await open(path, 'r+');
  try {
    const { size } = await file.stat();
    if (size !== expectedLengthBytes) throw new DiskRefusal('changed-outside');
    try {
      await writeAt(file, bytes, size);
      await file.sync();
    } catch (error) {
      // Half a frame would only have to be cut off at the next opening.
      await file.truncate(size).catch(() => undefined);
      throw error;
    }
    return size + bytes.byteLength;
  } finally {
    await file.close();
  }
}

type OpenFile = Awaited<ReturnType<typeof open>>;

/** A single write may take fewer bytes than it was given. */
async function writeAt(file: OpenFile, bytes: Uint8Array, start: number): Promise<void> {
  let written = 0;
  while (written < bytes.byteLength) {
    const { bytesWritten } = await file.write(bytes, written, bytes.byteLength - written, start + written);
    if (bytesWritten === 0) throw new DiskRefusal('io-error');
    written += bytesWritten;
  }
}
