/**
 * Tells one copy of a project file from every other: same path on the same machine, same key. Salted with a secret
 * of this machine, so that the key says nothing of the path and is new wherever the file is carried.
 */
import { createHmac, randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { createJsonFile } from '#electron/preferences/json-file.ts';

const saltSchema = z.object({ salt: z.string().min(32) });

export type CopyKeys = { readonly of: (path: string) => Promise<string> };

export function openCopyKeys(dataFolder: string): CopyKeys {
  const file = createJsonFile(join(dataFolder, 'machine.json'), saltSchema.nullable(), null);
  return {
    of: async (path) => {
      const known = file.read();
      const { salt } = known ?? { salt: randomBytes(32).toString('hex') };
      // Written before it is first used: a key that changes would look like another copy.
      if (known === null) await file.write({ salt });
      return createHmac('sha256', salt).update(`${hostname()}\0${path}`).digest('hex').slice(0, 32);
    },
  };
}
