/** What window and search worker say to each other. */
import type { SearchFailure, SearchQuery } from '#shared/analysis/search.ts';

/** A hit in the text with this key. */
export type FoundPlace = { readonly key: string; readonly start: number; readonly end: number };

export type SearchAnswer = {
  readonly hits: readonly FoundPlace[];
  /** All hits, also those that are not listed. */
  readonly total: number;
  readonly failure: SearchFailure | null;
};

export type ToSearchWorker =
  | { readonly kind: 'text'; readonly key: string; readonly text: string }
  | { readonly kind: 'forget'; readonly key: string }
  | { readonly kind: 'search'; readonly id: number; readonly query: SearchQuery; readonly limit: number };

export type FromSearchWorker = { readonly id: number; readonly answer: SearchAnswer };
