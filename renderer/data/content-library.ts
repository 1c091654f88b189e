/** The texts of the open evaluation: in memory once read, sealed in both copies. */
import type { RandomBytes } from '#shared/basics/ids.ts';
import type { DiskFailure } from '#shared/bridge/requests.ts';
import type { ContentHash, SourceContent } from '#shared/domain/source/source-content.ts';
import type { Block } from '#shared/formats/project-file/block.ts';
import type { BlockStore } from '#shared/formats/project-file/block-store.ts';
import type { Digest } from '#shared/formats/project-file/digest.ts';
import { keyOfContent, openContent, sealContent } from '#shared/formats/project-file/project-blocks.ts';
import type { Keyring } from '#shared/formats/project-file/sealing.ts';
import type { ContentLibrary } from '#renderer/data/session.ts';

export type SealingLibrary = ContentLibrary & {
  /** Contents added since the last call; they go to disk with the change that speaks of them. */
  readonly takeUnwritten: () => readonly Block[];
};

/** Makes the library over the stores; the first store that has a good copy answers. */
export function createContentLibrary(
  stores: readonly BlockStore<DiskFailure>[],
  keyring: Keyring,
  digest: Digest,
  randomBytes: RandomBytes,
): SealingLibrary {
  const known = new Map<ContentHash, SourceContent>();
  const loading = new Map<ContentHash, Promise<SourceContent | null>>();
  let unwritten: Block[] = [];

  const readFromStores = async (hash: ContentHash): Promise<SourceContent | null> => {
    for (const store of stores) {
      // A store that is closed or ill is stepped over: there is the other, and who leaves no longer waits for the text.
      const block = await store.read(keyOfContent(keyring, digest, hash)).catch(() => null);
      const opened = block && (await openContent(keyring, digest, block, hash));
      if (opened?.ok) {
        known.set(hash, opened.value);
        return opened.value;
      }
    }
    return null;
  };

  return {
    add: async (content) => {
      const { hash, block } = await sealContent(keyring, digest, content, randomBytes);
      if (!known.has(hash)) unwritten.push(block);
      known.set(hash, content);
      return hash;
    },
    peek: (hash) => known.get(hash),
    load: (hash) => {
      const content = known.get(hash);
      if (content) return Promise.resolve(content);
      const pending = loading.get(hash) ?? readFromStores(hash).finally(() => loading.delete(hash));
      loading.set(hash, pending);
      return pending;
    },
    takeUnwritten: () => {
      const taken = unwritten;
      unwritten = [];
      return taken;
    },
  };
}
