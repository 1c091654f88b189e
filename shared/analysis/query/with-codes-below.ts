/** A query about codes is about what stands below them, too: also about codes that were made since it was written. */
import type { QuoteQuery } from '#shared/analysis/query/quote-query.ts';
import type { CodeId } from '#shared/domain/codebook/code.ts';
import type { Codebook } from '#shared/domain/codebook/codebook.ts';

/** The query with every code joined by those below it. */
export function withCodesBelow(query: QuoteQuery, codebook: Pick<Codebook, 'withDescendants'>): QuoteQuery {
  switch (query.kind) {
    case 'all':
    case 'any':
      return { ...query, of: query.of.map((part) => withCodesBelow(part, codebook)) };
    case 'not':
      return { ...query, of: withCodesBelow(query.of, codebook) };
    case 'code':
    case 'relation': {
      const codes = query.codes.flatMap((code) => codebook.withDescendants(code as CodeId));
      return { ...query, codes: [...new Set(codes)] };
    }
    default:
      return query;
  }
}
