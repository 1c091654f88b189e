/** How far the coding of a source is. Only that somebody has finished is written down; the rest follows from codings. */
import type { Draft } from '#shared/domain/change/change.ts';
import { setMapEntry } from '#shared/domain/change/fields.ts';
import type { Source } from '#shared/domain/source/source.ts';
import type { PersonId } from '#shared/domain/team/person.ts';

export const sourceProgresses = ['new', 'reading', 'coded', 'second-coded'] as const;
/** Nobody has coded; somebody has begun; one person has finished; two or more have. */
export type SourceProgress = (typeof sourceProgresses)[number];

/** How far a source with this many codings is. */
export function progressOf({ finished }: Pick<Source, 'finished'>, codings: number): SourceProgress {
  const count = Object.keys(finished ?? {}).length;
  if (count > 1) return 'second-coded';
  if (count === 1) return 'coded';
  return codings > 0 ? 'reading' : 'new';
}

/** Says that a person has finished coding a source, or takes that back (null). */
export function finishSource(source: Source, person: PersonId, at: string | null): Draft {
  return {
    label: { key: at === null ? 'reopen-source' : 'finish-source', values: { source: source.name } },
    ops: [setMapEntry('source', source.id, 'finished', person, at)],
  };
}
