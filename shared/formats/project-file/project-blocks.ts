/** Between what a project is made of (changes, contents) and sealed blocks. The window and the command line both stand on this. */
import type { RandomBytes } from '#shared/basics/ids.ts';
import { fail, succeed, type Result } from '#shared/basics/result.ts';
import type { Change } from '#shared/domain/change/change.ts';
import type { ContentHash, SourceContent } from '#shared/domain/source/source-content.ts';
import { nameOfReplica, type Block, type BlockKey } from '#shared/formats/project-file/block.ts';
import { decodeChanges, encodeChanges } from '#shared/formats/project-file/change-batch.ts';
import { decodeContent, encodeContent, hashContent } from '#shared/formats/project-file/content-block.ts';
import type { Digest } from '#shared/formats/project-file/digest.ts';
import { erasureOf } from '#shared/formats/project-file/erasure.ts';
import { nameOfContent, openBlock, sealBlock, type Keyring } from '#shared/formats/project-file/sealing.ts';

/** Seals changes of one replica with consecutive numbers as one batch. */
export function sealChanges(keyring: Keyring, changes: readonly Change[], randomBytes: RandomBytes): Promise<Block> {
  const first = changes[0];
  const last = changes.at(-1);
  if (!first || !last) throw new Error('A batch holds at least one change.');
  const key: BlockKey = { kind: 'changes', name: nameOfReplica(first.replica), from: first.seq, to: last.seq };
  return sealBlock(keyring, key, encodeChanges(changes), randomBytes);
}

/** Opens a batch of changes and checks that it holds what its name says. */
export async function openChanges(keyring: Keyring, block: Block): Promise<Result<readonly Change[], 'damaged'>> {
  const plain = await openBlock(keyring, block);
  if (!plain.ok) return plain;
  const changes = decodeChanges(plain.value);
  if (!changes.ok) return changes;
  const { from, to } = block;
  const isAsNamed =
    changes.value.length === to - from + 1 &&
    changes.value.every(({ replica, seq }, index) => seq === from + index && nameOfReplica(replica) === block.name);
  return isAsNamed ? changes : fail('damaged');
}

/** Seals a content and tells its hash. */
export async function sealContent(
  keyring: Keyring,
  digest: Digest,
  content: SourceContent,
  randomBytes: RandomBytes,
): Promise<{ readonly hash: ContentHash; readonly block: Block }> {
  const encoded = encodeContent(content);
  const hash = hashContent(digest, encoded);
  return { hash, block: await sealBlock(keyring, keyOfContent(keyring, digest, hash), encoded, randomBytes) };
}

/** Opens a content and checks that it is what its hash says. */
export async function openContent(
  keyring: Keyring,
  digest: Digest,
  block: Block,
  hash: ContentHash,
): Promise<Result<SourceContent, 'damaged'>> {
  const plain = await openBlock(keyring, block);
  if (!plain.ok) return plain;
  if (hashContent(digest, plain.value) !== hash) return fail('damaged');
  const content = decodeContent(plain.value);
  return content.ok ? succeed(content.value) : content;
}

/** Seals the word that a content was erased; the hash in it finds the content again under another key. */
export function sealErasure(
  keyring: Keyring,
  digest: Digest,
  hash: ContentHash,
  randomBytes: RandomBytes,
): Promise<Block> {
  const key = erasureOf(keyOfContent(keyring, digest, hash));
  return sealBlock(keyring, key, new TextEncoder().encode(hash), randomBytes);
}

/** Where a content stands in every store of this project. */
export function keyOfContent(keyring: Keyring, digest: Digest, hash: ContentHash): BlockKey {
  return { kind: 'content', name: nameOfContent(digest, keyring, hash), from: 0, to: 0 };
}
