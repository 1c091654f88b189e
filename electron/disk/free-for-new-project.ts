/** Makes room for a new project file: what stood at its place is set aside under another name, never destroyed. */
import { open, rename, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { PROJECT_ENDING } from '#electron/disk/picked-name.ts';
import { syncFolder } from '#electron/disk/replace-file.ts';

/** Puts an empty file at `path`. The user has agreed to replace what is there. */
export async function freeForNewProject(path: string, now: Date): Promise<void> {
  if (await hasContent(path)) await rename(path, nameAside(path, now));
  const file = await open(path, 'a', 0o600);
  await file.close();
  await syncFolder(dirname(path));
}

/** `Name.triangula` set aside at 14:02 becomes `Name (2025-01-31 14-02-05).triangula`. */
export function nameAside(path: string, now: Date): string {
  const time = now.toISOString().slice(0, 19).replace('T', ' ').replaceAll(':', '-');
  return `${path.slice(0, -PROJECT_ENDING.length)} (${time})${PROJECT_ENDING}`;
}

async function hasContent(path: string): Promise<boolean> {
  try {
    return (await stat(path)).size > 0;
  } catch {
    return false;
  }
}
