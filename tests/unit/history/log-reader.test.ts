/** The log newest first: whole, once each, in the order of the clock, whatever the batches look like. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { asId } from '#shared/basics/ids.ts';
import type { Change } from '#shared/domain/change/change.ts';
import { nameOfReplica, type BlockKey } from '#shared/formats/project-file/block.ts';
import { readNewestFirst } from '#renderer/data/log-reader.ts';

function change(replica: string, seq: number, milliseconds: number): Change {
  return {
    replica: asId<'replica'>(replica.padEnd(16, '0')),
    seq,
    seen: {},
    clock: { milliseconds, count: 0 },
    person: asId<'person'>('ana'),
    at: '',
    label: { key: 'edit-code', values: {} },
    ops: [],
  };
}

async function readAll(changes: readonly Change[], cuts: number, atHand: readonly Change[], lost?: BlockKey) {
  const keys: BlockKey[] = [];
  for (const replica of new Set(changes.map((item) => item.replica))) {
    const own = changes.filter((item) => item.replica === replica);
    for (let at = 0; at < own.length; at += cuts) {
      const batch = own.slice(at, at + cuts);
      keys.push({ kind: 'changes', name: nameOfReplica(replica), from: batch[0]!.seq, to: batch.at(-1)!.seq });
    }
  }
  const read = (key: BlockKey) =>
    Promise.resolve(
      key.from === lost?.from
        ? null
        : changes.filter(
            (item) => nameOfReplica(item.replica) === key.name && item.seq >= key.from && item.seq <= key.to,
          ),
    );
  const found: Change[] = [];
  for await (const portion of readNewestFirst({ atHand, keys, read })) found.push(...portion);
  return found;
}

it('gives every change once, newest first', async () => {
  const times = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 1, max: 5 })), { maxLength: 80 });
  await fc.assert(
    fc.asyncProperty(
      times,
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 0, max: 9 }),
      async (steps, cuts, hand) => {
        const counts = new Map<string, number>();
        let clock = 0;
        const changes = steps.map(([replica, step]) => {
          const seq = (counts.get(replica) ?? 0) + 1;
          counts.set(replica, seq);
          clock += step;
          return change(replica, seq, clock);
        });
        const found = await readAll(changes, cuts, changes.slice(-hand));
        expect(found.map((item) => item.clock.milliseconds)).toEqual(
          [...changes].reverse().map((item) => item.clock.milliseconds),
        );
      },
    ),
    { numRuns: 60 },
  );
});

it('goes on behind a batch that no copy has', async () => {
  const changes = Array.from({ length: 12 }, (_, index) => change('a', index + 1, index + 1));
  const found = await readAll(changes, 3, [], { kind: 'changes', name: '', from: 4, to: 6 });
  expect(found.map((item) => item.seq)).toEqual([12, 11, 10, 9, 8, 7, 3, 2, 1]);
});
