/** Survey results in a cell of the matrix: short in the table, with all they count in the panel. */
import { useMemo } from 'react';
import type { CellStatistic } from '#shared/analysis/matrix-statistics.ts';
import { useRecord } from '#renderer/data/hooks.ts';
import { requestStatisticForFinding } from '#renderer/view-state/finding-request.ts';
import { openView } from '#renderer/view-state/navigation.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { DirectionGlyph, directionShapes } from '#renderer/ui/DirectionGlyph.tsx';
import { FigureInWords } from '#renderer/ui/FigureInWords.tsx';
import { useFormats } from '#renderer/ui/formats.ts';
import { useWords } from '#renderer/ui/words.ts';
import './CellStatistics.css';

const SHOWN = 2;

/** A line in the cell: ▲ 90 %. */
export function ShortStatistics({ statistics }: { readonly statistics: readonly CellStatistic[] }) {
  if (statistics.length === 0) return null;
  return (
    <span className="matrix-statistics">
      {statistics.slice(0, SHOWN).map((statistic) => (
        <ShortStatistic key={statistic.id} statistic={statistic} />
      ))}
      {statistics.length > SHOWN && <span>+{statistics.length - SHOWN}</span>}
    </span>
  );
}

function ShortStatistic({ statistic: { id, direction, figure } }: { readonly statistic: CellStatistic }) {
  const { percent, number } = useFormats();
  const record = useRecord('statistic', id);
  if (!record || figure.value === null) return null;
  const value = record.result === 'share' ? percent(figure.value) : number(figure.value, { maximumFractionDigits: 1 });
  return (
    <span className="matrix-statistics__one" title={record.label}>
      {directionShapes[direction]} {value}
    </span>
  );
}

/** The survey results behind a cell; of a row as a whole those of all its columns, each once. */
export function PanelStatistics({ statistics }: { readonly statistics: readonly CellStatistic[] }) {
  const words = useWords();
  const own = useMemo(() => [...new Map(statistics.map((one) => [one.id, one])).values()], [statistics]);
  if (own.length === 0) return null;
  return (
    <section className="matrix-panel__statistics" aria-label={words('matrix.statistics')}>
      <h3 className="matrix-panel__heading">{words('matrix.statistics')}</h3>
      <ul>
        {own.map((statistic) => (
          <PanelStatistic key={statistic.id} statistic={statistic} />
        ))}
      </ul>
    </section>
  );
}

function PanelStatistic({ statistic }: { readonly statistic: CellStatistic }) {
  const words = useWords();
  const record = useRecord('statistic', statistic.id);
  if (!record) return null;
  return (
    <li className="matrix-panel__statistic">
      <DirectionGlyph direction={statistic.direction} />
      <span className="matrix-panel__label">{record.label}</span>
      <strong>
        <FigureInWords figure={statistic.figure} result={record.result} />
      </strong>
      {!statistic.isWhole && <span className="matrix-panel__part">{words('matrix.statisticPart')}</span>}
      <span className="matrix-panel__links">
        <Button variant="quiet" onPress={() => openView('matrix', 'survey')}>
          {words('matrix.openSurvey')}
        </Button>
        <Button variant="quiet" onPress={() => requestStatisticForFinding(statistic.id)}>
          {words('charts.survey.addToFinding')}
        </Button>
      </span>
    </li>
  );
}
