/** The survey results that a finding rests on. */
import { useMemo } from 'react';
import type { StatisticId } from '#shared/domain/evidence/statistic.ts';
import type { Finding } from '#shared/domain/findings/finding.ts';
import { StatisticRow } from '#renderer/features/findings/StatisticRow.tsx';
import { useRecords } from '#renderer/data/hooks.ts';
import { useFigures } from '#renderer/view-state/survey-figures.ts';
import { useWords } from '#renderer/ui/words.ts';

/** The group; nothing while there are none. */
export function StatisticEvidence({ finding }: { readonly finding: Finding }) {
  const words = useWords();
  const all = useRecords('statistic');
  const own = useMemo(() => all.filter(({ id }) => finding.statistics[id]), [all, finding.statistics]);
  const figures = useFigures(own);
  const links = Object.entries(finding.statistics);
  if (links.length === 0) return null;
  return (
    <section className="evidence__group">
      <h3 className="evidence__heading">{words('findings.group.statistics', { count: links.length })}</h3>
      <ul className="evidence__rows">
        {links.map(([id, link]) => (
          <StatisticRow
            key={id}
            finding={finding}
            id={id as StatisticId}
            link={link}
            statistic={own.find((one) => one.id === id)}
            figure={figures.get(id as StatisticId)}
          />
        ))}
      </ul>
    </section>
  );
}
