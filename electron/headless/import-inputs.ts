/** The files that an import is about: those named, and those in folders named, in the order of their names. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join, relative, resolve } from 'node:path';
import { tryDisk } from '#electron/disk/disk-failure.ts';
import type { CommandCall } from '#electron/headless/command.ts';
import { explainDisk } from '#electron/headless/refusals.ts';
import { fail, succeed, type Result } from '#shared/basics/result.ts';

export type ImportInput = {
  readonly path: string;
  /** File name without its folder. */
  readonly name: string;
  /** As it was named on the command line; below a folder with the way there. */
  readonly label: string;
};

const collator = new Intl.Collator('en', { numeric: true });

/** Lists the files. What is not there stays in the list and fails with its own line. */
export async function collectInputs(call: CommandCall, words: readonly string[]): Promise<readonly ImportInput[]> {
  const lists = await Promise.all(
    words.map(async (word): Promise<readonly ImportInput[]> => {
      const path = resolve(call.surroundings.folder, word);
      if (!(await isFolder(path))) return [{ path, name: basename(path), label: word }];
      const files = await filesBelow(path);
      return files.map((file) => ({ path: file, name: basename(file), label: join(word, relative(path, file)) }));
    }),
  );
  return lists.flat();
}

/** The bytes of an input, or why the disk does not give them. */
export async function readInput(input: ImportInput): Promise<Result<Uint8Array, string>> {
  const bytes = await tryDisk(input.path, async () => new Uint8Array(await readFile(input.path)));
  if (bytes.ok) return succeed(bytes.value);
  const { message, hint } = explainDisk(bytes.failure);
  return fail(`${message} ${hint}`);
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}

async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  entries.sort((a, b) => collator.compare(a.name, b.name));
  const lists = await Promise.all(
    entries.map(async (entry): Promise<readonly string[]> => {
      const path = join(folder, entry.name);
      // Hidden files and what office programs leave behind (`~$Interview.docx`) are nobody's material.
      if (entry.name.startsWith('.') || entry.name.startsWith('~$')) return [];
      if (entry.isDirectory()) return filesBelow(path);
      return /\.triangula(\.lock)?$/u.test(entry.name) ? [] : [path];
    }),
  );
  return lists.flat();
}
