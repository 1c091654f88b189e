/** One contract for every block store, run on the database, on the project file and on the stand-in that tests use. */
import 'fake-indexeddb/auto';
import { beforeAll, describe, expect, test } from 'vitest';
import { succeed } from '#shared/basics/result.ts';
import type { DiskFailure } from '#shared/bridge/requests.ts';
import type { Block } from '#shared/formats/project-file/block.ts';
import { keyText, type BlockStore } from '#shared/formats/project-file/block-store.ts';
import { erasureOf } from '#shared/formats/project-file/erasure.ts';
import { loadDigest, type Digest } from '#shared/formats/project-file/digest.ts';
import { readProjectFile, writeNewProjectFile } from '#shared/formats/project-file/project-file.ts';
import { uniteStores } from '#shared/formats/project-file/unite-stores.ts';
import { openProjectDatabase } from '#renderer/data/project-database.ts';
import { memoryAccess } from '#tests/support/memory-access.ts';

type Opened = { readonly store: BlockStore<DiskFailure>; readonly reopen: () => Promise<BlockStore<DiskFailure>> };

let digest: Digest;
beforeAll(async () => {
  digest = await loadDigest();
});

const batch = (from: number, to: number, name = 'a'): Block => ({
  kind: 'changes',
  name: name.repeat(32),
  from,
  to,
  flags: 0,
  payload: Uint8Array.from([from, to, 0x54, 0x52, 0x46, 0x1e]),
});
const content = (name: string): Block => ({
  kind: 'content',
  name: name.repeat(32),
  from: 0,
  to: 0,
  flags: 0,
  payload: Uint8Array.from([9]),
});

let copies = 0;
async function openDatabase(): Promise<Opened> {
  copies += 1;
  const name = { projectId: 'p'.repeat(16), copyKey: `copy${copies}`, sealTag: 'open' };
  const store = await openProjectDatabase(name);
  return { store, reopen: async () => (store.close(), openProjectDatabase(name)) };
}

async function openFile(): Promise<Opened> {
  const { access, bytes } = memoryAccess<DiskFailure>();
  const header = { projectId: 'p'.repeat(16), createdAt: '', key: null };
  const written = await writeNewProjectFile(access, digest, header, []);
  if (!written.ok) throw new Error('not written');
  const reopen = () => {
    const read = readProjectFile(access, digest, bytes());
    if (!read.ok) throw new Error(read.failure);
    return Promise.resolve(read.value);
  };
  return { store: written.value, reopen };
}

describe.each([
  ['the database', openDatabase],
  ['the project file', openFile],
])('%s', (_name, open) => {
  test('gives back what was appended, also after reopening', async () => {
    const { store, reopen } = await open();
    expect(await store.list()).toEqual([]);
    expect(await store.append([batch(1, 2), content('c')])).toEqual(succeed(null));
    expect(await store.append([batch(3, 3)])).toEqual(succeed(null));
    for (const open of [() => store, reopen]) {
      const opened = await open();
      const keys = (await opened.list()).map((key) => `${key.kind} ${key.from}-${key.to}`).sort();
      expect(keys).toEqual(['changes 1-2', 'changes 3-3', 'content 0-0']);
      expect(await opened.read(batch(1, 2))).toMatchObject(batch(1, 2));
      expect(await opened.read(batch(7, 7))).toBeNull();
    }
  });

  test('erases for good what it is told to, and leaves the rest as it was', async () => {
    const { store, reopen } = await open();
    await store.append([batch(1, 1), content('c'), batch(2, 2), content('d')]);
    expect(await store.erase([content('c'), batch(9, 9)])).toEqual(succeed(null));
    expect(await store.append([batch(3, 3)])).toEqual(succeed(null));
    for (const look of [() => Promise.resolve(store), reopen]) {
      const opened = await look();
      expect(await opened.read(content('c'))).toBeNull();
      expect((await opened.list()).map(keyText).sort()).toEqual(
        [batch(1, 1), batch(2, 2), batch(3, 3), content('d')].map(keyText).sort(),
      );
    }
  });

  test('takes the same block twice and keeps it once', async () => {
    const { store, reopen } = await open();
    await store.append([batch(1, 1)]);
    await store.append([batch(1, 1), batch(2, 2)]);
    expect(await (await reopen()).list()).toHaveLength(2);
  });
});

describe('identities', () => {
  test('are erased as a list, with versions that are still to come, and no other list', async () => {
    const version = (name: string): Block => ({ ...content('0'), kind: 'identities', name });
    const [mine, later, theirs] = [
      `${'a'.repeat(16)}${'1'.repeat(16)}`,
      `${'a'.repeat(16)}${'2'.repeat(16)}`,
      'b'.repeat(32),
    ];
    const { store } = await openFile();
    await store.append([version(mine), version(theirs)]);
    await store.append([{ ...content('0'), ...erasureOf(version(mine)) }, version(later)]);
    expect(await store.read(version(mine))).toBeNull();
    expect(await store.read(version(later))).toBeNull();
    expect(await store.read(version(theirs))).not.toBeNull();
  });
});

describe('the union of two stores', () => {
  test('erases in both what was erased in either, and never brings it back', async () => {
    for (const openFirst of [openDatabase, openFile]) {
      const first = await openFirst();
      const second = await openFile();
      await first.store.append([batch(1, 1), content('c'), content('d')]);
      await second.store.append([batch(1, 1), content('c')]);
      await first.store.erase([content('c')]);
      await first.store.append([{ ...content('c'), ...erasureOf(content('c')) }]);
      for (const [one, other] of [
        [first, second],
        [second, first],
      ] as const) {
        const united = await uniteStores(one.store, other.store);
        expect(united.keys.map(keyText).filter((key) => key.startsWith('content'))).toEqual([keyText(content('d'))]);
        expect(await one.store.read(content('c'))).toBeNull();
        expect(await other.store.read(content('c'))).toBeNull();
      }
      await second.store.append([content('c')]);
      expect(await (await second.reopen()).read(content('c'))).toBeNull();
    }
  });

  test('gives each what only the other has; an empty store never empties the other', async () => {
    const full = await openFile();
    await full.store.append([batch(1, 1), batch(2, 4), content('c')]);
    const empty = await openDatabase();
    const united = await uniteStores(empty.store, full.store);
    expect(united).toMatchObject({ toFirst: 3, toSecond: 0, firstFailure: null, secondFailure: null });
    expect(await empty.store.list()).toHaveLength(3);
    expect(await full.store.list()).toHaveLength(3);
  });

  test('compares changes by number, however they are cut into batches', async () => {
    const first = await openFile();
    const second = await openDatabase();
    await first.store.append([batch(1, 4), batch(1, 1, 'b')]);
    await second.store.append([batch(1, 2), batch(3, 4), batch(5, 5)]);
    const united = await uniteStores(first.store, second.store);
    expect(united.toFirst).toBe(1);
    expect(united.toSecond).toBe(1);
    const after = await uniteStores(first.store, second.store);
    expect([after.toFirst, after.toSecond]).toEqual([0, 0]);
  });
});

test('a database that was emptied while it was open does not pass for a copy', async () => {
  const name = { projectId: 'p'.repeat(16), copyKey: 'emptied', sealTag: 'open' };
  const database = await openProjectDatabase(name);
  await database.writeFact('replica', 'r');
  await database.append([batch(1, 1)]);
  database.close();
  // Closed by trouble: opened again and whole, it goes on.
  expect(await database.append([batch(2, 2)])).toEqual(succeed(null));
  expect(await database.list()).toHaveLength(2);
  database.close();
  await (await openProjectDatabase(name)).destroy();
  expect(await database.append([batch(3, 3)])).toMatchObject({ ok: false, failure: { code: 'io-error' } });
});
