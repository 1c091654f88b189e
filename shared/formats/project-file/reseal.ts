/** Sealing blocks anew under another keyring: contents and erasures change their names with it. */
import type { RandomBytes } from '#shared/basics/ids.ts';
import { fail, succeed, type Result } from '#shared/basics/result.ts';
import type { ContentHash } from '#shared/domain/source/source-content.ts';
import { blockKinds, type Block } from '#shared/formats/project-file/block.ts';
import { hashContent } from '#shared/formats/project-file/content-block.ts';
import type { Digest } from '#shared/formats/project-file/digest.ts';
import { keyOfContent } from '#shared/formats/project-file/project-blocks.ts';
import { openBlock, sealBlock, type Keyring } from '#shared/formats/project-file/sealing.ts';

/** Blocks under another keyring. One that cannot be opened stops it all: sealing must not lose what rescue could save. */
export async function resealBlocks(
  blocks: readonly Block[],
  keyrings: { readonly from: Keyring; readonly to: Keyring },
  digest: Digest,
  randomBytes: RandomBytes,
): Promise<Result<readonly Block[], 'damaged'>> {
  const sealed: Block[] = [];
  for (const block of blocks) {
    const plain = await openBlock(keyrings.from, block);
    if (!plain.ok) return fail('damaged');
    const { kind, from, to } = block;
    // A content's name comes from the name key, so it changes with it; so does that of its erasure, which holds the hash.
    const hash = kind === 'content' ? hashContent(digest, plain.value) : erasedHash(block, plain.value);
    const renamed = hash === null ? block.name : keyOfContent(keyrings.to, digest, hash).name;
    const key = { kind, name: renamed, from, to };
    sealed.push(await sealBlock(keyrings.to, key, plain.value, randomBytes));
  }
  return succeed(sealed);
}

function erasedHash(block: Block, plain: Uint8Array): ContentHash | null {
  return block.kind === 'erasure' && block.from === blockKinds.content
    ? (new TextDecoder().decode(plain) as ContentHash)
    : null;
}
