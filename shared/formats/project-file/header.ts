/** The head of a project file: what it is, which version, and the wrapped key. Nothing in it tells of the content. */
import * as z from 'zod';
import { fail, succeed, type Result } from '#shared/basics/result.ts';
import type { Digest } from '#shared/formats/project-file/digest.ts';
import { climb, FORMAT_VERSION, STAIRCASE, type Staircase } from '#shared/formats/project-file/format-versions.ts';

/** Like PNG's: a high bit and both line ends, so that a transfer as text shows. */
const MAGIC = [0x89, 0x54, 0x52, 0x49, 0x41, 0x0d, 0x0a, 0x1a] as const;
const FIXED_BYTES = 16;
const CHECKSUM_BYTES = 32;
const LONGEST_HEADER_BYTES = 64 * 1024;

/** What a derivation may cost at most, in KiB times passes: some ten times what ours does. A file could ask for hours. */
const DEAREST_DERIVATION = 4 * 1024 * 1024;

export const derivationSchema = z
  .object({
    name: z.literal('argon2id'),
    salt: z.string().regex(/^([0-9a-f]{2}){8,64}$/),
    memoryKibibytes: z.number().int().min(8).max(1_048_576),
    iterations: z.number().int().min(1).max(100),
    parallelism: z.number().int().min(1).max(16),
  })
  .refine(({ memoryKibibytes, iterations }) => memoryKibibytes * iterations <= DEAREST_DERIVATION)
  .refine(({ memoryKibibytes, parallelism }) => memoryKibibytes >= 8 * parallelism);

const wrappedKeySchema = z.object({
  derivation: derivationSchema,
  /** Nonce and sealed secret (data key, name key), hexadecimal. */
  wrapped: z.string().regex(/^[0-9a-f]{184}$/),
});

export const headerSchema = z.object({
  projectId: z.string().regex(/^[a-z0-9]{16}$/),
  createdAt: z.string().max(40),
  /** Null for a project without passphrase. */
  key: wrappedKeySchema.nullable(),
  /** The same keys under the code of a recovery sheet; absent where none was made. */
  recovery: wrappedKeySchema.optional(),
  /** Set on a file that is no evaluation, but only what somebody had not seen of one: it is merged, never opened. */
  holds: z.literal('changes').optional(),
});
export type WrappedKey = z.infer<typeof wrappedKeySchema>;
export type ProjectHeader = z.infer<typeof headerSchema>;
export type KeyDerivation = z.infer<typeof derivationSchema>;

export type HeaderFailure = 'not-ours' | 'too-new' | 'damaged';

/** Writes the head of a project file. */
export function encodeHeader(digest: Digest, header: ProjectHeader): Uint8Array<ArrayBuffer> {
  const json = new TextEncoder().encode(JSON.stringify(header));
  const bytes = new Uint8Array(FIXED_BYTES + json.length + CHECKSUM_BYTES);
  const view = new DataView(bytes.buffer);
  bytes.set(MAGIC, 0);
  view.setUint16(8, FORMAT_VERSION, true);
  view.setUint32(12, json.length, true);
  bytes.set(json, FIXED_BYTES);
  bytes.set(digest(bytes.subarray(0, FIXED_BYTES + json.length)), FIXED_BYTES + json.length);
  return bytes;
}

/** Reads the head: shape first, then version, then up the stairs to today's version, then content. */
export function decodeHeader(
  digest: Digest,
  bytes: Uint8Array,
  stairs: Staircase = STAIRCASE,
): Result<{ readonly header: ProjectHeader; readonly lengthBytes: number }, HeaderFailure> {
  const shape = readShape(digest, bytes);
  if (!shape.ok) return shape;
  const { version, document, lengthBytes } = shape.value;
  const climbed = climb(stairs, version, document);
  if (!climbed.ok) return climbed;
  const parsed = headerSchema.safeParse(climbed.value);
  return parsed.success ? succeed({ header: parsed.data, lengthBytes }) : fail('damaged');
}

function readShape(
  digest: Digest,
  bytes: Uint8Array,
): Result<{ readonly version: number; readonly document: unknown; readonly lengthBytes: number }, HeaderFailure> {
  if (bytes.length < MAGIC.length || !MAGIC.every((byte, index) => bytes[index] === byte)) return fail('not-ours');
  if (bytes.length < FIXED_BYTES) return fail('damaged');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const version = view.getUint16(8, true);
  // Before the checksum: what follows the version is for the newer version to define.
  if (version > FORMAT_VERSION) return fail('too-new');
  const jsonEnd = FIXED_BYTES + view.getUint32(12, true);
  const lengthBytes = jsonEnd + CHECKSUM_BYTES;
  if (jsonEnd > LONGEST_HEADER_BYTES || lengthBytes > bytes.length) return fail('damaged');
  const expected = digest(bytes.subarray(0, jsonEnd));
  if (!expected.every((byte, index) => bytes[jsonEnd + index] === byte)) return fail('damaged');
  return succeed({ version, document: parseJson(bytes.subarray(FIXED_BYTES, jsonEnd)), lengthBytes });
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
}
