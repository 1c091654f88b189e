/** What the window found when it read a backup, kept so that it need not read all of them again at every look. */
import { join } from 'node:path';
import * as z from 'zod';
import type { ShelvedBackup } from '#electron/backups/backup-shelf.ts';
import { createJsonFile } from '#electron/preferences/json-file.ts';

export type Verdict = 'good' | 'damaged' | 'unknown';

const verdictsSchema = z.record(
  z.string(),
  z.object({ sizeBytes: z.number(), modifiedMilliseconds: z.number(), verdict: z.enum(['good', 'damaged']) }),
);

export type BackupVerdicts = {
  /** Unknown for a file that has changed since it was read. */
  readonly of: (backup: ShelvedBackup) => Verdict;
  /** Keeps a verdict, and forgets those of files that are gone. */
  readonly keep: (
    backup: ShelvedBackup,
    verdict: 'good' | 'damaged',
    present: readonly ShelvedBackup[],
  ) => Promise<void>;
};

export function openBackupVerdicts(dataFolder: string): BackupVerdicts {
  const file = createJsonFile(join(dataFolder, 'backup-verdicts.json'), verdictsSchema, {});
  return {
    of: ({ id, sizeBytes, modifiedMilliseconds }) => {
      const known = file.read()[id];
      if (known?.sizeBytes !== sizeBytes || known.modifiedMilliseconds !== modifiedMilliseconds) return 'unknown';
      return known.verdict;
    },
    keep: async ({ id, sizeBytes, modifiedMilliseconds }, verdict, present) => {
      const ids = new Set(present.map((backup) => backup.id));
      const others = Object.entries(file.read()).filter(([other]) => other !== id && ids.has(other));
      await file.write({ ...Object.fromEntries(others), [id]: { sizeBytes, modifiedMilliseconds, verdict } });
    },
  };
}
