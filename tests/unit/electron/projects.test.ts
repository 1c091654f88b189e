/** Project files: locks, order of writes, and what somebody else’s lock forbids. Real files, no stand-ins. */
import {
  existsSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isStale, type Lock, type LockWitness } from '#electron/disk/lock-staleness.ts';
import { createOpenProjects, type OpenProjects } from '#electron/disk/open-projects.ts';
import { openCopyKeys } from '#electron/preferences/copy-key.ts';
import type { ProjectFileHandle } from '#shared/bridge/requests.ts';

let folder = '';
let path = '';
let projects: OpenProjects;
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'projects-')));
  path = join(folder, 'Norte.triangula');
  writeFileSync(path, 'head');
  projects = createOpenProjects({ ownerName: () => 'Ana', copyKeyOf: openCopyKeys(join(folder, 'data')).of });
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

async function openIt(at = path): Promise<ProjectFileHandle> {
  const opened = await projects.open(at);
  if (!opened.ok) throw new Error(opened.failure.code);
  return opened.value;
}

function writeLock(lock: Partial<Lock>): void {
  const whole = { owner: 'Luis', pid: 1, host: hostname(), since: new Date().toISOString(), ...lock };
  writeFileSync(`${path}.lock`, JSON.stringify(whole));
}

/** The number of a process that has just ended. */
function deadPid(): number {
  return spawnSync(process.execPath, ['-e', '']).pid;
}

describe('an open project', () => {
  it('says where it is, holds a lock, and gives it back', async () => {
    const handle = await openIt();
    expect(handle).toMatchObject({ name: 'Norte.triangula', folder, sizeBytes: 4, lockedBy: null });
    expect(JSON.parse(readFileSync(`${path}.lock`, 'utf8'))).toMatchObject({ owner: 'Ana', pid: process.pid });
    await projects.release(handle.token);
    expect(existsSync(`${path}.lock`)).toBe(false);
    expect(await projects.read(handle.token)).toEqual({ ok: false, failure: { code: 'unknown-token', name: '' } });
  });

  it('appends in the order asked, each on the length that the one before left', async () => {
    const { token } = await openIt();
    const written = await Promise.all([
      projects.append(token, 4, bytes('-1')),
      projects.append(token, 6, bytes('-2')),
      projects.append(token, 6, bytes('-3')),
    ]);
    expect(written).toEqual([
      { ok: true, value: { lengthBytes: 6 } },
      { ok: true, value: { lengthBytes: 8 } },
      { ok: false, failure: { code: 'changed-outside', name: 'Norte.triangula' } },
    ]);
    expect(await projects.read(token)).toEqual({ ok: true, value: Buffer.from('head-1-2') });
  });

  it('says that a file is missing once it was taken away', async () => {
    const { token } = await openIt();
    rmSync(path);
    expect(await projects.append(token, 4, bytes('x'))).toEqual({
      ok: false,
      failure: { code: 'missing', name: 'Norte.triangula' },
    });
  });

  it('replaces what a link leads to, not the link', async () => {
    symlinkSync(path, join(folder, 'link.triangula'));
    const { token, name } = await openIt(join(folder, 'link.triangula'));
    expect(name).toBe('Norte.triangula');
    await projects.replace(token, bytes('whole'));
    expect(readFileSync(path, 'utf8')).toBe('whole');
  });

  it('does not open a folder or a file that is not there', async () => {
    expect(await projects.open(folder)).toMatchObject({ ok: false, failure: { code: 'io-error' } });
    expect(await projects.open(join(folder, 'no.triangula'))).toMatchObject({
      ok: false,
      failure: { code: 'missing' },
    });
  });
});

describe('the copy key', () => {
  it('is the same for the same path, another for each other path and machine, and hides the path', async () => {
    const first = await openIt();
    const again = await openIt();
    writeFileSync(join(folder, 'Sur.triangula'), '');
    const other = await openIt(join(folder, 'Sur.triangula'));
    const elsewhere = await openCopyKeys(join(folder, 'other-machine')).of(path);
    const reopened = await openCopyKeys(join(folder, 'data')).of(path);
    expect(again.copyKey).toBe(first.copyKey);
    expect(reopened).toBe(first.copyKey);
    expect(new Set([first.copyKey, other.copyKey, elsewhere]).size).toBe(3);
    expect(first.copyKey).toMatch(/^[0-9a-f]{32}$/);
  });
});

describe('a locked project', () => {
  it('can be read but not written, and its lock is left alone', async () => {
    writeLock({ host: 'another-machine' });
    const { token, lockedBy } = await openIt();
    expect(lockedBy?.owner).toBe('Luis');
    expect(await projects.read(token)).toMatchObject({ ok: true });
    expect(await projects.append(token, 4, bytes('x'))).toMatchObject({ ok: false, failure: { code: 'in-use' } });
    expect(await projects.replace(token, bytes('x'))).toMatchObject({ ok: false, failure: { code: 'in-use' } });
    expect(readFileSync(path, 'utf8')).toBe('head');
    await projects.release(token);
    expect(existsSync(`${path}.lock`)).toBe(true);
  });

  it('is open to writing when the lock was left by a process that died', async () => {
    writeLock({ pid: deadPid() });
    expect((await openIt()).lockedBy).toBeNull();
  });

  it('counts an unreadable lock only as long as somebody may be writing it', async () => {
    writeFileSync(`${path}.lock`, '');
    const { token, lockedBy } = await openIt();
    expect(lockedBy).toEqual({ owner: '', since: '' });
    await projects.release(token);
    const longAgo = new Date(Date.now() - 3_600_000);
    utimesSync(`${path}.lock`, longAgo, longAgo);
    expect((await openIt()).lockedBy).toBeNull();
  });

  it('can be opened twice by the same window; the lock goes with the last', async () => {
    const first = await openIt();
    const second = await openIt();
    expect(second.lockedBy).toBeNull();
    expect(await projects.isOpen(path)).toBe(true);
    await projects.release(first.token);
    expect(existsSync(`${path}.lock`)).toBe(true);
    await projects.releaseAll();
    expect(existsSync(`${path}.lock`)).toBe(false);
    expect(await projects.isOpen(path)).toBe(false);
  });
});

describe('staleness of a lock', () => {
  const lock: Lock = { owner: 'Luis', pid: 500, host: 'here', since: '2025-01-31T10:00:00Z' };
  const witness: LockWitness = {
    host: 'here',
    ownPid: 900,
    bootedAt: new Date('2025-01-31T08:00:00Z'),
    isAlive: () => true,
  };
  it.each<readonly [string, Lock, LockWitness, boolean]>([
    ['a living process here', lock, witness, false],
    ['a dead process here', lock, { ...witness, isAlive: () => false }, true],
    [
      'a process from before the machine was started',
      lock,
      { ...witness, bootedAt: new Date('2025-01-31T11:00:00Z') },
      true,
    ],
    ['our own number, which we know we do not hold', { ...lock, pid: 900 }, witness, true],
    ['another machine, whatever lives here', { ...lock, host: 'there' }, { ...witness, isAlive: () => false }, false],
  ])('%s', (_what, held, seen, expected) => {
    expect(isStale(held, seen)).toBe(expected);
  });
});
