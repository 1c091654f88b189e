/** Edits of named sets of quotes, each a pure function to a draft of a change. */
import { drawId, type RandomBytes } from '#shared/basics/ids.ts';
import type { Draft } from '#shared/domain/change/change.ts';
import { removeOperation, setOperation } from '#shared/domain/change/fields.ts';
import type { QuoteSet, QuoteSetId } from '#shared/domain/quote-set/quote-set.ts';

/** Keeps a question under a name. */
export function addQuoteSet(
  input: Omit<QuoteSet, 'id'>,
  randomBytes: RandomBytes,
): { readonly id: QuoteSetId; readonly draft: Draft } {
  const id = drawId<'quote-set'>(randomBytes);
  return {
    id,
    draft: {
      label: { key: 'add-quote-set', values: { name: input.name } },
      ops: [setOperation('quote-set', id, input)],
    },
  };
}

/** Forgets the question; the quotes stay. */
export function removeQuoteSet({ id, name }: QuoteSet): Draft {
  return { label: { key: 'remove-quote-set', values: { name } }, ops: [removeOperation('quote-set', id)] };
}
