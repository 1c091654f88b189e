/** Sealing everything anew: when a passphrase is set on an open project, or taken off a sealed one. */
import type { RandomBytes } from '#shared/basics/ids.ts';
import { fail, succeed, type Result } from '#shared/basics/result.ts';
import type { ContentHash } from '#shared/domain/source/source-content.ts';
import { blockKinds, type Block } from '#shared/formats/project-file/block.ts';
import type { Digest } from '#shared/formats/project-file/digest.ts';
import { hashContent } from '#shared/formats/project-file/content-block.ts';
import { keyOfContent } from '#shared/formats/project-file/project-blocks.ts';
import { OPEN_TAG, openBlock, openKeyring, sealBlock, type Keyring } from '#shared/formats/project-file/sealing.ts';
import { readBlocks } from '#shared/formats/project-file/unite-stores.ts';
import { databasesOfCopy, openProjectDatabase, type ProjectDatabase } from '#renderer/data/project-database.ts';

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

/**
 * A sealed project must leave nothing open on this machine. If the app ended between sealing the file and removing
 * the open database, or if the file was sealed elsewhere, the open one is taken in and removed.
 */
export async function absorbOpenCopy(
  database: ProjectDatabase,
  keyring: Keyring,
  digest: Digest,
  copyKey: string,
  randomBytes: RandomBytes,
): Promise<void> {
  const { projectId } = keyring;
  if (!keyring.dataKey) return;
  const isLeft = (await databasesOfCopy(copyKey)).some(
    (name) => name.projectId === projectId && name.sealTag === OPEN_TAG,
  );
  if (!isLeft) return;
  const open = await openProjectDatabase({ projectId, copyKey, sealTag: OPEN_TAG });
  const blocks = await readBlocks(open, await open.list());
  const resealed = await resealBlocks(blocks, { from: openKeyring(projectId), to: keyring }, digest, randomBytes);
  const isTaken = resealed.ok && (await database.append(resealed.value)).ok;
  if (isTaken) await open.destroy();
  else open.close();
}
