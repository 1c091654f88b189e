/**
 * Erasures: small blocks that say that another block was erased for good, so that no older copy brings it back. Stores
 * and unions know them by their keys alone; nobody needs the passphrase for it.
 */
import { blockKinds, type Block, type BlockKey } from '#shared/formats/project-file/block.ts';

/** A list of identities has many versions under the first half of their names; they are erased together. */
const VAULT_DIGITS = 16;

/** The key of the erasure of a block. */
export function erasureOf(key: BlockKey): BlockKey {
  return { kind: 'erasure', name: erasedName(key), from: blockKinds[key.kind], to: 0 };
}

/** Says of a key whether these keys hold an erasure of it. */
export function erasedBy(keys: readonly BlockKey[]): (key: BlockKey) => boolean {
  const erased = new Set(keys.flatMap((key) => (key.kind === 'erasure' ? [`${key.from}/${key.name}`] : [])));
  if (erased.size === 0) return () => false;
  return (key) => isErasable(key) && erased.has(`${blockKinds[key.kind]}/${erasedName(key)}`);
}

/** Only these can be erased; changes are the log, of which nothing is ever lost. */
export function isErasable({ kind }: BlockKey): boolean {
  return kind === 'content' || kind === 'attachment' || kind === 'identities';
}

/** The blocks without those that an erasure among them or in `known` refuses. */
export function withoutErased<Item extends Block>(
  known: readonly BlockKey[],
  blocks: readonly Item[],
): readonly Item[] {
  const isErased = erasedBy([...known, ...blocks]);
  return blocks.filter((block) => !isErased(block));
}

function erasedName({ kind, name }: BlockKey): string {
  return kind === 'identities' ? name.slice(0, VAULT_DIGITS).padEnd(name.length, '0') : name;
}
