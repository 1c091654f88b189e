/** An unsealed copy that is left beside a sealed one: taken in and removed. */
import type { RandomBytes } from '#shared/basics/ids.ts';
import type { Digest } from '#shared/formats/project-file/digest.ts';
import { resealBlocks } from '#shared/formats/project-file/reseal.ts';
import { OPEN_TAG, openKeyring, type Keyring } from '#shared/formats/project-file/sealing.ts';
import { readBlocks } from '#shared/formats/project-file/unite-stores.ts';
import { databasesOfCopy, openProjectDatabase, type ProjectDatabase } from '#renderer/data/project-database.ts';

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
