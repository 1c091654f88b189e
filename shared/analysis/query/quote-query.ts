/** A question to the codings: conditions joined by all, any and not, over codes, people, attributes, words and places. */
import * as z from 'zod';

const ids = z.array(z.string()).max(5_000);

/** How another coding stands to this one, in the same source. */
export const relations = ['overlaps', 'near', 'followed-by', 'same-segment', 'same-source'] as const;
export type Relation = (typeof relations)[number];

/** How far apart two passages may be to be near, or to follow each other: code units between their ends. */
export const NEAR_UNITS = 300;

export type QuoteQuery =
  | { readonly kind: 'all' | 'any'; readonly of: readonly QuoteQuery[] }
  | { readonly kind: 'not'; readonly of: QuoteQuery }
  /** With one of these codes; those below them are named by whoever asks. */
  | { readonly kind: 'code'; readonly codes: readonly string[] }
  | { readonly kind: 'direction' | 'method'; readonly values: readonly string[] }
  | { readonly kind: 'source' | 'coder'; readonly ids: readonly string[] }
  /** A dimension of the matrix: group, gender, language, place, intervention, `attribute:NAME`. */
  | { readonly kind: 'attribute'; readonly dimension: string; readonly values: readonly string[] }
  | { readonly kind: 'words' | 'memo'; readonly text: string }
  | { readonly kind: 'starred' | 'touched' }
  | { readonly kind: 'relation'; readonly relation: Relation; readonly codes: readonly string[] };

/** Deeper nesting is no question that a person asks. */
const DEEPEST = 12;

function schemaTo(depth: number): z.ZodType<QuoteQuery> {
  const text = z.string().max(1_000);
  const leaves = [
    z.object({ kind: z.literal('code'), codes: ids }),
    z.object({ kind: z.enum(['direction', 'method']), values: ids }),
    z.object({ kind: z.enum(['source', 'coder']), ids }),
    z.object({ kind: z.literal('attribute'), dimension: text, values: ids }),
    z.object({ kind: z.enum(['words', 'memo']), text }),
    z.object({ kind: z.enum(['starred', 'touched']) }),
    z.object({ kind: z.literal('relation'), relation: z.enum(relations), codes: ids }),
  ] as const;
  if (depth === 0) return z.union(leaves);
  const inner = z.lazy(() => schemaTo(depth - 1));
  return z.union([
    ...leaves,
    z.object({ kind: z.enum(['all', 'any']), of: z.array(inner).max(100) }),
    z.object({ kind: z.literal('not'), of: inner }),
  ]);
}

const querySchema = schemaTo(DEEPEST);

/** Writes a query down. */
export function writeQuery(query: QuoteQuery): string {
  return JSON.stringify(query);
}

/** Reads a query that was written down; null for what is none. */
export function readQuery(written: string): QuoteQuery | null {
  try {
    const parsed = querySchema.safeParse(JSON.parse(written));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
