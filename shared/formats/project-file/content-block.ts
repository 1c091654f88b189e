/** A source's content as bytes, and the hash that names it. */
import * as z from 'zod';
import { fail, succeed, type Result } from '#shared/basics/result.ts';
import { columnRoles, type ContentHash, type SourceContent } from '#shared/domain/source/source-content.ts';
import { toHex } from '#shared/formats/project-file/block.ts';
import type { Digest } from '#shared/formats/project-file/digest.ts';

const segmentSchema = z.object({
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
  role: z.enum(['turn', 'answer', 'heading', 'page', 'furniture', 'note']),
  bodyStart: z.number().int().optional(),
  speaker: z.string().optional(),
  timeMilliseconds: z.number().optional(),
  question: z.string().optional(),
  respondent: z.string().optional(),
  page: z.number().int().optional(),
  level: z.number().int().optional(),
});

const contentSchema = z.object({
  text: z.string(),
  segments: z.array(segmentSchema),
  table: z
    .object({
      columns: z.array(
        z.object({
          name: z.string(),
          label: z.string(),
          role: z.enum(columnRoles),
          choices: z.record(z.string(), z.string()).optional(),
        }),
      ),
      respondents: z.array(z.string()),
      rows: z.array(z.array(z.string())),
    })
    .nullable(),
});

/** Writes a content as JSON in UTF-8. Lone surrogates survive, because JSON escapes them. */
export function encodeContent(content: SourceContent): Uint8Array<ArrayBuffer> {
  const { text, segments, table } = content;
  return new TextEncoder().encode(JSON.stringify({ text, segments, table }));
}

/** Reads a content back. */
export function decodeContent(bytes: Uint8Array): Result<SourceContent, 'damaged'> {
  try {
    const parsed = contentSchema.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
    return parsed.success ? succeed(parsed.data as SourceContent) : fail('damaged');
  } catch {
    return fail('damaged');
  }
}

/** The hash by which a content is addressed: SHA-256 of its bytes, hexadecimal. */
export function hashContent(digest: Digest, encoded: Uint8Array): ContentHash {
  return toHex(digest(encoded)) as ContentHash;
}
