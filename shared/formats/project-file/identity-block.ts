/**
 * The list of identities as a block: sealed with a key of its own, which is wrapped under a passphrase of its own. The
 * project's seal lies around it, so that without the project's passphrase nobody even sees when it was written.
 */
import * as z from 'zod';
import type { RandomBytes } from '#shared/basics/ids.ts';
import { fail, succeed, type Result } from '#shared/basics/result.ts';
import type { ClockReading } from '#shared/domain/change/clock.ts';
import { identityListSchema, type IdentityList } from '#shared/domain/participant/identity.ts';
import { fromHex, toHex, type Block, type BlockKey } from '#shared/formats/project-file/block.ts';
import { derivationSchema } from '#shared/formats/project-file/header.ts';
import {
  DEFAULT_COST,
  deriveInPlace,
  openBlock,
  sealBlock,
  type DerivationCost,
  type DeriveKey,
  type Keyring,
} from '#shared/formats/project-file/sealing.ts';

const KEY_BYTES = 32;
const SALT_BYTES = 16;
const NONCE_BYTES = 12;
const NAME_HALF_BYTES = 8;
const hex = z.string().regex(/^([0-9a-f]{2})*$/);

const envelopeSchema = z.object({
  /** Of when this version was written; the latest is the one whose passphrase counts. */
  clock: z.object({ milliseconds: z.number(), count: z.number().int() }),
  derivation: derivationSchema,
  /** Nonce and sealed vault key. */
  wrapped: hex,
  /** Nonce and sealed entries. */
  entries: hex,
});
type Wrapping = Pick<z.infer<typeof envelopeSchema>, 'derivation' | 'wrapped'>;

/** A version of a list, its outer seal opened; what is in it still needs the list's own passphrase. */
export type LockedVault = {
  readonly key: BlockKey;
  /** The list that it is a version of. */
  readonly vault: string;
  readonly clock: ClockReading;
  readonly envelope: z.infer<typeof envelopeSchema>;
};

/** What opens and writes one list. Only in memory, only while it is unlocked. */
export type VaultKey = { readonly vault: string; readonly secret: CryptoKey; readonly wrapping: Wrapping };

type DeriveOptions = { readonly cost?: DerivationCost; readonly derive?: DeriveKey };

/** Draws the key of a new list. */
export async function createVaultKey(
  projectId: string,
  passphrase: string,
  randomBytes: RandomBytes,
  options: DeriveOptions = {},
): Promise<VaultKey> {
  const vault = toHex(randomBytes(NAME_HALF_BYTES));
  const secret = Uint8Array.from(randomBytes(KEY_BYTES));
  const wrapping = await wrap(projectId, vault, secret, passphrase, randomBytes, options);
  return { vault, secret: await importKey(secret, true), wrapping };
}

/** Opens a list with its passphrase; a wrong one says that and nothing else. */
export async function unlockVault(
  projectId: string,
  { vault, envelope }: LockedVault,
  passphrase: string,
  derive: DeriveKey = deriveInPlace,
): Promise<Result<VaultKey, 'wrong-passphrase'>> {
  const wrapping = await importKey(await derive(passphrase, envelope.derivation));
  const secret = await unseal(wrapping, envelope.wrapped, contextOf(projectId, vault, 'key'));
  if (!secret) return fail('wrong-passphrase');
  const { derivation, wrapped } = envelope;
  return succeed({ vault, secret: await importKey(secret, true), wrapping: { derivation, wrapped } });
}

/** The same list under another passphrase. */
export async function rewrapVault(
  projectId: string,
  { vault, secret }: VaultKey,
  passphrase: string,
  randomBytes: RandomBytes,
  options: DeriveOptions = {},
): Promise<VaultKey> {
  const raw = new Uint8Array(await crypto.subtle.exportKey('raw', secret));
  return { vault, secret, wrapping: await wrap(projectId, vault, raw, passphrase, randomBytes, options) };
}

/** Seals a version of a list as a block. */
export async function sealIdentities(
  keyring: Keyring,
  { vault, secret, wrapping }: VaultKey,
  version: { readonly list: IdentityList; readonly clock: ClockReading },
  randomBytes: RandomBytes,
): Promise<Block> {
  const plain = new TextEncoder().encode(JSON.stringify(version.list));
  const entries = await seal(secret, plain, contextOf(keyring.projectId, vault, 'entries'), randomBytes);
  const envelope = { clock: version.clock, ...wrapping, entries };
  const key: BlockKey = { kind: 'identities', name: vault + toHex(randomBytes(NAME_HALF_BYTES)), from: 0, to: 0 };
  return sealBlock(keyring, key, new TextEncoder().encode(JSON.stringify(envelope)), randomBytes);
}

/** Opens the outer seal. */
export async function openVault(keyring: Keyring, block: Block): Promise<Result<LockedVault, 'damaged'>> {
  const plain = await openBlock(keyring, block);
  if (!plain.ok) return plain;
  const parsed = envelopeSchema.safeParse(parseJson(plain.value));
  if (!parsed.success) return fail('damaged');
  const { kind, name, from, to } = block;
  const envelope = parsed.data;
  return succeed({ key: { kind, name, from, to }, vault: vaultOf(block), clock: envelope.clock, envelope });
}

/** Opens the entries with the list's own key. */
export async function openIdentities(
  projectId: string,
  { secret, vault }: VaultKey,
  { envelope }: LockedVault,
): Promise<Result<IdentityList, 'damaged'>> {
  const plain = await unseal(secret, envelope.entries, contextOf(projectId, vault, 'entries'));
  const parsed = plain && identityListSchema.safeParse(parseJson(plain));
  return parsed?.success ? succeed(parsed.data as unknown as IdentityList) : fail('damaged');
}

/** The list that a block is a version of. */
function vaultOf({ name }: BlockKey): string {
  return name.slice(0, NAME_HALF_BYTES * 2);
}

async function wrap(
  projectId: string,
  vault: string,
  secret: Uint8Array<ArrayBuffer>,
  passphrase: string,
  randomBytes: RandomBytes,
  { cost = DEFAULT_COST, derive = deriveInPlace }: DeriveOptions,
): Promise<Wrapping> {
  const derivation = { name: 'argon2id' as const, salt: toHex(randomBytes(SALT_BYTES)), ...cost, parallelism: 1 };
  const wrapping = await importKey(await derive(passphrase, derivation));
  return { derivation, wrapped: await seal(wrapping, secret, contextOf(projectId, vault, 'key'), randomBytes) };
}

async function seal(
  key: CryptoKey,
  plain: Uint8Array<ArrayBuffer>,
  additionalData: Uint8Array<ArrayBuffer>,
  randomBytes: RandomBytes,
): Promise<string> {
  const iv = Uint8Array.from(randomBytes(NONCE_BYTES));
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, plain);
  return toHex(iv) + toHex(new Uint8Array(sealed));
}

async function unseal(
  key: CryptoKey,
  sealed: string,
  additionalData: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const bytes = fromHex(sealed);
  try {
    const parameters = { name: 'AES-GCM' as const, iv: bytes.slice(0, NONCE_BYTES), additionalData };
    return new Uint8Array(await crypto.subtle.decrypt(parameters, key, bytes.slice(NONCE_BYTES)));
  } catch {
    return null;
  }
}

function importKey(bytes: Uint8Array, isExtractable = false): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', Uint8Array.from(bytes), 'AES-GCM', isExtractable, ['encrypt', 'decrypt']);
}

function contextOf(projectId: string, vault: string, what: 'key' | 'entries'): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`triangula/1/identities/${projectId}/${vault}/${what}`);
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
}
