/** Tidies both copies up on closing: the file by a new one beside it, the database in one transaction. */
import type { RandomBytes } from '#shared/basics/ids.ts';
import type { DiskFailure } from '#shared/bridge/requests.ts';
import { keyText } from '#shared/formats/project-file/block-store.ts';
import { compactBlocks, isWorthCompacting } from '#shared/formats/project-file/compact.ts';
import type { ProjectFile } from '#shared/formats/project-file/project-file.ts';
import type { Keyring } from '#shared/formats/project-file/sealing.ts';
import { coverage, missingKeys, readBlocks } from '#shared/formats/project-file/unite-stores.ts';
import { coversRange } from '#shared/domain/change/sequence-set.ts';
import type { ProjectDatabase } from '#renderer/data/project-database.ts';

/** Joins small batches where it is worth it. Whatever goes wrong leaves both copies as they were. */
export async function compactCopies(
  file: ProjectFile<DiskFailure>,
  database: ProjectDatabase,
  keyring: Keyring,
  randomBytes: RandomBytes,
): Promise<boolean> {
  // A file with damage is left for a person to decide on.
  if (file.problems.length > 0) return false;
  const blocks = await readBlocks(file, await file.list());
  if (!isWorthCompacting(blocks)) return false;
  const compaction = await compactBlocks(keyring, blocks, randomBytes);
  if (!compaction) return false;
  const { removed, added } = compaction;
  const gone = new Set(removed.map(keyText));
  const next = [...blocks.filter((block) => !gone.has(keyText(block))), ...added];
  if (missingKeys(next, blocks).length > 0) return false;
  const rewritten = await file.rewrite({ blocks: next });
  if (!rewritten.ok) return false;
  // The database may have cut its batches differently: what the new ones cover goes.
  const covered = coverage(added);
  const obsolete = (await database.list()).filter(
    (key) => key.kind === 'changes' && coversRange(covered.get(key.name) ?? [], key.from, key.to),
  );
  await database.exchange(obsolete, added);
  return true;
}
