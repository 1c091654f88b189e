/** The app's own copy of a project: one Dexie database per copy of a project on this machine, sealed blocks only. */
import { Dexie, type Table } from 'dexie';
import { fail, succeed, type Result } from '#shared/basics/result.ts';
import type { DiskFailure } from '#shared/bridge/requests.ts';
import type { Block, BlockKey } from '#shared/formats/project-file/block.ts';
import { erasedBy, isErasable, withoutErased } from '#shared/formats/project-file/erasure.ts';
import { keyText, type BlockStore } from '#shared/formats/project-file/block-store.ts';

type BlockRow = BlockKey & { readonly key: string; readonly flags: number; readonly payload: Uint8Array };
/** The key of a row in the database; what it names is listed without loading the payloads. */
type KeyRow = readonly [key: string, kind: BlockKey['kind'], name: string, from: number, to: number];

/**
 * A database is of one project, one copy of its file, and one seal: blocks under another key are of no use together,
 * so setting or removing a passphrase makes a database of its own and then removes the other.
 */
export type DatabaseName = { readonly projectId: string; readonly copyKey: string; readonly sealTag: string };

const NAME = /^triangula-(?<project>[a-z0-9]{16})-(?<copy>.+)-(?<tag>[a-z0-9]+)$/u;

class ProjectTables extends Dexie {
  declare readonly blocks: Table<BlockRow, string>;
  declare readonly facts: Table<{ readonly name: string; readonly value: unknown }, string>;

  constructor(name: string) {
    super(name, { chromeTransactionDurability: 'strict' });
    this.version(1).stores({ blocks: 'key, [key+kind+name+from+to]', facts: 'name' });
  }
}

export type ProjectDatabase = BlockStore<DiskFailure> & {
  /** A small fact beside the blocks, such as this copy's replica id. */
  readonly readFact: (name: string) => Promise<unknown>;
  readonly writeFact: (name: string, value: unknown) => Promise<void>;
  /** Replaces the snapshot, of which there is at most one. */
  readonly writeSnapshot: (block: Block) => Promise<void>;
  readonly readSnapshot: () => Promise<Block | null>;
  /**
   * Makes the database anew with these blocks, its facts, and no snapshot. Rows that are only deleted stay readable on
   * the disk until Chromium tidies up; a database that is deleted as a whole is compacted at once.
   */
  readonly renew: (blocks: readonly Block[]) => Promise<Result<null, DiskFailure>>;
  /** Puts blocks in place of others, all at once: what compaction does. */
  readonly exchange: (removed: readonly BlockKey[], added: readonly Block[]) => Promise<Result<null, DiskFailure>>;
  readonly close: () => void;
  /** Removes the whole database. Only for tests and for who asked. */
  readonly destroy: () => Promise<void>;
};

/** Names of the databases of one copy, whichever project and seal they are of. */
export async function databasesOfCopy(copyKey: string): Promise<readonly DatabaseName[]> {
  const names = (await Dexie.getDatabaseNames()).map((name) => NAME.exec(name)?.groups);
  return names.flatMap((parts) =>
    parts?.['copy'] === copyKey
      ? [{ projectId: parts['project'] ?? '', copyKey, sealTag: parts['tag'] ?? '' } as const]
      : [],
  );
}

/** Opens (or makes) the database of one copy of a project. */
export async function openProjectDatabase({ projectId, copyKey, sealTag }: DatabaseName): Promise<ProjectDatabase> {
  const tables = new ProjectTables(`triangula-${projectId}-${copyKey}-${sealTag}`);
  await tables.open();
  const write = async (work: () => Promise<unknown>): Promise<Result<null, DiskFailure>> => {
    try {
      if (!tables.isOpen()) await reopen(tables);
      // `strict` waits for the disk, not for the system's cache: Saved has to mean saved.
      await tables.transaction('rw', tables.blocks, work);
      return succeed(null);
    } catch (error) {
      return databaseFailure(error);
    }
  };
  return {
    list: async () => {
      const keys = (await tables.blocks.orderBy('[key+kind+name+from+to]').keys()) as unknown as readonly KeyRow[];
      return keys.map(([, kind, name, from, to]) => ({ kind, name, from, to }));
    },
    read: async (key) => (await tables.blocks.get(keyText(key))) ?? null,
    append: (blocks) =>
      write(async () => {
        const erasures = blocks.some(isErasable) ? await keysOf(tables, 'erasure') : [];
        if (blocks.some(({ kind }) => kind === 'erasure')) await eraseNamed(tables, blocks);
        await tables.blocks.bulkPut(withoutErased(erasures, blocks).map(rowOf));
      }),
    erase: (keys) => write(() => tables.blocks.bulkDelete(keys.map(keyText))),
    exchange: (removed, added) =>
      write(async () => {
        await tables.blocks.bulkDelete(removed.map(keyText));
        await tables.blocks.bulkPut(added.map(rowOf));
      }),
    readFact: async (name) => (await tables.facts.get(name))?.value,
    writeFact: async (name, value) => {
      await tables.facts.put({ name, value });
    },
    writeSnapshot: async (block) => {
      await tables.facts.put({ name: 'snapshot', value: block });
    },
    renew: async (blocks) => {
      const facts = (await tables.facts.toArray()).filter(({ name }) => name !== 'snapshot');
      // Compaction reaches files of the level below only with the next one, which the other database brings about.
      const other = new ProjectTables(`${tables.name}-renewing`);
      await other.facts.bulkPut(facts);
      await tables.delete();
      await tables.open();
      await tables.facts.bulkPut(facts);
      const written = await write(() => tables.blocks.bulkPut(blocks.map(rowOf)));
      await other.delete();
      return written;
    },
    readSnapshot: async () => ((await tables.facts.get('snapshot'))?.value as Block | undefined) ?? null,
    close: () => tables.close(),
    destroy: () => tables.delete(),
  };
}

async function keysOf(tables: ProjectTables, ...wanted: readonly BlockKey['kind'][]): Promise<readonly BlockKey[]> {
  const keys = (await tables.blocks.orderBy('[key+kind+name+from+to]').keys()) as unknown as readonly KeyRow[];
  return keys.flatMap(([, kind, name, from, to]) => (wanted.includes(kind) ? [{ kind, name, from, to }] : []));
}

async function eraseNamed(tables: ProjectTables, erasures: readonly Block[]): Promise<void> {
  const isErased = erasedBy(erasures);
  const kept = await keysOf(tables, 'content', 'attachment', 'identities');
  await tables.blocks.bulkDelete(kept.filter(isErased).map(keyText));
}

/**
 * Chromium closes a database that it had trouble with, and may have emptied it. An emptied one must not pass for a
 * complete copy: it is refused, so that the screen says so, and filled from the file at the next opening.
 */
async function reopen(tables: ProjectTables): Promise<void> {
  await tables.open();
  if ((await tables.facts.get('replica')) !== undefined) return;
  tables.close();
  throw new Error('The database was emptied while it was open.');
}

function rowOf({ kind, name, from, to, flags, payload }: Block): BlockRow {
  // A copy: a payload cut out of a large file would drag the whole of it into the row.
  return { key: keyText({ kind, name, from, to }), kind, name, from, to, flags, payload: payload.slice() };
}

function databaseFailure(error: unknown): Result<null, DiskFailure> {
  const isFull = error instanceof Error && (error.name === 'QuotaExceededError' || /quota/iu.test(error.message));
  return fail({ code: isFull ? 'disk-full' : 'io-error', name: 'IndexedDB' });
}
