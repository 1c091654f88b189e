/** The changes behind the fold: read from the stores on opening, and kept at hand as far as undo needs them. */
import type { DiskFailure } from '#shared/bridge/requests.ts';
import type { Change, ChangeName } from '#shared/domain/change/change.ts';
import { coversRange } from '#shared/domain/change/sequence-set.ts';
import type { Fold } from '#shared/domain/change/fold.ts';
import { replicaOfName, nameOfReplica, type BlockKey } from '#shared/formats/project-file/block.ts';
import type { BlockStore } from '#shared/formats/project-file/block-store.ts';
import { openChanges } from '#shared/formats/project-file/project-blocks.ts';
import type { Keyring } from '#shared/formats/project-file/sealing.ts';
import { readBlocks } from '#shared/formats/project-file/unite-stores.ts';
import { readNewestFirst } from '#renderer/data/log-reader.ts';

/** How many changes at the end of the undo history are kept ready. */
const READY = 30;

export type ChangeLog = {
  /** Takes a change that has come to the log since it was opened. */
  readonly keep: (change: Change) => void;
  /** The change if it is at hand. */
  readonly peek: (name: ChangeName) => Change | null;
  /** Brings the last of these to hand. */
  readonly prepare: (names: readonly ChangeName[]) => Promise<void>;
  readonly history: HistoryLog;
};

/** What the history is read from. */
export type HistoryLog = {
  /** All changes, newest first, in portions. */
  readonly newestFirst: () => AsyncIterable<readonly Change[]>;
  /** Those that have come to the log since it was opened, oldest first; the same list, growing. */
  readonly added: () => readonly Change[];
};

/** Makes the log over the keys of all blocks that are known. */
export function createChangeLog(
  stores: readonly BlockStore<DiskFailure>[],
  keyring: Keyring,
  keys: readonly BlockKey[],
): ChangeLog {
  const atHand = new Map<string, Change>();
  const added: Change[] = [];
  const hold = (change: Change): void => {
    atHand.set(nameText(change), change);
  };
  return {
    keep: (change) => {
      hold(change);
      added.push(change);
    },
    history: {
      newestFirst: () =>
        readNewestFirst({ atHand: [...atHand.values()], keys, read: (key) => readBatch(stores, keyring, key) }),
      added: () => added,
    },
    peek: (name) => atHand.get(nameText(name)) ?? null,
    prepare: async (names) => {
      for (const name of names.slice(-READY)) {
        if (atHand.has(nameText(name))) continue;
        const replica = nameOfReplica(name.replica);
        const key = keys.find(
          (item) => item.kind === 'changes' && item.name === replica && item.from <= name.seq && name.seq <= item.to,
        );
        for (const change of key ? ((await readBatch(stores, keyring, key)) ?? []) : []) hold(change);
      }
    },
  };
}

/** Keys of the batches that hold changes the fold does not know. */
export function unknownBatches(fold: Fold, keys: readonly BlockKey[]): readonly BlockKey[] {
  return keys.filter((key) => {
    if (key.kind !== 'changes') return false;
    return !coversRange(fold.known.get(replicaOfName(key.name)) ?? [], key.from, key.to);
  });
}

/**
 * The changes of one batch from the first store that has a good copy. Where that very batch cannot be opened, a store
 * that cut its batches differently may still have the changes. Null when no store has any of them.
 */
export async function readBatch(
  stores: readonly BlockStore<DiskFailure>[],
  keyring: Keyring,
  key: BlockKey,
): Promise<readonly Change[] | null> {
  for (const store of stores) {
    const block = await store.read(key);
    const opened = block && (await openChanges(keyring, block));
    if (opened?.ok) return opened.value;
  }
  const found: Change[] = [];
  for (const store of stores) {
    const others = (await store.list()).filter((other) => overlaps(other, key));
    for (const block of await readBlocks(store, others)) {
      const opened = await openChanges(keyring, block);
      if (opened.ok) found.push(...opened.value);
    }
  }
  return found.length > 0 ? found : null;
}

function overlaps(one: BlockKey, other: BlockKey): boolean {
  return one.kind === 'changes' && one.name === other.name && one.from <= other.to && one.to >= other.from;
}

function nameText(name: ChangeName): string {
  return `${name.replica}/${name.seq}`;
}
