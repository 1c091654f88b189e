/** The folder that holds the backups: chosen by the user, or the usual one, which is made when it is first needed. */
import { mkdir, stat, statfs } from 'node:fs/promises';
import { join, sep } from 'node:path';
import * as z from 'zod';
import { DiskRefusal } from '#electron/disk/disk-failure.ts';
import { createJsonFile } from '#electron/preferences/json-file.ts';

const SHOWN_FOLDERS = 3;

const choiceSchema = z.object({ folder: z.string().nullable() });

export type BackupPlace = {
  readonly folder: () => string;
  readonly isUsual: () => boolean;
  /** Null goes back to the usual folder. */
  readonly choose: (folder: string | null) => Promise<void>;
  /** Makes sure that the folder is there. A chosen one is never made anew: its stick may only be unplugged. */
  readonly insist: () => Promise<void>;
  /** How the folder is called on the screen: the user's own folder is cut to `~`. */
  readonly label: () => string;
};

export type BackupPlaceNeeds = {
  readonly dataFolder: string;
  readonly usualFolder: string;
  readonly homeFolder: string;
};

export function openBackupPlace({ dataFolder, usualFolder, homeFolder }: BackupPlaceNeeds): BackupPlace {
  const file = createJsonFile(join(dataFolder, 'backups.json'), choiceSchema, { folder: null });
  const folder = (): string => file.read().folder ?? usualFolder;
  return {
    folder,
    isUsual: () => file.read().folder === null,
    choose: (chosen) => file.write({ folder: chosen === usualFolder ? null : chosen }),
    insist: async () => {
      if (file.read().folder === null) await mkdir(usualFolder, { recursive: true, mode: 0o700 });
      else if (!(await stat(folder())).isDirectory()) throw new DiskRefusal('missing');
    },
    label: () => shortLabel(folder(), homeFolder),
  };
}

/** The last folders are what people know a place by. */
function shortLabel(folder: string, homeFolder: string): string {
  if (folder.startsWith(homeFolder + sep)) return `~${folder.slice(homeFolder.length)}`;
  const parts = folder.split(sep);
  return parts.length > SHOWN_FOLDERS + 1 ? `…${sep}${parts.slice(-SHOWN_FOLDERS).join(sep)}` : folder;
}

/** Bytes that can still be written beside a file or in a folder; null where the system does not say. */
export async function freeBytes(path: string): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(path);
    return bavail * bsize;
  } catch {
    return null;
  }
}
