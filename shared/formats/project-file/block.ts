/** A block: one sealed piece of a project (a batch of changes, a content), the same bytes in the file and in the app's database. */
import type { ReplicaId } from '#shared/domain/change/change.ts';

export const blockKinds = { changes: 1, snapshot: 2, content: 3, attachment: 4, identities: 5, erasure: 6 } as const;
export type BlockKind = keyof typeof blockKinds;

/** What is inside the payload, as bits. */
export const DEFLATED = 1;
export const SEALED = 2;

/**
 * Name of 32 hexadecimal digits: for changes the replica, for contents a keyed hash that says nothing to outsiders, for
 * identities 16 of the list and 16 of the version, for erasures that of the erased.
 */
export type BlockName = string;

export type BlockKey = {
  readonly kind: BlockKind;
  readonly name: BlockName;
  /** First and last change of a batch; `from` is the kind of what an erasure erased; 0 for other kinds. */
  readonly from: number;
  readonly to: number;
};

export type Block = BlockKey & { readonly flags: number; readonly payload: Uint8Array };

const encoder = new TextEncoder();

/** The name of batches of a replica: its 16 characters as hexadecimal. */
export function nameOfReplica(replica: ReplicaId): BlockName {
  return toHex(encoder.encode(replica).slice(0, 16));
}

/** The replica that a batch's name stands for. */
export function replicaOfName(name: BlockName): ReplicaId {
  return String.fromCharCode(...fromHex(name)) as ReplicaId;
}

/** Bytes as lower-case hexadecimal. */
export function toHex(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += byte.toString(16).padStart(2, '0');
  return text;
}

/** Hexadecimal as bytes; the caller knows that it is well formed. */
export function fromHex(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length / 2);
  for (let index = 0; index < bytes.length; index += 1)
    bytes[index] = Number.parseInt(text.slice(index * 2, index * 2 + 2), 16);
  return bytes;
}
