/** A named question to the quotes. It stays live: it answers with what fits when it is asked. */
import * as z from 'zod';
import type { Id } from '#shared/basics/ids.ts';
import type { PersonId } from '#shared/domain/team/person.ts';

export type QuoteSetId = Id<'quote-set'>;

export type QuoteSet = {
  readonly id: QuoteSetId;
  readonly name: string;
  /** The query as `writeQuery` wrote it. A text, so that withdrawn words in it are cut out like anywhere else. */
  readonly query: string;
  readonly by: PersonId;
  /** ISO time, for people to read. */
  readonly at: string;
};

export const quoteSetSchema = z.object({
  name: z.string().min(1).max(200),
  query: z.string().max(200_000),
  by: z.string(),
  at: z.string(),
});
