/** Looks for words in every file below folders, as they stand and as databases may write them (UTF-16). */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Nothing of the app's is written there, and there is much of it. */
const INSTALLED = /node_modules|\.git(?:\/|$)/u;

/** `path: word` for every word found. */
export function searchWords(places: readonly string[], words: readonly string[]): readonly string[] {
  const found: string[] = [];
  for (const path of places.flatMap(filesAt)) {
    const bytes = readQuietly(path);
    for (const word of words) {
      for (const encoding of ['utf8', 'utf16le', 'latin1'] as const) {
        if (bytes.includes(Buffer.from(word, encoding))) found.push(`${path}: ${word} (${encoding})`);
      }
    }
  }
  return found;
}

function filesAt(place: string): readonly string[] {
  const stats = statSync(place, { throwIfNoEntry: false });
  if (!stats) return [];
  if (!stats.isDirectory()) return stats.isFile() ? [place] : [];
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !INSTALLED.test(entry.parentPath ?? entry.path))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

/** A file may go while the app runs. */
function readQuietly(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch {
    return Buffer.alloc(0);
  }
}
