/** Rounds of the open evaluation, and what is to be compared in one. */
import { useMemo } from 'react';
import { codingsToCompare } from '#shared/analysis/agreement/collect-agreement.ts';
import { comparePassages, type Passage } from '#shared/analysis/agreement/disagreements.ts';
import { coversCode } from '#shared/domain/coding/coding-sight.ts';
import type { Source, SourceId } from '#shared/domain/source/source.ts';
import { codersOfRound, type CodingRound } from '#shared/domain/team/coding-round.ts';
import type { PersonId } from '#shared/domain/team/person.ts';
import { useRecords, useSession, useVersion } from '#renderer/data/hooks.ts';

/** The sources of a round that are still there, in order. */
export function useSourcesOfRound(round: CodingRound): readonly Source[] {
  const sources = useRecords('source');
  return useMemo(() => sources.filter(({ id }) => round.sources[id] === true), [round, sources]);
}

/** Every passage of a round, source by source. */
export function usePassagesOfRound(round: CodingRound): readonly Passage[] {
  const { project } = useSession();
  const version = useVersion(['coding', 'code', 'source']);
  return useMemo(
    () => {
      const parents = new Map(project.all('code').map(({ id, parent }) => [id, parent]));
      const coders = codersOfRound(round);
      return project
        .all('source')
        .filter(({ id }) => round.sources[id] === true)
        .flatMap(({ id }) =>
          comparePassages(
            codingsToCompare(project, id).filter(({ code }) => coversCode(round, code, parents)),
            coders,
          ),
        );
    },
    // The version stands for codings and codes.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [project, round, version],
  );
}

/** Who has said that they finished a source. */
export function useFinished(): (source: SourceId, person: PersonId) => boolean {
  const sources = useRecords('source');
  return useMemo(() => {
    const byId = new Map(sources.map((source) => [source.id, source]));
    return (source, person) => Object.hasOwn(byId.get(source)?.finished ?? {}, person);
  }, [sources]);
}
