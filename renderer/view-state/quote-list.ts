/** What the list of quotes shows: the question, the order, the groups; kept while one is elsewhere. */
import { create } from 'zustand';
import type { QuoteQuery } from '#shared/analysis/query/quote-query.ts';
import type { CodingId } from '#shared/domain/coding/coding.ts';

export const quoteSorts = ['place', 'quote', 'code', 'direction', 'coder', 'participant', 'memo', 'date'] as const;
export type QuoteSort = (typeof quoteSorts)[number];
export const quoteGroupings = ['none', 'code', 'source', 'method', 'direction', 'coder', 'group'] as const;
export type QuoteGrouping = (typeof quoteGroupings)[number];

/** Conditions side by side: all of them, or any. */
export type QuoteConditions = { readonly kind: 'all' | 'any'; readonly of: readonly QuoteQuery[] };

type QuoteList = {
  readonly conditions: QuoteConditions;
  readonly sort: QuoteSort;
  readonly isDescending: boolean;
  readonly grouping: QuoteGrouping;
  readonly ticked: ReadonlySet<CodingId>;
  /** The quote that the keyboard is at. */
  readonly active: CodingId | null;
};

const START: QuoteList = {
  conditions: { kind: 'all', of: [] },
  sort: 'place',
  isDescending: false,
  grouping: 'none',
  ticked: new Set(),
  active: null,
};

export const useQuoteList = create<QuoteList>(() => START);

/** Asks another question; what was ticked under the old one is ticked no more. */
export function askQuotes(conditions: QuoteConditions): void {
  useQuoteList.setState({ conditions, ticked: new Set() });
}

/** Orders by a column; once more turns it round. */
export function sortQuotes(sort: QuoteSort): void {
  useQuoteList.setState((state) => ({ sort, isDescending: state.sort === sort && !state.isDescending }));
}

/** Groups the rows. */
export function groupQuotes(grouping: QuoteGrouping): void {
  useQuoteList.setState({ grouping });
}

/** Ticks quotes, or unticks them. */
export function tickQuotes(ids: readonly CodingId[], isTicked: boolean): void {
  useQuoteList.setState(({ ticked }) => {
    const next = new Set(ticked);
    for (const id of ids) {
      if (isTicked) next.add(id);
      else next.delete(id);
    }
    return { ticked: next };
  });
}

/** Goes to a quote. */
export function pointAtQuote(active: CodingId | null): void {
  useQuoteList.setState({ active });
}

/** Another evaluation is open. */
export function resetQuotes(): void {
  useQuoteList.setState(START);
}
