/** A slice of the campaign against the readers, and the seeds that once failed. The whole: `npm run campaign:readers`. */
import { describe, expect, it, vi } from 'vitest';
import { checkReading } from '#tests/campaigns/fuzz-readers/check-reading.ts';
import { readerFamilies } from '#tests/campaigns/fuzz-readers/families.ts';
import { mutantOf } from '#tests/campaigns/fuzz-readers/mutate.ts';

const inputsPerFamily = 25;
/** Seeds by family that once made a reader throw, hang or give a wrong answer. */
const onceFailed: Readonly<Record<string, readonly number[]>> = {
  // A byte that stands for a carriage return.
  rtf: [757, 1342],
  // The library for old Office files ran in circles.
  doc: [700],
  // An empty last page began behind the end of the text.
  pdf: [1938, 2428],
};

describe('spoiled files', () => {
  it.each(readerFamilies(process.cwd()).map((family) => [family.name, family] as const))('%s', async (name, family) => {
    vi.spyOn(console, 'log').mockImplementation(() => undefined);
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const seeds = [...Array.from({ length: inputsPerFamily }, (_, index) => index + 1), ...(onceFailed[name] ?? [])];
    for (const seed of seeds) {
      const started = Date.now();
      const { complaint } = await checkReading(`spoiled.${family.ending}`, mutantOf(family, seed));
      expect(complaint, `seed ${seed}`).toBeNull();
      expect(Date.now() - started, `seed ${seed}`).toBeLessThan(10_000);
    }
    vi.restoreAllMocks();
  });
});
