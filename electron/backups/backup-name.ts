/** How backups are called on the disk: a folder for each project, a file for each backup, the time in its name. */
import { PROJECT_ENDING, safeFileName } from '#electron/disk/picked-name.ts';

/** Windows counts the whole path, so names stay short. */
const LONGEST_NAME = 40;

const folderShape = /^(?<project>.+) \((?<id>[a-z0-9]{16})\)$/u;
const fileShape = /^(?<project>.+) (?<day>\d{4}-\d{2}-\d{2}) (?<time>\d{2}-\d{2}-\d{2}) UTC(?: \d+)?\.triangula$/u;

/** `Norte (k3j2h4g5d6f7s8a9)`: people find it by the name, the app by the id, which outlives a new name. */
export function backupFolderName(projectName: string, projectId: string): string {
  return `${shortName(projectName)} (${projectId})`;
}

/** Reads the id off a folder's name; null for a folder that is not ours. */
export function projectOfFolder(folderName: string): { readonly name: string; readonly projectId: string } | null {
  const parts = folderShape.exec(folderName)?.groups;
  return parts ? { name: parts['project'] ?? '', projectId: parts['id'] ?? '' } : null;
}

/** `Norte 2025-01-31 14-02-05 UTC.triangula`; `count` tells apart those of the same second. */
export function backupFileName(projectName: string, madeAt: Date, count: number): string {
  const time = madeAt.toISOString().slice(0, 19).replace('T', ' ').replaceAll(':', '-');
  return `${shortName(projectName)} ${time} UTC${count > 1 ? ` ${count}` : ''}${PROJECT_ENDING}`;
}

/** When a backup was made, by its name: file times change when somebody copies the folder. Null for other files. */
export function timeOfBackup(fileName: string): Date | null {
  const parts = fileShape.exec(fileName)?.groups;
  if (!parts) return null;
  const madeAt = new Date(`${parts['day']}T${parts['time']?.replaceAll('-', ':')}Z`);
  return Number.isNaN(madeAt.getTime()) ? null : madeAt;
}

function shortName(projectName: string): string {
  const plain = projectName.toLowerCase().endsWith(PROJECT_ENDING)
    ? projectName.slice(0, -PROJECT_ENDING.length)
    : projectName;
  return safeFileName(Array.from(plain).slice(0, LONGEST_NAME).join(''));
}
