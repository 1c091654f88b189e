/** A small JSON file of the app's own (preferences, window state), checked when read. */
import { mkdirSync, readFileSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import type * as z from 'zod';
import { replaceFile } from '#electron/disk/replace-file.ts';

export type JsonFile<Value> = {
  /** What the file holds, or the default when it is missing or unreadable. */
  readonly read: () => Value;
  readonly write: (value: Value) => Promise<void>;
};

export function createJsonFile<Value>(path: string, schema: z.ZodType<Value>, initial: Value): JsonFile<Value> {
  let current: Value | undefined;
  let lastWrite: Promise<unknown> = Promise.resolve();

  function load(): Value {
    let text: string;
    try {
      text = readFileSync(path, 'utf8');
    } catch {
      return initial;
    }
    try {
      return schema.parse(JSON.parse(text));
    } catch {
      setAside(path);
      return initial;
    }
  }

  return {
    read: () => (current ??= load()),
    write: (value) => {
      current = value;
      // One after another: two renames at once could leave the older one.
      const turn = lastWrite.then(async () => {
        mkdirSync(dirname(path), { recursive: true });
        await replaceFile(path, Buffer.from(`${JSON.stringify(value, null, 2)}\n`));
      });
      lastWrite = turn.catch(() => undefined);
      return turn;
    },
  };
}

/** An unreadable file is kept for whoever wants to look, and out of the way. */
function setAside(path: string): void {
  try {
    renameSync(path, `${path}.unreadable`);
  } catch {
    return;
  }
}
