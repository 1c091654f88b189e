/**
 * What a project file looked like when we last read or wrote it: enough to notice a change from outside without
 * reading it whole. Its length alone would not do: another file may happen to be as long.
 */
import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';

const HEAD_BYTES = 1024;
const TAIL_BYTES = 4096;

export type FileMark = {
  readonly sizeBytes: number;
  readonly modifiedMilliseconds: number;
  readonly inode: number;
  /** Hash of the first and the last bytes: the head names the project, the last frame is bound to all before it. */
  readonly sample: string;
};

/** Takes the mark of the file as it is now. */
export async function markFile(path: string): Promise<FileMark> {
  const file = await open(path, 'r');
  try {
    const { size, mtimeMs, ino } = await file.stat();
    const hash = createHash('sha256');
    for (const [from, length] of [
      [0, HEAD_BYTES],
      [Math.max(0, size - TAIL_BYTES), TAIL_BYTES],
    ] as const) {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, from);
      hash.update(buffer.subarray(0, bytesRead));
    }
    return { sizeBytes: size, modifiedMilliseconds: mtimeMs, inode: ino, sample: hash.digest('hex') };
  } finally {
    await file.close();
  }
}

/** Whether two marks are of the same bytes. A time alone says nothing: sync tools and sticks round it. */
export function isSameFile(one: FileMark, other: FileMark): boolean {
  return one.sizeBytes === other.sizeBytes && one.sample === other.sample;
}
