/** The head of a project file: what it is, which version, and the wrapped key. Nothing in it tells of the content. */
import * as z from 'zod';
import { fail, succeed, type Result } from '#shared/basics/result.ts';
import type { Digest } from '#shared/formats/project-file/digest.ts';

/** Like PNG's: a high bit and both line ends, so that a transfer as text shows. */
const MAGIC = [0x89, 0x54, 0x52, 0x49, 0x41, 0x0d, 0x0a, 0x1a] as const;
export const FORMAT_VERSION = 1;
const FIXED_BYTES = 16;
const CHECKSUM_BYTES = 32;
const LONGEST_HEADER_BYTES = 64 * 1024;

const headerSchema = z.object({
  projectId: z.string().regex(/^[a-z0-9]{16}$/),
  createdAt: z.string(),
  /** Null for a project without passphrase. */
  key: z
    .object({
      derivation: z.object({
        name: z.literal('argon2id'),
        salt: z.string(),
        memoryKibibytes: z.number().int().min(8).max(4_194_304),
        iterations: z.number().int().min(1).max(100),
        parallelism: z.number().int().min(1).max(16),
      }),
      /** Nonce and sealed secret (data key, name key), hexadecimal. */
      wrapped: z.string(),
    })
    .nullable(),
});
export type ProjectHeader = z.infer<typeof headerSchema>;

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

/** Reads the head: shape first, then version, then content, each with its own refusal. */
export function decodeHeader(
  digest: Digest,
  bytes: Uint8Array,
): Result<{ readonly header: ProjectHeader; readonly lengthBytes: number }, HeaderFailure> {
  if (bytes.length < MAGIC.length || !MAGIC.every((byte, index) => bytes[index] === byte)) return fail('not-ours');
  if (bytes.length < FIXED_BYTES) return fail('damaged');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint16(8, true) > FORMAT_VERSION) return fail('too-new');
  const jsonEnd = FIXED_BYTES + view.getUint32(12, true);
  const lengthBytes = jsonEnd + CHECKSUM_BYTES;
  if (jsonEnd > LONGEST_HEADER_BYTES || lengthBytes > bytes.length) return fail('damaged');
  const expected = digest(bytes.subarray(0, jsonEnd));
  if (!expected.every((byte, index) => bytes[jsonEnd + index] === byte)) return fail('damaged');
  const parsed = headerSchema.safeParse(parseJson(bytes.subarray(FIXED_BYTES, jsonEnd)));
  return parsed.success ? succeed({ header: parsed.data, lengthBytes }) : fail('damaged');
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
}
