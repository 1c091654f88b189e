/** The projects opened last: name, folder and time, nothing of what they hold. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import * as z from 'zod';
import type { RecentProject } from '#shared/bridge/requests.ts';
import { PROJECT_ENDING } from '#electron/disk/picked-name.ts';
import { createJsonFile } from '#electron/preferences/json-file.ts';

const LIMIT = 20;

const entriesSchema = z.array(z.object({ fileName: z.string(), folder: z.string(), openedAt: z.string() }).readonly());
type Entry = z.infer<typeof entriesSchema>[number];

export type RecentProjects = {
  readonly list: () => readonly RecentProject[];
  readonly pathOf: (id: string) => string | null;
  readonly knows: (path: string) => boolean;
  readonly remember: (path: string, now: Date) => Promise<void>;
  readonly forget: (id: string) => Promise<void>;
};

export function openRecentProjects(dataFolder: string): RecentProjects {
  const file = createJsonFile<Entry[]>(join(dataFolder, 'recent.json'), entriesSchema, []);
  return {
    list: () =>
      file.read().map((entry) => ({
        id: idOf(entry),
        name: entry.fileName.slice(0, -PROJECT_ENDING.length),
        folder: entry.folder,
        openedAt: entry.openedAt,
        exists: existsSync(pathOf(entry)),
      })),
    pathOf: (id) => {
      const entry = file.read().find((candidate) => idOf(candidate) === id);
      return entry ? pathOf(entry) : null;
    },
    knows: (path) => file.read().some((entry) => pathOf(entry) === path),
    remember: (path, now) => {
      const entry = { fileName: basename(path), folder: dirname(path), openedAt: now.toISOString() };
      const others = file.read().filter((other) => idOf(other) !== idOf(entry));
      return file.write([entry, ...others].slice(0, LIMIT));
    },
    forget: (id) => file.write(file.read().filter((entry) => idOf(entry) !== id)),
  };
}

function pathOf(entry: Entry): string {
  return join(entry.folder, entry.fileName);
}

/** The id says nothing of the path to whoever does not know it. */
function idOf(entry: Entry): string {
  return createHash('sha256').update(pathOf(entry)).digest('hex').slice(0, 16);
}
