/**
 * Sealing: AES-256-GCM under a random data key, which is wrapped by a key derived from the passphrase with Argon2id.
 * Changing the passphrase wraps anew and rewrites no block. Without a passphrase blocks are only packed.
 */
import { deflateSync } from 'fflate';
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
import { inflateWithin } from '#shared/formats/project-file/inflate-within.ts';
import type { KeyDerivation, ProjectHeader, WrappedKey } from '#shared/formats/project-file/header.ts';
import { readRecoveryCode } from '#shared/formats/project-file/recovery-code.ts';

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

/** No block of ours is larger; a payload that unpacks to more is refused before it fills the memory. */
const LARGEST_UNPACKED_BYTES = 256 * 1024 * 1024;

/** Stretches a passphrase to the bytes of a key. It takes a second or so: the window does it in a worker. */
export type DeriveKey = (passphrase: string, derivation: KeyDerivation) => Promise<Uint8Array>;

/** Draws the keys of a new project and wraps them under the passphrase. */
export async function createKeyring(
  projectId: string,
  passphrase: string | null,
  randomBytes: RandomBytes,
  options: { readonly cost?: DerivationCost; readonly derive?: DeriveKey } = {},
): Promise<{ readonly keyring: Keyring; readonly key: ProjectHeader['key'] }> {
  if (passphrase === null) return { keyring: openKeyring(projectId), key: null };
  const secret = Uint8Array.from(randomBytes(KEY_BYTES * 2));
  const key = await wrapSecret(projectId, secret, passphrase, randomBytes, options);
  return { keyring: await sealedKeyring(projectId, secret), key };
}

/** Unwraps the keys; a wrong passphrase says that and nothing else. */
export async function unlock(
  header: ProjectHeader,
  passphrase: string | null,
  derive: DeriveKey = deriveInPlace,
): Promise<Result<Keyring, 'passphrase-needed' | 'wrong-passphrase'>> {
  if (!header.key) return succeed(openKeyring(header.projectId));
  const secret = await unwrapSecret(header, passphrase, derive);
  return secret.ok ? succeed(await sealedKeyring(header.projectId, secret.value)) : secret;
}

/** Wraps the same keys under another passphrase: nothing but the head changes. */
export async function changePassphrase(
  header: ProjectHeader,
  passphrases: { readonly present: string; readonly next: string },
  randomBytes: RandomBytes,
  options: { readonly cost?: DerivationCost; readonly derive?: DeriveKey } = {},
): Promise<Result<ProjectHeader, 'passphrase-needed' | 'wrong-passphrase'>> {
  const secret = await unwrapSecret(header, passphrases.present, options.derive ?? deriveInPlace);
  if (!secret.ok) return secret;
  const key = await wrapSecret(header.projectId, secret.value, passphrases.next, randomBytes, options);
  return succeed({ ...header, key });
}

/** Wraps the same keys under the code of a recovery sheet, in place of an earlier one: that sheet opens nothing more. */
export async function addRecovery(
  header: ProjectHeader,
  words: { readonly passphrase: string; readonly code: string },
  randomBytes: RandomBytes,
  options: { readonly cost?: DerivationCost; readonly derive?: DeriveKey } = {},
): Promise<Result<ProjectHeader, 'passphrase-needed' | 'wrong-passphrase'>> {
  const secret = await unwrapSecret(header, words.passphrase, options.derive ?? deriveInPlace);
  if (!secret.ok) return secret;
  const code = readRecoveryCode(words.code) ?? words.code;
  const context = recoveryContext(header.projectId);
  const recovery = await wrapSecret(header.projectId, secret.value, code, randomBytes, { ...options, context });
  return succeed({ ...header, recovery });
}

async function wrapSecret(
  projectId: string,
  secret: Uint8Array<ArrayBuffer>,
  passphrase: string,
  randomBytes: RandomBytes,
  {
    context = wrapContext(projectId),
    cost = DEFAULT_COST,
    derive = deriveInPlace,
  }: { readonly cost?: DerivationCost; readonly derive?: DeriveKey; readonly context?: Uint8Array },
): Promise<WrappedKey> {
  const derivation = { name: 'argon2id' as const, salt: toHex(randomBytes(SALT_BYTES)), ...cost, parallelism: 1 };
  const iv = Uint8Array.from(randomBytes(NONCE_BYTES));
  const wrapping = await importKey(await derive(passphrase, derivation));
  const parameters = { name: 'AES-GCM' as const, iv, additionalData: context };
  const sealed = await crypto.subtle.encrypt(parameters, wrapping, secret);
  return { derivation, wrapped: toHex(iv) + toHex(new Uint8Array(sealed)) };
}

async function unwrapSecret(
  { key, recovery, projectId }: ProjectHeader,
  passphrase: string | null,
  derive: DeriveKey,
): Promise<Result<Uint8Array<ArrayBuffer>, 'passphrase-needed' | 'wrong-passphrase'>> {
  if (passphrase === null || !key) return fail('passphrase-needed');
  const byPassphrase = await openWrapped(key, passphrase, wrapContext(projectId), derive);
  if (byPassphrase) return succeed(byPassphrase);
  const code = recovery && readRecoveryCode(passphrase);
  const byCode = code ? await openWrapped(recovery, code, recoveryContext(projectId), derive) : null;
  return byCode ? succeed(byCode) : fail('wrong-passphrase');
}

/** The keys inside; null when these are not the words that they were wrapped under. */
async function openWrapped(
  { wrapped: hex, derivation }: WrappedKey,
  words: string,
  additionalData: Uint8Array,
  derive: DeriveKey,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const wrapped = fromHex(hex);
  const wrapping = await importKey(await derive(words, derivation));
  try {
    const parameters = { name: 'AES-GCM' as const, iv: wrapped.slice(0, NONCE_BYTES), additionalData };
    return new Uint8Array(await crypto.subtle.decrypt(parameters, wrapping, wrapped.slice(NONCE_BYTES)));
  } catch {
    return null;
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
    return succeed((block.flags & DEFLATED) === 0 ? packed : inflateWithin(packed, LARGEST_UNPACKED_BYTES));
  } catch {
    return fail('damaged');
  }
}

/** Tells blocks under one key from those under another; `open` without passphrase. Says nothing of the key. */
export function sealTag(digest: Digest, { dataKey, nameKey }: Keyring): string {
  if (!dataKey) return OPEN_TAG;
  return toHex(digest(new TextEncoder().encode('triangula/1/tag'), nameKey).subarray(0, 8));
}

export const OPEN_TAG = 'open';

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

/** The keyring of a project without passphrase. */
export function openKeyring(projectId: string): Keyring {
  return { projectId, dataKey: null, nameKey: new TextEncoder().encode(projectId) };
}

async function sealedKeyring(projectId: string, secret: Uint8Array): Promise<Keyring> {
  return { projectId, dataKey: await importKey(secret.slice(0, KEY_BYTES)), nameKey: secret.slice(KEY_BYTES) };
}

function importKey(bytes: Uint8Array): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', Uint8Array.from(bytes), 'AES-GCM', false, ['encrypt', 'decrypt']);
}

/** Derives on this very thread. */
export function deriveInPlace(passphrase: string, derivation: KeyDerivation): Promise<Uint8Array> {
  return argon2id({
    // The same words typed on another keyboard may arrive as other code points.
    password: passphrase.normalize('NFKC'),
    salt: fromHex(derivation.salt),
    iterations: derivation.iterations,
    parallelism: derivation.parallelism,
    memorySize: derivation.memoryKibibytes,
    hashLength: KEY_BYTES,
    outputType: 'binary',
  });
}

function wrapContext(projectId: string): Uint8Array {
  return new TextEncoder().encode(`triangula/1/key/${projectId}`);
}

/** Another than that of the passphrase, so that neither can be put in the other's place. */
function recoveryContext(projectId: string): Uint8Array {
  return new TextEncoder().encode(`triangula/1/recovery/${projectId}`);
}

function blockContext(keyring: Keyring, key: BlockKey, flags: number): Uint8Array {
  return new TextEncoder().encode(
    `triangula/1/${keyring.projectId}/${blockKinds[key.kind]}/${flags}/${key.name}/${key.from}/${key.to}`,
  );
}
