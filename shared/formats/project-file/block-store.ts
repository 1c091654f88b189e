/** Where blocks are kept: the project file and the app's database both are block stores, held to one contract. */
import type { Result } from '#shared/basics/result.ts';
import type { Block, BlockKey } from '#shared/formats/project-file/block.ts';

export type BlockStore<Failure> = {
  /** All blocks that are there, without their payloads. */
  readonly list: () => Promise<readonly BlockKey[]>;
  /** One block, null when it is not there. */
  readonly read: (key: BlockKey) => Promise<Block | null>;
  /**
   * Keeps blocks, in order, all or none. What is already there stays as it is. What was
   * erased is not taken, and an erasure takes away what it names.
   */
  readonly append: (blocks: readonly Block[]) => Promise<Result<null, Failure>>;
  /** Removes blocks, all or none, and leaves no byte of them. Only for what must not be kept: see `erasure.ts`. */
  readonly erase: (keys: readonly BlockKey[]) => Promise<Result<null, Failure>>;
};

/** One string for a key, to compare stores by. */
export function keyText(key: BlockKey): string {
  return `${key.kind}/${key.name}/${key.from}-${key.to}`;
}
