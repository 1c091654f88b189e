/** How many sources a filter keeps out of the matrix, so that nobody takes a part for the whole. */
import { NOBODY, type CodingFacts } from '#shared/analysis/coding-facts.ts';
import { MatrixScope, type WhereClause } from '#shared/analysis/matrix-scope.ts';

export type HiddenSources = { readonly hidden: number; readonly total: number };

/** A source is hidden when the filter lets none of its speakers through. */
export function countHiddenSources(facts: CodingFacts, where: readonly WhereClause[]): HiddenSources {
  const sources = facts.read();
  if (where.length === 0) return { hidden: 0, total: sources.length };
  const scope = new MatrixScope(facts, 'method', where);
  const hidden = sources.filter(({ source, participants }) => {
    const speakers = participants.length > 0 ? participants : [NOBODY];
    return speakers.every((speaker) => scope.columnsOf(source, speaker) === null);
  });
  return { hidden: hidden.length, total: sources.length };
}
