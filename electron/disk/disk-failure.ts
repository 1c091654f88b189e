/** Turns what the operating system says into the closed list of failures that the window knows how to explain. */
import { basename } from 'node:path';
import { fail, succeed, type Result } from '#shared/basics/result.ts';
import type { DiskFailure } from '#shared/bridge/requests.ts';

const codeOfErrno: Readonly<Record<string, DiskFailure['code']>> = {
  ENOENT: 'missing',
  ENOTDIR: 'missing',
  EACCES: 'not-allowed',
  EPERM: 'not-allowed',
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EROFS: 'read-only',
  EBUSY: 'in-use',
  ETXTBSY: 'in-use',
  EFBIG: 'too-large',
  ERR_FS_FILE_TOO_LARGE: 'too-large',
  ENAMETOOLONG: 'name-too-long',
};

/** A failure thrown on purpose, where the disk itself had no complaint. */
export class DiskRefusal extends Error {
  readonly code: DiskFailure['code'];
  constructor(code: DiskFailure['code']) {
    super(code);
    this.code = code;
  }
}

/** The failure behind an error of the file system. Names the file, never its folder. */
export function diskFailure(error: unknown, path: string): DiskFailure {
  const name = basename(path);
  if (error instanceof DiskRefusal) return { code: error.code, name };
  const errno = error instanceof Error && 'code' in error ? String(error.code) : '';
  return { code: codeOfErrno[errno] ?? 'io-error', name };
}

/** Runs work on a file and returns what it gives, or why the disk refused. */
export async function tryDisk<Value>(path: string, work: () => Promise<Value>): Promise<Result<Value, DiskFailure>> {
  try {
    return succeed(await work());
  } catch (error) {
    return fail(diskFailure(error, path));
  }
}
