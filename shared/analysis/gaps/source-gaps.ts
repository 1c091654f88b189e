/** Sources of which nothing, or only a part, was coded: material that the findings do not know. */
import type { SourceFacts } from '#shared/analysis/coding-facts.ts';
import type { GapDraft } from '#shared/analysis/gaps/gap.ts';
import type { Source } from '#shared/domain/source/source.ts';

/** A source counts as half coded when one stretch without any coding makes up so much of it. */
const LONG_STRETCH = 0.5;
/** Shorter sources are read at a glance. */
const MINIMUM_CHARACTERS = 2_000;

/** Gaps of sources. */
export function sourceGaps(sources: readonly SourceFacts[]): readonly GapDraft[] {
  return sources.flatMap(({ source, codings }): readonly GapDraft[] => {
    const subject = { kind: 'source' as const, id: source.id, name: source.name };
    if (codings.length === 0) {
      // A questionnaire without open answers has no text to code.
      return source.characters === 0 ? [] : [{ kind: 'source-uncoded', subject, detail: '', values: {} }];
    }
    if (source.characters < MINIMUM_CHARACTERS) return [];
    const share = longestStretch(source, codings) / source.characters;
    if (share < LONG_STRETCH) return [];
    return [{ kind: 'source-half-coded', subject, detail: '', values: { percent: Math.round(share * 100) } }];
  });
}

/** The longest stretch of a text that no coding touches, in UTF-16 code units. Codings come in text order. */
export function longestStretch(
  source: Pick<Source, 'characters' | 'revision'>,
  codings: readonly { readonly start: number; readonly end: number; readonly revision: string }[],
): number {
  let reached = 0;
  let longest = 0;
  for (const { start, end, revision } of codings) {
    // Where an older revision stood is not known here.
    if (revision !== source.revision) continue;
    longest = Math.max(longest, start - reached);
    reached = Math.max(reached, end);
  }
  return reached === 0 ? 0 : Math.max(longest, source.characters - reached);
}
