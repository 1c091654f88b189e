/** Finds words to replace in texts and makes edits of the places that somebody ticked. Pure. */
import { foldText } from '#shared/analysis/fold-text.ts';
import type { Stretch } from '#shared/analysis/pattern/run-pattern.ts';
import { findAll, prepareSearch } from '#shared/analysis/search.ts';
import type { TextEdit } from '#shared/domain/revision/revise-content.ts';

export type ReplaceQuery = {
  readonly find: string;
  /** Capitals and accents as they are written; else any. */
  readonly matchCase: boolean;
  readonly wholeWords: boolean;
};

/** All places in a text, in order; none where nothing is looked for. */
export function findWords(text: string, { find, matchCase, wholeWords }: ReplaceQuery): readonly Stretch[] {
  const finder = prepareSearch({ text: find, wholeWords });
  if (!finder.ok) return [];
  const { hits } = findAll(finder.value, foldText(text));
  return matchCase ? hits.filter(({ start, end }) => text.slice(start, end) === find.trim()) : hits;
}

/** Edits that put `insert` at these places. */
export function replaceAt(places: readonly Stretch[], insert: string): readonly TextEdit[] {
  return places.map(({ start, end }) => ({ from: start, to: end, insert }));
}
