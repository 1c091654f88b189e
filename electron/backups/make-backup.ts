/** Makes one backup when it is due, and lets those go whose time is over. */
import { mkdir, readdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Backup, BackupMade, BackupOccasion, DiskFailure } from '#shared/bridge/requests.ts';
import { backupFileName, backupFolderName } from '#electron/backups/backup-name.ts';
import type { BackupPlace } from '#electron/backups/backup-place.ts';
import { clearLeftOvers, foldersOf, type ShelvedBackup } from '#electron/backups/backup-shelf.ts';
import type { BackupVerdicts } from '#electron/backups/backup-verdicts.ts';
import { supersededBackups } from '#electron/backups/rotation.ts';
import { DiskRefusal } from '#electron/disk/disk-failure.ts';
import type { OpenProjects } from '#electron/disk/open-projects.ts';
import { readWholeFile } from '#electron/disk/read-file.ts';
import { recreateFile } from '#electron/disk/replace-file.ts';

const PAUSE_MILLISECONDS = 30 * 60_000;

export type OpenProjectName = { readonly token: string; readonly projectId: string };

export type BackupWriterNeeds = {
  readonly projects: Pick<OpenProjects, 'peek' | 'pathOf'>;
  readonly place: BackupPlace;
  readonly verdicts: BackupVerdicts;
  readonly now: () => Date;
  readonly shelf: (projectId: string | null) => Promise<readonly ShelvedBackup[]>;
};

export type BackupWriter = (project: OpenProjectName, occasion: BackupOccasion) => Promise<BackupMade>;

/** Throws what the disk refuses, and a `SourceRefusal` when it is the project file that cannot be read. */
export function createBackupWriter({ projects, place, verdicts, now, shelf }: BackupWriterNeeds): BackupWriter {
  async function write({ token, projectId }: OpenProjectName, occasion: BackupOccasion): Promise<BackupMade> {
    const moment = now();
    const before = await shelf(projectId);
    const latest = before.find((backup) => backup.madeAt <= moment && verdicts.of(backup) !== 'damaged');
    if (latest && occasion === 'working' && moment.getTime() - latest.madeAt.getTime() < PAUSE_MILLISECONDS) {
      return { kind: 'not-due' };
    }
    const file = await projects.peek(token);
    if (!file.ok) throw new SourceRefusal(file.failure);
    const { bytes, path } = file.value;
    // An empty file is one that is only just being made.
    if (bytes.length === 0 || (latest && (await holds(latest, bytes)))) return { kind: 'unchanged' };
    const folder = await folderFor(basename(path), projectId);
    const target = await freeName(folder, basename(path), moment);
    await recreateFile(target, bytes);
    const after = await shelf(projectId);
    const made = after.find((backup) => backup.path === target);
    if (!made) throw new DiskRefusal('io-error');
    await rotate(after, moment);
    return { kind: 'made', backup: describeBackup(made, verdicts) };
  }

  async function folderFor(name: string, projectId: string): Promise<string> {
    const [standing] = await foldersOf(place.folder(), projectId);
    const folder = join(place.folder(), standing ?? backupFolderName(name, projectId));
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await clearLeftOvers(folder);
    return folder;
  }

  async function rotate(backups: readonly ShelvedBackup[], moment: Date): Promise<void> {
    const dated = backups.map((backup) => ({
      backup,
      madeAtMilliseconds: backup.madeAt.getTime(),
      isDamaged: verdicts.of(backup) === 'damaged',
    }));
    // One that cannot be removed is tried again at the next turn.
    const gone = supersededBackups(dated, moment.getTime());
    await Promise.all(gone.map(({ backup }) => rm(backup.path, { force: true }).catch(() => undefined)));
  }

  return write;
}

/** A backup as the window knows it. */
export function describeBackup(backup: ShelvedBackup, verdicts: BackupVerdicts): Backup {
  const { id, projectId, projectName, sizeBytes } = backup;
  return { id, projectId, projectName, sizeBytes, madeAt: backup.madeAt.toISOString(), verdict: verdicts.of(backup) };
}

/** The project file could not be read; the backups are not to blame. */
export class SourceRefusal extends Error {
  readonly failure: DiskFailure;
  constructor(failure: DiskFailure) {
    super(failure.code);
    this.failure = failure;
  }
}

async function holds(backup: ShelvedBackup, bytes: Uint8Array): Promise<boolean> {
  if (backup.sizeBytes !== bytes.length) return false;
  // One that cannot be read any more holds nothing.
  const standing = await readWholeFile(backup.path).catch(() => null);
  return standing !== null && Buffer.compare(standing, bytes) === 0;
}

async function freeName(folder: string, projectName: string, moment: Date): Promise<string> {
  const taken = new Set((await readdir(folder)).map((name) => name.toLowerCase()));
  for (let count = 1; ; count += 1) {
    const name = backupFileName(projectName, moment, count);
    if (!taken.has(name.toLowerCase())) return join(folder, name);
  }
}
