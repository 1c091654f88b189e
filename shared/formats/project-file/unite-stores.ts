/**
 * Brings two block stores to the same content: each gets what only the other has. Neither ever loses a block, but for
 * those that a person has erased for good in either: they go from both.
 */
import { addRange, coversRange, type SequenceSet } from '#shared/domain/change/sequence-set.ts';
import type { Block, BlockKey } from '#shared/formats/project-file/block.ts';
import { erasedBy } from '#shared/formats/project-file/erasure.ts';
import { keyText, type BlockStore } from '#shared/formats/project-file/block-store.ts';

export type Union<Failure> = {
  /** Keys of all blocks that are in either store now. */
  readonly keys: readonly BlockKey[];
  /** How many blocks each store got from the other. */
  readonly toFirst: number;
  readonly toSecond: number;
  /** Why a store could not take what it lacks; the union in memory is complete all the same. */
  readonly firstFailure: Failure | null;
  readonly secondFailure: Failure | null;
};

/** Takes the union of two stores. A store that cannot be written is reported and left as it was. */
export async function uniteStores<Failure>(
  first: BlockStore<Failure>,
  second: BlockStore<Failure>,
): Promise<Union<Failure>> {
  const firstKeys = await first.list();
  const secondKeys = await second.list();
  const missingInFirst = missingKeys(firstKeys, secondKeys);
  const missingInSecond = missingKeys(secondKeys, firstKeys);
  const firstTaken = await first.append(await readBlocks(second, missingInFirst));
  const secondTaken = await second.append(await readBlocks(first, missingInSecond));
  const isErased = erasedBy([...firstKeys, ...secondKeys]);
  return {
    keys: [...firstKeys, ...missingInFirst].filter((key) => !isErased(key)),
    toFirst: missingInFirst.length,
    toSecond: missingInSecond.length,
    firstFailure: firstTaken.ok ? null : firstTaken.failure,
    secondFailure: secondTaken.ok ? null : secondTaken.failure,
  };
}

/** What `has` lacks of `other`: contents by name, changes by number, so that batches cut differently still match. */
export function missingKeys(has: readonly BlockKey[], other: readonly BlockKey[]): readonly BlockKey[] {
  const names = new Set(has.map(keyText));
  const covered = coverage(has);
  const isErased = erasedBy([...has, ...other]);
  return other.filter((key) => {
    if (isErased(key) || names.has(keyText(key)) || key.kind === 'snapshot') return false;
    return key.kind !== 'changes' || !coversRange(covered.get(key.name) ?? [], key.from, key.to);
  });
}

/** Which changes the batches hold, by name of the replica. */
export function coverage(keys: readonly BlockKey[]): ReadonlyMap<string, SequenceSet> {
  const covered = new Map<string, SequenceSet>();
  for (const key of keys) {
    if (key.kind === 'changes') covered.set(key.name, addRange(covered.get(key.name) ?? [], key.from, key.to));
  }
  return covered;
}

/** The blocks of these keys that are there. */
export async function readBlocks<Failure>(
  store: BlockStore<Failure>,
  keys: readonly BlockKey[],
): Promise<readonly Block[]> {
  const blocks = await Promise.all(keys.map((key) => store.read(key)));
  return blocks.filter((block) => block !== null);
}
