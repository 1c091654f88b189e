/** What is searched for in the texts; kept while one is elsewhere. */
import { create } from 'zustand';

type TextSearchState = {
  readonly text: string;
  readonly isPattern: boolean;
  readonly wholeWords: boolean;
};

export const useTextSearch = create<TextSearchState>(() => ({ text: '', isPattern: false, wholeWords: false }));

/** Searches for something else, or in another way. */
export function searchTexts(change: Partial<TextSearchState>): void {
  useTextSearch.setState(change);
}
