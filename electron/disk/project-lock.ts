/** The lock beside a project file, `Name.triangula.lock`: one writer at a time, and everybody can read who it is. */
import { open, readFile, rm, stat } from 'node:fs/promises';
import { hostname, uptime, userInfo } from 'node:os';
import { isStale, lockSchema, type Lock, type LockWitness } from '#electron/disk/lock-staleness.ts';

/** A lock that is cut off or empty may be one that is being written; after a minute it is not. */
const UNREADABLE_GRACE_MILLISECONDS = 60_000;

export type LockAttempt =
  | {
      readonly kind: 'held';
      readonly release: () => Promise<void>;
      /** Whether it is still ours; one that vanished with its stick is written again. */
      readonly renew: () => Promise<boolean>;
    }
  /** `owner` is empty when the lock cannot be read. */
  | { readonly kind: 'taken'; readonly owner: string; readonly since: string }
  /** No lock can be written there (a read-only disk, say); then the project cannot be written either. */
  | { readonly kind: 'impossible' };

/** Name of the person at this machine, as the system knows it; '' where it does not. */
export function systemUserName(): string {
  try {
    return userInfo().username;
  } catch {
    return '';
  }
}

export async function lockProject(projectPath: string, owner: string, now: Date): Promise<LockAttempt> {
  const path = `${projectPath}.lock`;
  const own: Lock = { owner, pid: process.pid, host: hostname(), since: now.toISOString() };
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const written = await writeLock(path, own);
    if (written === 'written') {
      return { kind: 'held', release: () => releaseLock(path, own), renew: () => renewLock(path, own) };
    }
    if (written === 'impossible') return { kind: 'impossible' };
    const standing = await readLock(path);
    if (standing === 'gone') continue;
    if (standing === 'unreadable') return { kind: 'taken', owner: '', since: '' };
    if (standing !== 'left-over' && !isStale(standing, witness())) {
      return { kind: 'taken', owner: standing.owner, since: standing.since };
    }
    await rm(path, { force: true });
  }
  return { kind: 'taken', owner: '', since: '' };
}

async function writeLock(path: string, lock: Lock): Promise<'written' | 'exists' | 'impossible'> {
  try {
    const file = await open(path, 'wx');
    try {
      await file.writeFile(JSON.stringify(lock));
    } finally {
      await file.close();
    }
    return 'written';
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EEXIST' ? 'exists' : 'impossible';
  }
}

async function readLock(path: string): Promise<Lock | 'gone' | 'unreadable' | 'left-over'> {
  let text: string;
  let modifiedAt: number;
  try {
    text = await readFile(path, 'utf8');
    modifiedAt = (await stat(path)).mtimeMs;
  } catch {
    return 'gone';
  }
  try {
    return lockSchema.parse(JSON.parse(text));
  } catch {
    return Date.now() - modifiedAt > UNREADABLE_GRACE_MILLISECONDS ? 'left-over' : 'unreadable';
  }
}

/** Takes the lock away if it is still the one we wrote. */
async function releaseLock(path: string, own: Lock): Promise<void> {
  if (isOwn(await readLock(path), own)) await rm(path, { force: true });
}

async function renewLock(path: string, own: Lock): Promise<boolean> {
  const standing = await readLock(path);
  // Where no lock can be written (the stick is out) the write that follows says why.
  if (standing === 'gone') return (await writeLock(path, own)) !== 'exists';
  return isOwn(standing, own);
}

function isOwn(standing: Awaited<ReturnType<typeof readLock>>, own: Lock): boolean {
  if (typeof standing === 'string') return false;
  return standing.pid === own.pid && standing.since === own.since && standing.host === own.host;
}

function witness(): LockWitness {
  return {
    host: hostname(),
    ownPid: process.pid,
    bootedAt: new Date(Date.now() - uptime() * 1000),
    isAlive: isProcessAlive,
  };
}

function isProcessAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process: alive, only not ours to signal.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
