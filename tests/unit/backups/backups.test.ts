/** Backups on a real disk: when one is made, what it is called, what the folder's trouble does, restoring as a copy. */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fail, succeed } from '#shared/basics/result.ts';
import { backupFileName, backupFolderName, projectOfFolder, timeOfBackup } from '#electron/backups/backup-name.ts';
import { openBackupPlace, type BackupPlace } from '#electron/backups/backup-place.ts';
import { openBackupVerdicts } from '#electron/backups/backup-verdicts.ts';
import { createBackups, type Backups } from '#electron/backups/backups.ts';

const PROJECT = { token: 'a'.repeat(32), projectId: 'k3j2h4g5d6f7s8a9' };
let folder = '';
let usual = '';
let path = '';
let now = new Date('2025-01-31T14:02:05Z');
let place: BackupPlace;
let backups: Backups;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'backups-'));
  usual = join(folder, 'Triangula backups');
  path = join(folder, 'Norte.triangula');
  now = new Date('2025-01-31T14:02:05Z');
  writeFileSync(path, 'sealed');
  place = openBackupPlace({ dataFolder: join(folder, 'data'), usualFolder: usual, homeFolder: folder });
  backups = createBackups({
    projects: {
      pathOf: () => path,
      peek: () =>
        Promise.resolve(
          existsSync(path)
            ? succeed({ path, bytes: readFileSync(path) })
            : fail({ code: 'missing' as const, name: 'Norte.triangula' }),
        ),
    },
    place,
    verdicts: openBackupVerdicts(join(folder, 'data')),
    now: () => now,
  });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function later(minutes: number): void {
  now = new Date(now.getTime() + minutes * 60_000);
}

async function list() {
  const listed = await backups.list(PROJECT.projectId);
  if (!listed.ok) throw new Error(listed.failure.code);
  return listed.value;
}

describe('making a backup', () => {
  it('copies the file under a name that people and the app can read', async () => {
    expect(await backups.make(PROJECT, 'opened')).toMatchObject({ ok: true, value: { kind: 'made' } });
    const copy = join(usual, 'Norte (k3j2h4g5d6f7s8a9)', 'Norte 2025-01-31 14-02-05 UTC.triangula');
    expect(readFileSync(copy, 'utf8')).toBe('sealed');
    expect(await list()).toMatchObject([
      { projectName: 'Norte', madeAt: '2025-01-31T14:02:05.000Z', sizeBytes: 6, verdict: 'unknown' },
    ]);
    expect((await backups.state(PROJECT)).folder).toBe('~/Triangula backups');
  });

  it('makes none while nothing has changed, and while working not more often than every half hour', async () => {
    await backups.make(PROJECT, 'opened');
    later(40);
    expect(await backups.make(PROJECT, 'working')).toEqual(succeed({ kind: 'unchanged' }));
    writeFileSync(path, 'sealed and more');
    expect(await backups.make(PROJECT, 'working')).toMatchObject({ value: { kind: 'made' } });
    later(29);
    writeFileSync(path, 'sealed, more and more');
    expect(await backups.make(PROJECT, 'working')).toEqual(succeed({ kind: 'not-due' }));
    expect(await backups.make(PROJECT, 'closing')).toMatchObject({ value: { kind: 'made' } });
    writeFileSync(path, 'SEALED, more and more');
    expect(await backups.make(PROJECT, 'asked')).toMatchObject({ value: { kind: 'made' } });
    expect(await list()).toHaveLength(4);
  });

  it('goes on in the same folder when the project file has a new name', async () => {
    await backups.make(PROJECT, 'opened');
    path = join(folder, 'Norte final.triangula');
    writeFileSync(path, 'changed');
    later(1);
    await backups.make(PROJECT, 'opened');
    expect(readdirSync(usual)).toEqual(['Norte (k3j2h4g5d6f7s8a9)']);
    expect(await list()).toHaveLength(2);
  });

  it('clears what a power cut left behind, and takes nothing that is not its own', async () => {
    const home = join(usual, 'Norte (k3j2h4g5d6f7s8a9)');
    mkdirSync(home, { recursive: true });
    writeFileSync(join(home, '.triangula-0123abcd'), 'half');
    writeFileSync(join(home, 'notes.txt'), 'mine');
    mkdirSync(join(usual, 'holiday'));
    await backups.make(PROJECT, 'opened');
    expect(readdirSync(home).sort()).toEqual(['Norte 2025-01-31 14-02-05 UTC.triangula', 'notes.txt']);
    expect(await list()).toHaveLength(1);
  });

  it('rotates, and never removes what it did not make', async () => {
    for (let turn = 0; turn < 15; turn += 1) {
      writeFileSync(path, `turn ${turn}`);
      later(1);
      await backups.make(PROJECT, 'asked');
    }
    expect(await list()).toHaveLength(10);
  });
});

describe('trouble', () => {
  it('says that a chosen folder is gone, does not make it anew, and goes back to the usual one', async () => {
    await place.choose(join(folder, 'stick', 'Triangula backups'));
    expect(await backups.make(PROJECT, 'opened')).toMatchObject({ failure: { code: 'missing' } });
    expect(existsSync(join(folder, 'stick'))).toBe(false);
    expect(await backups.state(PROJECT)).toMatchObject({ failure: { code: 'missing' }, latestGoodAt: null });
    await place.choose(null);
    await backups.make(PROJECT, 'asked');
    expect(await backups.state(PROJECT)).toMatchObject({ failure: null, latestGoodAt: now.toISOString() });
  });

  it.skipIf(process.getuid?.() === 0)('says that the folder cannot be written', async () => {
    mkdirSync(usual);
    chmodSync(usual, 0o500);
    expect(await backups.make(PROJECT, 'opened')).toMatchObject({ failure: { code: 'not-allowed' } });
    chmodSync(usual, 0o700);
  });

  it('says that a file stands where the folder should be', async () => {
    writeFileSync(usual, 'a file');
    expect((await backups.make(PROJECT, 'opened')).ok).toBe(false);
    expect((await backups.state(PROJECT)).failure).not.toBeNull();
  });

  it('does not blame the folder when the project file cannot be read', async () => {
    rmSync(path);
    expect(await backups.make(PROJECT, 'working')).toMatchObject({ failure: { code: 'missing' } });
    expect(await backups.state(PROJECT)).toMatchObject({ failure: null });
  });

  it('counts a damaged one neither as good nor as the last', async () => {
    await backups.make(PROJECT, 'opened');
    const [made] = await list();
    await backups.judge(made?.id ?? '', 'damaged');
    expect(await list()).toMatchObject([{ verdict: 'damaged' }]);
    expect((await backups.state(PROJECT)).latestGoodAt).toBeNull();
    later(1);
    expect(await backups.make(PROJECT, 'working')).toMatchObject({ value: { kind: 'made' } });
  });

  it('forgets a verdict when the file changes', async () => {
    await backups.make(PROJECT, 'opened');
    const [made] = await list();
    await backups.judge(made?.id ?? '', 'good');
    expect(await list()).toMatchObject([{ verdict: 'good' }]);
    writeFileSync(join(usual, 'Norte (k3j2h4g5d6f7s8a9)', 'Norte 2025-01-31 14-02-05 UTC.triangula'), 'sealeD');
    expect(await list()).toMatchObject([{ verdict: 'unknown' }]);
  });
});

describe('restoring', () => {
  it('writes a copy under a new name and never over a file', async () => {
    await backups.make(PROJECT, 'opened');
    const [made] = await list();
    const id = made?.id ?? '';
    writeFileSync(path, 'months of work');
    expect(await backups.restore(id, path)).toMatchObject({ failure: { code: 'exists', name: 'Norte.triangula' } });
    expect(readFileSync(path, 'utf8')).toBe('months of work');
    const copy = join(folder, 'Norte restored.triangula');
    expect(await backups.restore(id, copy)).toEqual(succeed(null));
    expect(readFileSync(copy, 'utf8')).toBe('sealed');
  });

  it('removes one when asked, and answers about one that is gone', async () => {
    await backups.make(PROJECT, 'opened');
    const [made] = await list();
    const id = made?.id ?? '';
    expect(await backups.remove(id)).toEqual(succeed(null));
    expect(await backups.read(id)).toMatchObject({ failure: { code: 'missing' } });
    expect(await list()).toEqual([]);
  });
});

describe('names', () => {
  it('survive odd project names and are read back', () => {
    for (const name of ['Año/2025: "final"?.triangula', '.', 'CON', 'x'.repeat(300), 'Norte (2).triangula']) {
      const folderName = backupFolderName(name, PROJECT.projectId);
      expect(projectOfFolder(folderName)?.projectId).toBe(PROJECT.projectId);
      expect(folderName).not.toMatch(/[<>:"/\\|?*]/u);
      const fileName = backupFileName(name, now, 2);
      expect(timeOfBackup(fileName)).toEqual(now);
    }
    expect(projectOfFolder('holiday (2024)')).toBeNull();
    expect(timeOfBackup('Norte.triangula')).toBeNull();
    expect(timeOfBackup('Norte 2025-13-41 99-99-99 UTC.triangula')).toBeNull();
  });
});
