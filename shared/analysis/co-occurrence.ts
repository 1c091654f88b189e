/** Which codes stand on the same words: pairs of overlapping codings, counted by code, and the sources they are in. */
import type { CodingFacts } from '#shared/analysis/coding-facts.ts';
import type { CodeId } from '#shared/domain/codebook/code.ts';
import type { Coding } from '#shared/domain/coding/coding.ts';

export type CoOccurrence = {
  readonly a: CodeId;
  readonly b: CodeId;
  /** Pairs of codings that overlap. */
  readonly pairs: number;
  readonly sources: number;
};

/**
 * Counts pairs of different codes. `groupOf` says for which code a coding counts (such as its criterion); codings for
 * which it says null are left out. `a` and `b` of a pair come in the order of the code ids.
 */
export function countCoOccurrences(
  facts: CodingFacts,
  groupOf: (coding: Coding) => CodeId | null,
): readonly CoOccurrence[] {
  const counts = new Map<string, { a: CodeId; b: CodeId; pairs: number; sources: number; last: number }>();
  facts.read().forEach(({ codings }, source) => {
    // Codings come by start: those that still run when one begins overlap it.
    let running: { readonly end: number; readonly revision: string; readonly group: CodeId }[] = [];
    for (const coding of codings) {
      const group = groupOf(coding);
      if (group === null) continue;
      running = running.filter(({ end }) => end > coding.start);
      for (const other of running) {
        if (other.group === group || other.revision !== coding.revision) continue;
        const [a, b] = other.group < group ? [other.group, group] : [group, other.group];
        const key = `${a} ${b}`;
        let count = counts.get(key);
        if (!count) counts.set(key, (count = { a, b, pairs: 0, sources: 0, last: -1 }));
        count.pairs += 1;
        if (count.last !== source) {
          count.sources += 1;
          count.last = source;
        }
      }
      running.push({ end: coding.end, revision: coding.revision, group });
    }
  });
  return [...counts.values()].map(({ a, b, pairs, sources }) => ({ a, b, pairs, sources }));
}
