/** Unions never shrink: whatever two stores hold and however their batches are cut, each holds at least as much after. */
import * as fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { fail } from '#shared/basics/result.ts';
import { coversRange } from '#shared/domain/change/sequence-set.ts';
import type { Block, BlockKey } from '#shared/formats/project-file/block.ts';
import { keyText, type BlockStore } from '#shared/formats/project-file/block-store.ts';
import { loadDigest, type Digest } from '#shared/formats/project-file/digest.ts';
import { readProjectFile, writeNewProjectFile } from '#shared/formats/project-file/project-file.ts';
import { coverage, uniteStores } from '#shared/formats/project-file/unite-stores.ts';
import { memoryAccess } from '#tests/support/memory-access.ts';

let digest: Digest;
beforeAll(async () => {
  digest = await loadDigest();
});

const batch = fc
  .record({ replica: fc.constantFrom('a', 'b', 'c'), from: fc.integer({ min: 1, max: 40 }), length: fc.nat(6) })
  .map(({ replica, from, length }): Block => ({
    kind: 'changes',
    name: replica.repeat(32),
    from,
    to: from + length,
    flags: 0,
    payload: Uint8Array.from([from, length]),
  }));
const content = fc.constantFrom('1', '2', '3', '4').map((name): Block => ({
  kind: 'content',
  name: name.repeat(32),
  from: 0,
  to: 0,
  flags: 0,
  payload: Uint8Array.of(7),
}));
const blocks = fc.array(fc.oneof(batch, content), { maxLength: 20 });

async function storeOf(held: readonly Block[]) {
  const memory = memoryAccess<string>();
  const header = { projectId: 'p'.repeat(16), createdAt: '', key: null };
  const made = await writeNewProjectFile(memory.access, digest, header, []);
  if (!made.ok) throw new Error(made.failure);
  await made.value.append(held);
  const reopen = async (): Promise<readonly BlockKey[]> => {
    const read = readProjectFile(memory.access, digest, memory.bytes());
    if (!read.ok || read.value.problems.length > 0) throw new Error('The file is not sound.');
    return read.value.list();
  };
  return { store: made.value as BlockStore<string>, reopen };
}

function holdsAll(after: readonly BlockKey[], before: readonly BlockKey[]): boolean {
  const covered = coverage(after);
  const names = new Set(after.map(keyText));
  return before.every((key) =>
    key.kind === 'changes' ? coversRange(covered.get(key.name) ?? [], key.from, key.to) : names.has(keyText(key)),
  );
}

test('of two stores, also after reopening, and a second union finds nothing to do', async () => {
  await fc.assert(
    fc.asyncProperty(blocks, blocks, async (one, other) => {
      const [first, second] = [await storeOf(one), await storeOf(other)];
      await uniteStores(first.store, second.store);
      for (const keys of [await first.reopen(), await second.reopen()]) {
        expect(holdsAll(keys, [...one, ...other])).toBe(true);
      }
      expect(await uniteStores(first.store, second.store)).toMatchObject({ toFirst: 0, toSecond: 0 });
      expect(await uniteStores(second.store, first.store)).toMatchObject({ toFirst: 0, toSecond: 0 });
    }),
    { numRuns: 200 },
  );
});

test('with a store that cannot be written, which stays as it was and takes nothing from the other', async () => {
  await fc.assert(
    fc.asyncProperty(blocks, blocks, fc.boolean(), async (one, other, isFirst) => {
      const [first, second] = [await storeOf(one), await storeOf(other)];
      const broken: BlockStore<string> = { ...first.store, append: () => Promise.resolve(fail('disk-full')) };
      const before = await first.reopen();
      const united = isFirst ? await uniteStores(broken, second.store) : await uniteStores(second.store, broken);
      expect(isFirst ? united.firstFailure : united.secondFailure).toBe('disk-full');
      expect(await first.reopen()).toEqual(before);
      expect(holdsAll(await second.reopen(), [...one, ...other])).toBe(true);
      expect(holdsAll(united.keys, [...one, ...other])).toBe(true);
    }),
    { numRuns: 100 },
  );
});
