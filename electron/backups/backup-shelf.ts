/** The backups that lie in the folder: found by their names, named to the window by ids that say nothing of a path. */
import { createHash } from 'node:crypto';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { projectOfFolder, timeOfBackup } from '#electron/backups/backup-name.ts';

export type ShelvedBackup = {
  readonly id: string;
  readonly path: string;
  readonly projectId: string;
  readonly projectName: string;
  readonly fileName: string;
  readonly madeAt: Date;
  readonly sizeBytes: number;
  readonly modifiedMilliseconds: number;
};

/** What a write that was cut off leaves behind. */
const leftOver = /^\.triangula-[0-9a-f]{8}$/u;

/** All backups below the folder, newest first; only those of one project when its id is given. */
export async function listShelf(root: string, projectId: string | null): Promise<readonly ShelvedBackup[]> {
  const folders = await foldersOf(root, projectId);
  const lists = await Promise.all(folders.map((folder) => listFolder(root, folder)));
  return lists.flat().sort((a, b) => b.madeAt.getTime() - a.madeAt.getTime());
}

/** Names of the folders of a project; several after its file was renamed by hand. */
export async function foldersOf(root: string, projectId: string | null): Promise<readonly string[]> {
  const entries = await readdir(root, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .filter((name) => {
      const project = projectOfFolder(name);
      return project !== null && (projectId === null || project.projectId === projectId);
    });
}

/** Takes away what a write that was cut off has left in a folder. */
export async function clearLeftOvers(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => leftOver.test(name));
  await Promise.all(names.map((name) => rm(join(folder, name), { force: true })));
}

async function listFolder(root: string, folder: string): Promise<readonly ShelvedBackup[]> {
  const project = projectOfFolder(folder);
  if (!project) return [];
  const names = await readdir(join(root, folder));
  const found = await Promise.all(
    names.map(async (fileName): Promise<readonly ShelvedBackup[]> => {
      const madeAt = timeOfBackup(fileName);
      if (!madeAt) return [];
      const path = join(root, folder, fileName);
      const facts = await stat(path).catch(() => null);
      if (!facts?.isFile()) return [];
      return [
        {
          id: createHash('sha256').update(`${folder}/${fileName}`).digest('hex').slice(0, 32),
          path,
          projectId: project.projectId,
          projectName: project.name,
          fileName,
          madeAt,
          sizeBytes: facts.size,
          modifiedMilliseconds: facts.mtimeMs,
        },
      ];
    }),
  );
  return found.flat();
}
