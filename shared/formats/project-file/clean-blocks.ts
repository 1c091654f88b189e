/** Taking withdrawn words out of sealed blocks: contents are erased, batches that hold words are sealed anew without them. */
import type { RandomBytes } from '#shared/basics/ids.ts';
import type { Change } from '#shared/domain/change/change.ts';
import { createScrubber } from '#shared/domain/consent/scrub-changes.ts';
import type { Withdrawal } from '#shared/domain/consent/withdrawal.ts';
import type { ContentHash } from '#shared/domain/source/source-content.ts';
import type { Block } from '#shared/formats/project-file/block.ts';
import type { Digest } from '#shared/formats/project-file/digest.ts';
import { keyOfContent, openChanges, sealChanges, sealErasure } from '#shared/formats/project-file/project-blocks.ts';
import type { Keyring } from '#shared/formats/project-file/sealing.ts';

export type Withdrawn = {
  readonly withdrawals: readonly Withdrawal[];
  /** All changes that are known; they tell what once belonged to what. */
  readonly log: readonly Change[];
  /** What the withdrawn people said, as far as it is at hand. */
  readonly texts: readonly string[];
};

export type Seal = { readonly keyring: Keyring; readonly digest: Digest; readonly randomBytes: RandomBytes };

/** Makes what cleans blocks; the erasures go into every store that is cleaned. */
export async function createCleaner(
  { withdrawals, log, texts }: Withdrawn,
  { keyring, digest, randomBytes }: Seal,
): Promise<{
  readonly erasures: readonly Block[];
  readonly clean: (blocks: readonly Block[]) => Promise<readonly Block[]>;
}> {
  const { scrub } = createScrubber(withdrawals, log, texts);
  const hashes = withdrawals.flatMap(({ contents }) => Object.keys(contents) as ContentHash[]);
  const erasures = await Promise.all(hashes.map((hash) => sealErasure(keyring, digest, hash, randomBytes)));
  const names = new Set(hashes.map((hash) => keyOfContent(keyring, digest, hash).name));
  return {
    erasures,
    clean: (blocks) =>
      scrubBlocks(
        { keyring, randomBytes },
        blocks.filter(({ kind, name }) => kind !== 'content' || !names.has(name)),
        scrub,
      ),
  };
}

async function scrubBlocks(
  { keyring, randomBytes }: Pick<Seal, 'keyring' | 'randomBytes'>,
  blocks: readonly Block[],
  scrub: (change: Change) => Change,
): Promise<readonly Block[]> {
  return Promise.all(
    blocks.map(async (block) => {
      const opened = block.kind === 'changes' ? await openChanges(keyring, block) : null;
      if (!opened?.ok) return block;
      const changes = opened.value.map(scrub);
      const isSame = changes.every((change, place) => change === opened.value[place]);
      return isSame ? block : sealChanges(keyring, changes, randomBytes);
    }),
  );
}
