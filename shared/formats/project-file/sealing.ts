/**
 * Sealing: AES-256-GCM under a random data key, which is wrapped by a key derived from the passphrase with Argon2id.
 * Changing the passphrase wraps anew and rewrites no block. Without a passphrase blocks are only packed.
 */
import { deflateSync, inflateSync } from 'fflate';
import { argon2id } from 'hash-wasm';
import type { RandomBytes } from '#shared/basics/ids.ts';
import { fail, succeed, type Result } from '#shared/basics/result.ts';
import {
  blockKinds,
  DEFLATED,
  fromHex,
  SEALED,
  toHex,
  type Block,
  type BlockKey,
} from '#shared/formats/project-file/block.ts';
import type { Digest } from '#shared/formats/project-file/digest.ts';
import type { ProjectHeader } from '#shared/formats/project-file/header.ts';

export type Keyring = {
  readonly projectId: string;
  /** Null for a project without passphrase. */
  readonly dataKey: CryptoKey | null;
  /** Makes the names of contents, so that nobody without the passphrase can tell which texts are inside. */
  readonly nameKey: Uint8Array;
};

export type DerivationCost = { readonly memoryKibibytes: number; readonly iterations: number };

/** About a second on a two-core laptop: dear enough for who guesses, bearable for who knows. */
export const DEFAULT_COST: DerivationCost = { memoryKibibytes: 96 * 1024, iterations: 4 };

const NONCE_BYTES = 12;
const KEY_BYTES = 32;
const SALT_BYTES = 16;
/** Smaller payloads are not worth packing. */
const SHORTEST_DEFLATED_BYTES = 200;
/** No block of ours is larger; a payload that claims to unpack to more is refused. */
const LARGEST_UNPACKED_BYTES = 1024 * 1024 * 1024;

/** Draws the keys of a new project and wraps them under the passphrase. */
export async function createKeyring(
  projectId: string,
  passphrase: string | null,
  randomBytes: RandomBytes,
  cost: DerivationCost = DEFAULT_COST,
): Promise<{ readonly keyring: Keyring; readonly key: ProjectHeader['key'] }> {
  if (passphrase === null) return { keyring: openKeyring(projectId), key: null };
  const secret = Uint8Array.from(randomBytes(KEY_BYTES * 2));
  const derivation = { name: 'argon2id' as const, salt: toHex(randomBytes(SALT_BYTES)), ...cost, parallelism: 1 };
  const nonce = Uint8Array.from(randomBytes(NONCE_BYTES));
  const wrapping = await deriveKey(passphrase, derivation);
  const sealed = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv: nonce, additionalData: wrapContext(projectId) },
    wrapping,
    secret,
  );
  const keyring = await sealedKeyring(projectId, secret);
  return { keyring, key: { derivation, wrapped: toHex(nonce) + toHex(new Uint8Array(sealed)) } };
}

/** Unwraps the keys; a wrong passphrase says that and nothing else. */
export async function unlock(
  header: ProjectHeader,
  passphrase: string | null,
): Promise<Result<Keyring, 'passphrase-needed' | 'wrong-passphrase'>> {
  if (!header.key) return succeed(openKeyring(header.projectId));
  if (passphrase === null) return fail('passphrase-needed');
  const wrapped = fromHex(header.key.wrapped);
  const wrapping = await deriveKey(passphrase, header.key.derivation);
  try {
    const iv = wrapped.slice(0, NONCE_BYTES);
    const parameters = { name: 'AES-GCM' as const, iv, additionalData: wrapContext(header.projectId) };
    const secret = await crypto.subtle.decrypt(parameters, wrapping, wrapped.slice(NONCE_BYTES));
    return succeed(await sealedKeyring(header.projectId, new Uint8Array(secret)));
  } catch {
    return fail('wrong-passphrase');
  }
}

/** Packs and seals a payload under its name. */
export async function sealBlock(
  keyring: Keyring,
  key: BlockKey,
  plain: Uint8Array,
  randomBytes: RandomBytes,
): Promise<Block> {
  const isDeflated = plain.length >= SHORTEST_DEFLATED_BYTES;
  const packed = isDeflated ? deflateSync(plain, { level: 6 }) : plain;
  const flags = (isDeflated ? DEFLATED : 0) | (keyring.dataKey ? SEALED : 0);
  if (!keyring.dataKey) return { ...key, flags, payload: packed };
  const nonce = Uint8Array.from(randomBytes(NONCE_BYTES));
  const parameters = { name: 'AES-GCM' as const, iv: nonce, additionalData: blockContext(keyring, key, flags) };
  const sealed = new Uint8Array(await crypto.subtle.encrypt(parameters, keyring.dataKey, packed));
  const payload = new Uint8Array(NONCE_BYTES + sealed.length);
  payload.set(nonce, 0);
  payload.set(sealed, NONCE_BYTES);
  return { ...key, flags, payload };
}

/** Opens a block; anything that was not sealed by this project under this name is refused. */
export async function openBlock(keyring: Keyring, block: Block): Promise<Result<Uint8Array, 'damaged'>> {
  const isSealed = (block.flags & SEALED) !== 0;
  // A plain block in a sealed project was put there by somebody else.
  if (isSealed !== (keyring.dataKey !== null)) return fail('damaged');
  try {
    const packed = keyring.dataKey ? await unsealPayload(keyring, keyring.dataKey, block) : block.payload;
    return succeed((block.flags & DEFLATED) === 0 ? packed : inflate(packed));
  } catch {
    return fail('damaged');
  }
}

/** The name under which a content stands, for those who hold the key. */
export function nameOfContent(digest: Digest, keyring: Keyring, hash: string): string {
  return toHex(digest(keyring.nameKey, new TextEncoder().encode(hash)).subarray(0, 16));
}

async function unsealPayload(keyring: Keyring, dataKey: CryptoKey, block: Block): Promise<Uint8Array> {
  const parameters = {
    name: 'AES-GCM' as const,
    iv: block.payload.slice(0, NONCE_BYTES),
    additionalData: blockContext(keyring, block, block.flags),
  };
  return new Uint8Array(await crypto.subtle.decrypt(parameters, dataKey, block.payload.subarray(NONCE_BYTES)));
}

function inflate(packed: Uint8Array): Uint8Array {
  const plain = inflateSync(packed);
  if (plain.length > LARGEST_UNPACKED_BYTES) throw new Error('Block unpacks to more than any of ours.');
  return plain;
}

function openKeyring(projectId: string): Keyring {
  return { projectId, dataKey: null, nameKey: new TextEncoder().encode(projectId) };
}

async function sealedKeyring(projectId: string, secret: Uint8Array): Promise<Keyring> {
  const dataKey = await crypto.subtle.importKey('raw', secret.slice(0, KEY_BYTES), 'AES-GCM', false, [
    'encrypt',
    'decrypt',
  ]);
  return { projectId, dataKey, nameKey: secret.slice(KEY_BYTES) };
}

async function deriveKey(
  passphrase: string,
  derivation: NonNullable<ProjectHeader['key']>['derivation'],
): Promise<CryptoKey> {
  const bytes = await argon2id({
    // The same words typed on another keyboard may arrive as other code points.
    password: passphrase.normalize('NFKC'),
    salt: fromHex(derivation.salt),
    iterations: derivation.iterations,
    parallelism: derivation.parallelism,
    memorySize: derivation.memoryKibibytes,
    hashLength: KEY_BYTES,
    outputType: 'binary',
  });
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

function wrapContext(projectId: string): Uint8Array {
  return new TextEncoder().encode(`triangula/1/key/${projectId}`);
}

function blockContext(keyring: Keyring, key: BlockKey, flags: number): Uint8Array {
  return new TextEncoder().encode(
    `triangula/1/${keyring.projectId}/${blockKinds[key.kind]}/${flags}/${key.name}/${key.from}/${key.to}`,
  );
}
