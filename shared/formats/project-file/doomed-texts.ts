/**
 * Texts that a colleague's withdrawal is about to erase: read once more before they go, so that stretches of them are
 * found where memos and findings repeat them.
 */
import type { ContentHash, SourceContent } from '#shared/domain/source/source-content.ts';
import { keyText, type BlockStore } from '#shared/formats/project-file/block-store.ts';
import type { Digest } from '#shared/formats/project-file/digest.ts';
import { erasedBy, erasureOf } from '#shared/formats/project-file/erasure.ts';
import { openContent } from '#shared/formats/project-file/project-blocks.ts';
import { openBlock, type Keyring } from '#shared/formats/project-file/sealing.ts';

export type DoomedTexts = ReadonlyMap<ContentHash, SourceContent>;

/** Reads them; most often there are none. */
export async function readDoomedTexts(
  stores: readonly Pick<BlockStore<unknown>, 'list' | 'read'>[],
  keyring: Keyring,
  digest: Digest,
): Promise<DoomedTexts> {
  const lists = await Promise.all(stores.map((store) => store.list()));
  const isErased = erasedBy(lists.flat());
  const doomed = new Map<ContentHash, SourceContent>();
  for (const [place, store] of stores.entries()) {
    for (const key of (lists[place] ?? []).filter(({ kind }) => kind === 'content').filter(isErased)) {
      const holder = stores.find((_, other) => lists[other]?.some((one) => keyText(one) === keyText(erasureOf(key))));
      const [erasure, block] = [await holder?.read(erasureOf(key)), await store.read(key)];
      const named = erasure && (await openBlock(keyring, erasure));
      if (!named?.ok || !block) continue;
      const hash = new TextDecoder().decode(named.value) as ContentHash;
      const content = await openContent(keyring, digest, block, hash);
      if (content.ok) doomed.set(hash, content.value);
    }
  }
  return doomed;
}
