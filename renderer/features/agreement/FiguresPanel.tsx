/** Beside the table: what the measures of a code say in words, what to do, and where coders differ. */
import type { AgreementFigures, AgreementReport, OverallFigures } from '#shared/analysis/agreement/agreement-report.ts';
import type { CodeId } from '#shared/domain/codebook/code.ts';
import { useCodebook, useRecords } from '#renderer/data/hooks.ts';
import { headlineOf, judgeFigures, writeMeasure, writeShare } from '#renderer/features/agreement/agreement-words.ts';
import { DisagreementList } from '#renderer/features/agreement/DisagreementList.tsx';
import { useFormats } from '#renderer/ui/formats.ts';
import { Tabs } from '#renderer/ui/Tabs.tsx';
import { useWords } from '#renderer/ui/words.ts';

export type FiguresPanelProps = {
  readonly report: AgreementReport;
  readonly selected: CodeId | 'overall';
  readonly figures: AgreementFigures;
};

const MEASURES = ['percent', 'kappa', 'fleiss', 'ac1', 'brennanPrediger', 'alpha', 'binaryUAlpha'] as const;

/** The panel. */
export function FiguresPanel({ report, selected, figures }: FiguresPanelProps) {
  const words = useWords();
  const codebook = useCodebook();
  const name = selected === 'overall' ? words('agreement.overall') : codebook.pathOf(selected).join(' / ');
  const verdict = judgeFigures(figures, report.unit);
  return (
    <section className="agreement-panel" aria-label={name}>
      <header className="agreement-panel__head">
        <h2 className="agreement-panel__title">{name}</h2>
        <p>{words(`agreement.verdict.${verdict}.text`)}</p>
      </header>
      <Tabs
        label={words('agreement.panel')}
        className="agreement-panel__tabs"
        tabs={[
          {
            id: 'passages',
            label: words('agreement.passages'),
            content: <DisagreementList report={report} selected={selected} />,
          },
          { id: 'figures', label: words('agreement.figures'), content: <Figures report={report} figures={figures} /> },
        ]}
      />
    </section>
  );
}

function Figures({ report, figures }: { readonly report: AgreementReport; readonly figures: AgreementFigures }) {
  const words = useWords();
  const { number, percent } = useFormats();
  const headline = headlineOf(report.unit);
  const ordered = [headline, ...MEASURES.filter((measure) => measure !== headline)];
  return (
    <div className="agreement-figures">
      <dl className="agreement-figures__list">
        {ordered.map((measure) => {
          const value = figures[measure];
          const interval = figures.intervals[measure];
          return (
            <div key={measure} className="agreement-figure">
              <dt>{words(`agreement.measure.${measure}.name`)}</dt>
              <dd>
                <strong>{value === null ? words('agreement.notDefined') : writeMeasure(value, number)}</strong>{' '}
                {interval &&
                  words('agreement.interval', {
                    low: writeMeasure(interval[0], number),
                    high: writeMeasure(interval[1], number),
                  })}
                <p>{words(value === null ? 'agreement.notDefinedWhy' : `agreement.measure.${measure}.text`)}</p>
              </dd>
            </div>
          );
        })}
        <div className="agreement-figure">
          <dt>{words('agreement.direction.name')}</dt>
          <dd>
            <strong>
              {figures.direction.percent === null ? words('agreement.notDefined') : percent(figures.direction.percent)}
            </strong>
            <p>{words('agreement.direction.text', { count: figures.direction.n })}</p>
          </dd>
        </div>
        {'alphaMasi' in figures && <SetFigures figures={figures as OverallFigures} />}
      </dl>
      {figures.counts && <p>{words('agreement.countsText', figures.counts)}</p>}
      {figures.pairs.length > 0 && <Pairs figures={figures} />}
      <p className="agreement-figures__note">{words('agreement.intervalText')}</p>
    </div>
  );
}

function SetFigures({ figures }: { readonly figures: OverallFigures }) {
  const words = useWords();
  const { number, percent } = useFormats();
  return (
    <>
      {(['uAlpha', 'cuAlpha', 'alphaJaccard', 'alphaMasi'] as const).map((measure) => (
        <div key={measure} className="agreement-figure">
          <dt>{words(`agreement.measure.${measure}.name`)}</dt>
          <dd>
            <strong>
              {figures[measure] === null ? words('agreement.notDefined') : writeMeasure(figures[measure], number)}
            </strong>
            <p>
              {figures[measure] === null && figures.hasOverlaps
                ? words('agreement.overlaps')
                : words(`agreement.measure.${measure}.text`, { share: percent(figures.cuCoverage ?? 0) })}
            </p>
          </dd>
        </div>
      ))}
    </>
  );
}

/** Each two coders, where there are more. */
function Pairs({ figures }: { readonly figures: AgreementFigures }) {
  const words = useWords();
  const { number } = useFormats();
  const names = new Map(useRecords('person').map(({ id, name }) => [id, name]));
  return (
    <table className="agreement-table agreement-pairs">
      <caption>{words('agreement.pairs')}</caption>
      <thead>
        <tr>
          <th scope="col">{words('agreement.coders')}</th>
          {(['percent', 'kappa', 'alpha'] as const).map((measure) => (
            <th key={measure} scope="col" className="agreement-table__number">
              {words(`agreement.measure.${measure}.short`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {figures.pairs.map((pair) => (
          <tr key={pair.coders.join(' ')}>
            <th scope="row">{pair.coders.map((id) => names.get(id) ?? words('common.unknown')).join(' · ')}</th>
            <td className="agreement-table__number">{writeShare(pair.percent, number)}</td>
            <td className="agreement-table__number">{writeMeasure(pair.kappa, number)}</td>
            <td className="agreement-table__number">{writeMeasure(pair.alpha, number)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
