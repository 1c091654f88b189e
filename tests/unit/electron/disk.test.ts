/** Files are written whole or not at all; names and failures are put into safe words. Real files, no stand-ins. */
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { appendToFile } from '#electron/disk/append-to-file.ts';
import { diskFailure, DiskRefusal } from '#electron/disk/disk-failure.ts';
import { createFileTokens } from '#electron/disk/file-tokens.ts';
import { freeForNewProject } from '#electron/disk/free-for-new-project.ts';
import { safeFileName, withEnding } from '#electron/disk/picked-name.ts';
import { replaceFile } from '#electron/disk/replace-file.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'disk-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

describe('failures', () => {
  it.each([
    ['ENOENT', 'missing'],
    ['EACCES', 'not-allowed'],
    ['EPERM', 'not-allowed'],
    ['ENOSPC', 'disk-full'],
    ['EDQUOT', 'disk-full'],
    ['EROFS', 'read-only'],
    ['EBUSY', 'in-use'],
    ['EFBIG', 'too-large'],
    ['ENAMETOOLONG', 'name-too-long'],
    ['EIO', 'io-error'],
    ['ENODEV', 'io-error'],
  ])('%s is said as %s', (errno, code) => {
    const error = Object.assign(new Error('x'), { code: errno });
    expect(diskFailure(error, '/home/ana/Norte.triangula')).toEqual({ code, name: 'Norte.triangula' });
  });
  it('passes a refusal of ours on, and takes anything else for a disk error', () => {
    expect(diskFailure(new DiskRefusal('changed-outside'), '/a/b').code).toBe('changed-outside');
    expect(diskFailure('?', '/a/b').code).toBe('io-error');
  });
});

describe('append', () => {
  it('adds to the end and returns the new length', async () => {
    const path = join(folder, 'a');
    writeFileSync(path, 'one');
    expect(await appendToFile(path, 3, bytes(' two'))).toBe(7);
    expect(readFileSync(path, 'utf8')).toBe('one two');
  });
  it.each([0, 2, 4])('touches nothing when the file is not %i bytes long', async (expected) => {
    const path = join(folder, 'a');
    writeFileSync(path, 'one');
    await expect(appendToFile(path, expected, bytes('x'))).rejects.toThrow('changed-outside');
    expect(readFileSync(path, 'utf8')).toBe('one');
  });
  it('does not make a file that is gone', async () => {
    await expect(appendToFile(join(folder, 'a'), 0, bytes('x'))).rejects.toThrow('ENOENT');
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('replace', () => {
  it('puts the new content in place, keeps the rights, leaves nothing beside', async () => {
    const path = join(folder, 'a');
    writeFileSync(path, 'old', { mode: 0o640 });
    expect(await replaceFile(path, bytes('new!'))).toBe(4);
    expect(readFileSync(path, 'utf8')).toBe('new!');
    expect(statSync(path).mode & 0o777).toBe(0o640);
    expect(readdirSync(folder)).toEqual(['a']);
  });
  it('makes a new file that only its owner can read', async () => {
    const path = join(folder, 'a');
    await replaceFile(path, bytes('words'));
    expect(statSync(path).mode & 0o077).toBe(0);
  });
  it('leaves nothing behind when it fails', async () => {
    mkdirSync(join(folder, 'a', 'b'), { recursive: true });
    await expect(replaceFile(join(folder, 'a'), bytes('x'))).rejects.toThrow();
    expect(readdirSync(folder)).toEqual(['a']);
  });
  it('works for a name as long as names may be', async () => {
    const path = join(folder, 'n'.repeat(255));
    await replaceFile(path, bytes('x'));
    expect(readdirSync(folder)).toEqual(['n'.repeat(255)]);
  });
});

describe('room for a new project', () => {
  const now = new Date('2025-01-31T14:02:05Z');
  it('makes an empty file', async () => {
    await freeForNewProject(join(folder, 'Norte.triangula'), now);
    expect(statSync(join(folder, 'Norte.triangula')).size).toBe(0);
  });
  it('sets what was there aside instead of destroying it', async () => {
    writeFileSync(join(folder, 'Norte.triangula'), 'months of work');
    await freeForNewProject(join(folder, 'Norte.triangula'), now);
    expect(readdirSync(folder).sort()).toEqual(['Norte (2025-01-31 14-02-05).triangula', 'Norte.triangula']);
    expect(readFileSync(join(folder, 'Norte (2025-01-31 14-02-05).triangula'), 'utf8')).toBe('months of work');
  });
  it('sets aside the link, not what it leads to', async () => {
    writeFileSync(join(folder, 'real'), 'words');
    symlinkSync(join(folder, 'real'), join(folder, 'Norte.triangula'));
    await freeForNewProject(join(folder, 'Norte.triangula'), now);
    expect(readFileSync(join(folder, 'real'), 'utf8')).toBe('words');
  });
});

describe('names', () => {
  it.each([
    ['Evaluación final', 'Evaluación final'],
    ['a/b\\c:d*e?f"g<h>i|j', 'a b c d e f g h i j'],
    ['../../etc/passwd', 'etc passwd'],
    ['  ends with dots... ', 'ends with dots'],
    ['line\nbreak\ttab', 'line break tab'],
    ['CON', '_CON'],
    ['nul.txt', '_nul.txt'],
    ['', 'Triangula'],
    ['...', 'Triangula'],
  ])('%j becomes %j', (suggested, safe) => {
    expect(safeFileName(suggested)).toBe(safe);
  });
  it('cuts between characters, never inside one', () => {
    const safe = safeFileName('👩🏽‍🏫'.repeat(60));
    expect(Buffer.byteLength(safe)).toBeLessThanOrEqual(200);
    expect(safe).not.toMatch(/\ufffd/);
    expect(() => encodeURIComponent(safe)).not.toThrow();
  });
  it('adds the ending only where it is missing', () => {
    expect(withEnding('/a/b', '.xlsx')).toBe('/a/b.xlsx');
    expect(withEnding('/a/b.XLSX', '.xlsx')).toBe('/a/b.XLSX');
  });
});

describe('tokens', () => {
  it('are good for their own use only, and for nothing once forgotten', () => {
    const tokens = createFileTokens();
    const token = tokens.issue('/a/b.txt', 'read');
    expect(token).toMatch(/^[a-z0-9]{16,64}$/);
    expect(tokens.pathOf(token, 'read')).toBe('/a/b.txt');
    expect(tokens.pathOf(token, 'write')).toBeNull();
    expect(tokens.pathOf('0'.repeat(32), 'read')).toBeNull();
    tokens.forgetAll();
    expect(tokens.pathOf(token, 'read')).toBeNull();
  });
});
