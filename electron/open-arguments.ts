/** Finds the project file among the words that the app was started with (double click, second start). */
import { resolve } from 'node:path';
import { PROJECT_ENDING } from '#electron/disk/picked-name.ts';

/** Absolute path of the first project file named, or null. Switches are never taken for files. */
export function projectAmong(words: readonly string[], workingFolder: string): string | null {
  const found = words.find((word) => !word.startsWith('-') && word.toLowerCase().endsWith(PROJECT_ENDING));
  return found === undefined ? null : resolve(workingFolder, found);
}
