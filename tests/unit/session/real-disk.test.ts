/** The session on real disks that refuse: full, read-only, unreadable, too long a path; and two at once, and clocks. */
import 'fake-indexeddb/auto';
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import { tryDisk } from '#electron/disk/disk-failure.ts';
import { freeForNewProject } from '#electron/disk/free-for-new-project.ts';
import { setCodingMemo } from '#tests/unit/session/set-memo.ts';
import { createProject, openProject } from '#renderer/data/open-project.ts';
import type { ProjectSession } from '#renderer/data/session.ts';
import { openRealDisk, type RealDisk } from '#tests/campaigns/real-disk.ts';
import { verifyFile } from '#tests/campaigns/verify-file.ts';
import { codeSomething } from '#tests/unit/session/open-session.ts';
import { visibleState } from '#tests/support/small-project.ts';

/** How often the disk is filled and emptied again: more with `npm run campaign:faults`. */
const FILLS = Number(process.env['TRIANGULA_FILLS'] ?? 3);

const root = mkdtempSync(join(tmpdir(), 'triangula-disk-'));
const mounts: string[] = [];
afterEach(() => {
  vi.useRealTimers();
  for (const mount of mounts.splice(0)) spawnSync('umount', ['-l', mount]);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

let places = 0;
function newFolder(): string {
  places += 1;
  const folder = join(root, `place ${places}`);
  mkdirSync(folder);
  return folder;
}

/** A disk of its own in memory; null where this machine does not allow mounting. */
function mountDisk(size: string): string | null {
  const folder = newFolder();
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder]);
  if (mounted.status !== 0) {
    console.log(`skipped: no disk can be mounted here (${String(mounted.stderr).trim()}).`);
    return null;
  }
  mounts.push(folder);
  return folder;
}

async function make(disk: RealDisk, path: string): Promise<ProjectSession> {
  const made = await createProject(disk.bridge, {
    handle: await disk.create(path),
    title: 'Prueba',
    language: 'es',
    passphrase: null,
    personName: 'Ana Robles',
    interventions: [],
  });
  if (!made.ok) throw new Error(made.failure.code);
  return made.value;
}

async function open(disk: RealDisk, path: string) {
  return openProject(disk.bridge, await disk.open(path), { passphrase: null, personName: 'Ana Robles' });
}

describe('a full disk', () => {
  test(
    'is said, costs nothing, and work goes on when there is room again',
    async () => {
      const folder = mountDisk(`${400 + FILLS * 64}k`);
      if (folder === null) return;
      const disk = openRealDisk(newFolder());
      const path = join(folder, 'Lleno.triangula');
      const session = await make(disk, path);
      const { coding } = await codeSomething(session);
      await session.flush();
      let refusals = 0;
      for (let fill = 0; fill < FILLS; fill += 1) {
        const ballast = join(folder, 'otros datos');
        spawnSync('dd', ['if=/dev/zero', `of=${ballast}`, 'bs=1k'], { stdio: 'ignore' });
        for (let step = 0; step < 12; step += 1) {
          session.commit(setCodingMemo(session, coding, `vuelta ${fill}, paso ${step} ${randomWords(3000)}`));
        }
        const state = await session.flush();
        if (state.kind === 'partly') {
          refusals += 1;
          expect(state).toMatchObject({
            inApp: true,
            inFile: false,
            failure: { code: 'disk-full', name: 'Lleno.triangula' },
          });
        }
        expect(await verifyFile(path)).toEqual([]);
        rmSync(ballast);
        expect((await session.flush()).kind).toBe('saved');
        expect(await verifyFile(path)).toEqual([]);
      }
      expect(refusals).toBe(FILLS);
      await session.close();
      expect(readdirSync(folder)).toEqual(['Lleno.triangula']);
      const elsewhere = openRealDisk(newFolder());
      const again = await open(elsewhere, path);
      if (!again.ok) throw new Error(again.failure.code);
      expect(visibleState(again.value.project)).toEqual(visibleState(session.project));
      await again.value.close();
    },
    60_000 + FILLS * 2000,
  );

  test('from the first byte: nothing is made, and nothing half-made is left', async () => {
    const folder = mountDisk('16k');
    if (folder === null) return;
    spawnSync('dd', ['if=/dev/zero', `of=${join(folder, 'otros datos')}`, 'bs=1k'], { stdio: 'ignore' });
    const disk = openRealDisk(newFolder());
    await expect(make(disk, join(folder, 'Nuevo.triangula'))).rejects.toThrow('disk-full');
    expect(readdirSync(folder).filter((name) => name.startsWith('.triangula'))).toEqual([]);
  });
});

describe('a disk that cannot be written', () => {
  test('is read, said, and the copy in the app goes on', async () => {
    const folder = mountDisk('1m');
    if (folder === null) return;
    const path = join(folder, 'Solo lectura.triangula');
    const writer = openRealDisk(newFolder());
    await (await make(writer, path)).close();
    const before = readFileSync(path);
    expect(spawnSync('mount', ['-o', 'remount,ro', folder]).status).toBe(0);
    const disk = openRealDisk(newFolder());
    const opened = await open(disk, path);
    if (!opened.ok) throw new Error(opened.failure.code);
    const session = opened.value;
    await codeSomething(session);
    expect(await session.flush()).toMatchObject({ kind: 'partly', inApp: true, failure: { code: 'read-only' } });
    const other = join(newFolder(), 'Copia.triangula');
    const saved = await session.saveCopyAs(await disk.create(other));
    if (!saved.ok) throw new Error(saved.failure.code);
    await session.close();
    await saved.value.close();
    expect(await verifyFile(other)).toEqual([]);
    expect(readFileSync(path).equals(before)).toBe(true);
  });
});

describe('a place that cannot be used', () => {
  test.each([
    ['a folder that may not be read', (folder: string) => join(folder, 'no existe', 'x.triangula'), 'missing'],
    ['a name that is too long', (folder: string) => join(folder, `${'ñ'.repeat(140)}.triangula`), 'name-too-long'],
    ['a folder instead of a file', (folder: string) => folder, 'io-error'],
  ])('%s is told with a word of its own', async (_what, pathIn, code) => {
    const disk = openRealDisk(newFolder());
    expect(await disk.projects.open(pathIn(newFolder()))).toMatchObject({ ok: false, failure: { code } });
  });

  test('a path that is too long is told before anything is made', async () => {
    const path = join(newFolder(), 'carpeta/'.repeat(600), 'x.triangula');
    const made = await tryDisk(path, () => freeForNewProject(path, new Date()));
    expect(made).toMatchObject({ ok: false, failure: { code: 'name-too-long', name: 'x.triangula' } });
  });

  test('a folder that the system does not let in', () => {
    // As root everything is allowed, so somebody else looks.
    const folder = newFolder();
    const path = join(folder, 'Ajeno.triangula');
    writeFileSync(path, 'x', { mode: 0o600 });
    if (process.getuid?.() !== 0) return;
    const look = `import('node:fs').then((fs) => fs.readFileSync(${JSON.stringify(path)})).catch((error) => console.log(error.code))`;
    const seen = spawnSync(process.execPath, ['-e', look], { uid: 65_534, gid: 65_534, encoding: 'utf8', cwd: '/' });
    expect(seen.stdout.trim()).toBe('EACCES');
  });

  test('accents, emoji and blanks in names are as good as any', async () => {
    const folder = join(newFolder(), 'Evaluación São Tomé — año 2025 😀');
    mkdirSync(folder);
    const path = join(folder, 'Niñez y migración — línea base.triangula');
    const disk = openRealDisk(newFolder());
    const session = await make(disk, path);
    await codeSomething(session);
    expect((await session.close()).kind).toBe('saved');
    expect(await verifyFile(path)).toEqual([]);
    const again = await open(disk, path);
    expect(again.ok && visibleState(again.value.project)).toEqual(visibleState(session.project));
  });
});

describe('two at once', () => {
  test('the second reads only, is told who has it, and sees what the first does', async () => {
    const path = join(newFolder(), 'Compartido.triangula');
    const first = openRealDisk(newFolder(), 'Ana Robles');
    const session = await make(first, path);
    await codeSomething(session);
    await session.flush();
    const second = openRealDisk(newFolder(), 'Luis Cano');
    const handle = await openAsOtherProcess(second, path);
    expect(handle.lockedBy).toMatchObject({ owner: 'Ana Robles' });
    const opened = await openProject(second.bridge, handle, { passphrase: null, personName: 'Luis Cano' });
    if (!opened.ok) throw new Error(opened.failure.code);
    const reader = opened.value;
    expect(reader.saveState()).toEqual({ kind: 'read-only' });
    expect(visibleState(reader.project)).toEqual(visibleState(session.project));
    const before = readFileSync(path);
    expect(reader.commit({ label: { key: 'x', values: {} }, ops: [] })).toBeNull();
    expect(await second.projects.append(handle.token, before.length, new Uint8Array(3))).toMatchObject({
      failure: { code: 'in-use' },
    });
    expect(readFileSync(path).equals(before)).toBe(true);
    await codeSomething(session, 'Lo que Ana agrega después.');
    await session.flush();
    expect((await reader.reconcile()).kind).toBe('merged');
    expect(visibleState(reader.project)).toEqual(visibleState(session.project));
    await reader.close();
    expect(existsSync(`${path}.lock`)).toBe(true);
    await session.close();
    expect(existsSync(`${path}.lock`)).toBe(false);
  });

  test('a lock that somebody else has taken since keeps us from writing', async () => {
    const path = join(newFolder(), 'Memoria.triangula');
    const disk = openRealDisk(newFolder());
    const session = await make(disk, path);
    await session.flush();
    const lock = readFileSync(`${path}.lock`, 'utf8');
    rmSync(`${path}.lock`);
    await codeSomething(session);
    expect((await session.flush()).kind).toBe('saved');
    expect(existsSync(`${path}.lock`)).toBe(true);
    writeFileSync(`${path}.lock`, JSON.stringify({ ...(JSON.parse(lock) as object), host: 'otra', owner: 'Luis' }));
    const size = statSync(path).size;
    await codeSomething(session, 'Mientras Luis la tiene.');
    expect(await session.flush()).toMatchObject({ kind: 'partly', inApp: true, failure: { code: 'in-use' } });
    expect(statSync(path).size).toBe(size);
    rmSync(`${path}.lock`);
    expect((await session.flush()).kind).toBe('saved');
    await session.close();
  });
});

test('a clock that is set back by a year changes nothing of what counts as later', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 4, 1) });
  const path = join(newFolder(), 'Reloj.triangula');
  const disk = openRealDisk(newFolder());
  const session = await make(disk, path);
  const { coding } = await codeSomething(session);
  session.commit(setCodingMemo(session, coding, 'primero'));
  await session.close();
  vi.setSystemTime(Date.UTC(2025, 4, 1));
  const again = await open(disk, path);
  if (!again.ok) throw new Error(again.failure.code);
  again.value.commit(setCodingMemo(again.value, coding, 'después, aunque el reloj diga antes'));
  expect(again.value.project.get('coding', coding)?.memo).toMatch(/^después/u);
  await again.value.close();
  const elsewhere = openRealDisk(newFolder());
  const there = await open(elsewhere, path);
  expect(there.ok && there.value.project.get('coding', coding)?.memo).toMatch(/^después/u);
  expect(await verifyFile(path)).toEqual([]);
});

/** Our own process holds the lock, so another is put in its place that is alive all the same. */
async function openAsOtherProcess(disk: RealDisk, path: string) {
  const lock = JSON.parse(readFileSync(`${path}.lock`, 'utf8')) as { pid: number };
  const mine = JSON.stringify(lock);
  writeFileSync(`${path}.lock`, JSON.stringify({ ...lock, pid: process.ppid }));
  const handle = await disk.open(path);
  writeFileSync(`${path}.lock`, mine);
  return handle;
}

/** Words that do not pack well. */
function randomWords(length: number): string {
  return Array.from({ length }, () => String.fromCharCode(97 + Math.floor(Math.random() * 26))).join('');
}
