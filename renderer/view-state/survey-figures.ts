/** Survey results as they are now: figures of statistics, worked out from the answers once these are at hand. */
import { useEffect, useMemo, useState } from 'react';
import { figureOf, type StatisticFigure } from '#shared/analysis/survey/statistic-figures.ts';
import type { Statistic, StatisticId } from '#shared/domain/evidence/statistic.ts';
import type { QuestionnaireTable } from '#shared/domain/source/source-content.ts';
import type { Source } from '#shared/domain/source/source.ts';
import { useSession, useVersion } from '#renderer/data/hooks.ts';
import type { ProjectSession } from '#renderer/data/session.ts';

/** The answers of a questionnaire; undefined while they are not at hand, null when there are none. */
function tableAtHand(session: ProjectSession, source: Source | undefined): QuestionnaireTable | null | undefined {
  if (!source) return null;
  const content = session.contents.peek(source.revision);
  return content && content.table;
}

/** Figures by statistic: null when the answers are gone, missing while they are being read. Memoise the list. */
export function useFigures(statistics: readonly Statistic[]): ReadonlyMap<StatisticId, StatisticFigure | null> {
  const session = useSession();
  const version = useVersion(['source']);
  const [loaded, setLoaded] = useState(0);
  useEffect(() => {
    let isCurrent = true;
    const wanted = new Set(statistics.flatMap(({ source }) => session.project.get('source', source)?.revision ?? []));
    const missing = [...wanted].filter((revision) => !session.contents.peek(revision));
    if (missing.length === 0) return;
    void Promise.all(missing.map((revision) => session.contents.load(revision))).then(() => {
      if (isCurrent) setLoaded((count) => count + 1);
    });
    return () => {
      isCurrent = false;
    };
  }, [session, statistics, version]);
  return useMemo(
    () => {
      const figures = new Map<StatisticId, StatisticFigure | null>();
      for (const statistic of statistics) {
        const table = tableAtHand(session, session.project.get('source', statistic.source));
        if (table !== undefined) figures.set(statistic.id, table && figureOf(table, statistic));
      }
      return figures;
    },
    // The version stands for the sources, `loaded` for their answers.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [session, statistics, version, loaded],
  );
}
