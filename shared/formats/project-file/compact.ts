/**
 * Compaction: many small batches of one replica become few large ones. Pure: it says which blocks to take away and
 * which to put in their place, and never gives up a change. What cannot be opened stays as it is.
 */
import type { RandomBytes } from '#shared/basics/ids.ts';
import type { Change } from '#shared/domain/change/change.ts';
import type { Block, BlockKey } from '#shared/formats/project-file/block.ts';
import { keyText } from '#shared/formats/project-file/block-store.ts';
import { encodeChanges } from '#shared/formats/project-file/change-batch.ts';
import { openChanges, sealChanges } from '#shared/formats/project-file/project-blocks.ts';
import type { Keyring } from '#shared/formats/project-file/sealing.ts';

/** Larger batches gain nothing from being joined. */
const SMALL_BYTES = 64 * 1024;
/** Joined batches stay below this, so that one damaged stretch never costs everything. */
const LARGEST_JOINED = { changes: 2000, bytes: 512 * 1024 } as const;
/** Rewriting a file is worth it for so many batches less, and for more the larger the file is. */
const WORTH_BATCHES = 64;
const BYTES_PER_BATCH_WORTH = 256 * 1024;

export type Compaction = { readonly removed: readonly BlockKey[]; readonly added: readonly Block[] };

/** Whether there are enough small batches for rewriting to be worth it. Looks at sizes only. */
export function isWorthCompacting(blocks: readonly Block[]): boolean {
  const small = blocks.filter(isSmall);
  const runs = new Set(small.map((block) => block.name)).size;
  const bytes = blocks.reduce((sum, block) => sum + block.payload.length, 0);
  return small.length - runs >= Math.max(WORTH_BATCHES, bytes / BYTES_PER_BATCH_WORTH);
}

/** Joins small batches. Null when what was joined does not open to the very same changes: then nothing is touched. */
export async function compactBlocks(
  keyring: Keyring,
  blocks: readonly Block[],
  randomBytes: RandomBytes,
): Promise<Compaction | null> {
  const removed: BlockKey[] = [];
  const found = new Map<string, Map<number, { readonly change: Change; readonly bytes: number }>>();
  for (const block of blocks.filter(isSmall)) {
    const opened = await openChanges(keyring, block);
    if (!opened.ok) continue;
    removed.push(block);
    const ofReplica = found.get(block.name) ?? new Map<number, { change: Change; bytes: number }>();
    found.set(block.name, ofReplica);
    const bytes = block.payload.length / opened.value.length;
    for (const change of opened.value) ofReplica.set(change.seq, { change, bytes });
  }
  const added: Block[] = [];
  for (const ofReplica of found.values()) {
    for (const run of cutIntoRuns([...ofReplica.values()])) {
      const joined = await sealChanges(keyring, run, randomBytes);
      const reopened = await openChanges(keyring, joined);
      if (!reopened.ok || !isSame(reopened.value, run)) return null;
      added.push(joined);
    }
  }
  const before = new Set(removed.map(keyText));
  const after = new Set(added.map(keyText));
  // A batch that nothing was joined to stands for itself.
  return {
    removed: removed.filter((key) => !after.has(keyText(key))),
    added: added.filter((key) => !before.has(keyText(key))),
  };
}

function cutIntoRuns(items: readonly { readonly change: Change; readonly bytes: number }[]): readonly Change[][] {
  const runs: Change[][] = [];
  let bytesOfRun = 0;
  for (const { change, bytes } of [...items].sort((a, b) => a.change.seq - b.change.seq)) {
    const run = runs.at(-1);
    const follows = run?.at(-1)?.seq === change.seq - 1;
    const hasRoom = run && run.length < LARGEST_JOINED.changes && bytesOfRun + bytes <= LARGEST_JOINED.bytes;
    if (run && follows && hasRoom) run.push(change);
    else runs.push([change]);
    bytesOfRun = follows && hasRoom ? bytesOfRun + bytes : bytes;
  }
  return runs;
}

function isSmall(block: Block): boolean {
  return block.kind === 'changes' && block.payload.length < SMALL_BYTES;
}

function isSame(one: readonly Change[], other: readonly Change[]): boolean {
  const [first, second] = [encodeChanges(one), encodeChanges(other)];
  return first.length === second.length && first.every((byte, index) => byte === second[index]);
}
