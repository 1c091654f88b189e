/** Backups: copies of a project file, byte for byte as it is sealed, made when due, rotated, restored as a copy. */
import { rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fail, succeed, type Result } from '#shared/basics/result.ts';
import type { Backup, BackupMade, BackupOccasion, BackupState, DiskFailure } from '#shared/bridge/requests.ts';
import { freeBytes } from '#electron/backups/backup-place.ts';
import { listShelf, type ShelvedBackup } from '#electron/backups/backup-shelf.ts';
import {
  createBackupWriter,
  describeBackup,
  SourceRefusal,
  type BackupWriterNeeds,
  type OpenProjectName,
} from '#electron/backups/make-backup.ts';
import { diskFailure, DiskRefusal, tryDisk } from '#electron/disk/disk-failure.ts';
import { readWholeFile } from '#electron/disk/read-file.ts';
import { recreateFile } from '#electron/disk/replace-file.ts';

export type Backups = {
  readonly make: (project: OpenProjectName, occasion: BackupOccasion) => Promise<Result<BackupMade, DiskFailure>>;
  readonly state: (project: OpenProjectName | null) => Promise<BackupState>;
  readonly list: (projectId: string | null) => Promise<Result<readonly Backup[], DiskFailure>>;
  readonly read: (id: string) => Promise<Result<Uint8Array, DiskFailure>>;
  readonly judge: (id: string, verdict: 'good' | 'damaged') => Promise<void>;
  /** Writes a backup as a new file; refused when anything stands at that place. */
  readonly restore: (id: string, path: string) => Promise<Result<null, DiskFailure>>;
  readonly remove: (id: string) => Promise<Result<null, DiskFailure>>;
};

export type BackupsNeeds = Omit<BackupWriterNeeds, 'shelf'>;

export function createBackups({ projects, place, verdicts, now }: BackupsNeeds): Backups {
  /** Why the last attempt failed; null after one that worked. */
  let lastFailure: DiskFailure | null = null;

  const shelf = async (projectId: string | null): Promise<readonly ShelvedBackup[]> => {
    await place.insist();
    return listShelf(place.folder(), projectId);
  };
  const find = async (id: string): Promise<ShelvedBackup> => {
    const found = (await shelf(null)).find((backup) => backup.id === id);
    if (!found) throw new DiskRefusal('missing');
    return found;
  };
  const describe = (backup: ShelvedBackup): Backup => describeBackup(backup, verdicts);

  /** One after the other: two at once would both find that none has been made yet. */
  let lastTurn: Promise<unknown> = Promise.resolve();
  const writeNow = createBackupWriter({ projects, place, verdicts, now, shelf });

  return {
    make: async (project, occasion) => {
      const turn = lastTurn.then(() => writeNow(project, occasion));
      lastTurn = turn.catch(() => undefined);
      try {
        const made = await turn;
        lastFailure = null;
        return succeed(made);
      } catch (error) {
        // What is wrong with the project file itself is said elsewhere; here it is about the backups.
        if (error instanceof SourceRefusal) return fail(error.failure);
        lastFailure = diskFailure(error, place.folder());
        return fail(lastFailure);
      }
    },
    state: async (project) => {
      const listed = await tryDisk(place.folder(), () => shelf(project?.projectId ?? null));
      const present = listed.ok ? listed.value : [];
      const good = present.filter((backup) => verdicts.of(backup) !== 'damaged');
      const path = project && projects.pathOf(project.token);
      return {
        folder: place.label(),
        isUsualFolder: place.isUsual(),
        latestGoodAt: good[0]?.madeAt.toISOString() ?? null,
        failure: listed.ok ? lastFailure : listed.failure,
        freeBytes: listed.ok ? await freeBytes(place.folder()) : null,
        projectFreeBytes: path ? await freeBytes(dirname(path)) : null,
        projectSizeBytes: path ? await sizeOf(path) : null,
      };
    },
    list: (projectId) => tryDisk(place.folder(), async () => (await shelf(projectId)).map(describe)),
    read: (id) => tryDisk(place.folder(), async () => readWholeFile((await find(id)).path)),
    judge: async (id, verdict) => {
      const present = await shelf(null).catch(() => []);
      const backup = present.find((candidate) => candidate.id === id);
      if (backup) await verdicts.keep(backup, verdict, present).catch(() => undefined);
    },
    restore: (id, path) =>
      tryDisk(path, async () => {
        try {
          await recreateFile(path, await readWholeFile((await find(id)).path));
        } catch (error) {
          if (error instanceof DiskRefusal && error.code === 'changed-outside') throw new DiskRefusal('exists');
          throw error;
        }
        return null;
      }),
    remove: (id) =>
      tryDisk(place.folder(), async () => {
        await rm((await find(id)).path);
        return null;
      }),
  };
}

async function sizeOf(path: string): Promise<number | null> {
  return stat(path).then(
    ({ size }) => size,
    () => null,
  );
}
