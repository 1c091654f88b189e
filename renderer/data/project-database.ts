/** The app's own copy of a project: one Dexie database per copy of a project on this machine, sealed blocks only. */
import { Dexie, type Table } from 'dexie';
import { fail, succeed, type Result } from '#shared/basics/result.ts';
import type { DiskFailure } from '#shared/bridge/requests.ts';
import type { Block, BlockKey } from '#shared/formats/project-file/block.ts';
import { keyText, type BlockStore } from '#shared/formats/project-file/block-store.ts';

type BlockRow = BlockKey & { readonly key: string; readonly flags: number; readonly payload: Uint8Array };
/** The key of a row in the database; what it names is listed without loading the payloads. */
type KeyRow = readonly [key: string, kind: BlockKey['kind'], name: string, from: number, to: number];

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
  readonly close: () => void;
  /** Removes the whole database. Only for tests and for who asked. */
  readonly destroy: () => Promise<void>;
};

/** Opens (or makes) the database of one copy of a project. */
export async function openProjectDatabase(projectId: string, copyKey: string): Promise<ProjectDatabase> {
  const tables = new ProjectTables(`triangula-${projectId}-${copyKey}`);
  await tables.open();
  return {
    list: async () => {
      const keys = (await tables.blocks.orderBy('[key+kind+name+from+to]').keys()) as unknown as readonly KeyRow[];
      return keys.map(([, kind, name, from, to]) => ({ kind, name, from, to }));
    },
    read: async (key) => (await tables.blocks.get(keyText(key))) ?? null,
    append: async (blocks) => {
      try {
        // `strict` waits for the disk, not for the system's cache: Saved has to mean saved.
        await tables.transaction('rw', tables.blocks, async () => {
          await tables.blocks.bulkPut(blocks.map((block) => ({ ...block, key: keyText(block) })));
        });
        return succeed(null);
      } catch (error) {
        return databaseFailure(error);
      }
    },
    readFact: async (name) => (await tables.facts.get(name))?.value,
    writeFact: async (name, value) => {
      await tables.facts.put({ name, value });
    },
    writeSnapshot: async (block) => {
      await tables.facts.put({ name: 'snapshot', value: block });
    },
    readSnapshot: async () => ((await tables.facts.get('snapshot'))?.value as Block | undefined) ?? null,
    close: () => tables.close(),
    destroy: () => tables.delete(),
  };
}

function databaseFailure(error: unknown): Result<null, DiskFailure> {
  const isFull = error instanceof Error && (error.name === 'QuotaExceededError' || /quota/iu.test(error.message));
  return fail({ code: isFull ? 'disk-full' : 'io-error', name: 'IndexedDB' });
}
