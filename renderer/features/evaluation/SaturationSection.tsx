/** Saturation: whether the last interviews still brought new themes, for all and for each group. */
import { useMemo, useState } from 'react';
import { measureSaturation, shuffleSaturation, type SaturationRule } from '#shared/analysis/saturation.ts';
import { interviewsByGroup } from '#shared/analysis/voices-heard.ts';
import { useFacts } from '#renderer/features/evaluation/use-heard.ts';
import { Select } from '#renderer/ui/Select.tsx';
import { useFormats } from '#renderer/ui/formats.ts';
import { useWords } from '#renderer/ui/words.ts';

const bases = ['4', '5', '6'] as const;
const runs = ['2', '3'] as const;
const thresholds = ['0', '5'] as const;

/** The section. */
export function SaturationSection() {
  const words = useWords();
  const { percent } = useFormats();
  const groups = useFacts(interviewsByGroup);
  const [base, setBase] = useState<(typeof bases)[number]>('4');
  const [run, setRun] = useState<(typeof runs)[number]>('2');
  const [threshold, setThreshold] = useState<(typeof thresholds)[number]>('5');
  const rows = useMemo(() => {
    const rule: SaturationRule = { baseSize: Number(base), runLength: Number(run), threshold: Number(threshold) / 100 };
    return groups.map(({ group, interviews }) => ({
      group,
      count: interviews.length,
      found: measureSaturation(interviews, rule),
      shuffled: shuffleSaturation(interviews, rule),
    }));
  }, [base, groups, run, threshold]);
  const choicesOf = <Value extends string>(values: readonly Value[]) => values.map((id) => ({ id, label: id }));
  const reached = (at: number | null, isShort: boolean): string => {
    if (isShort) return words('evaluation.saturation.tooFew');
    return at === null ? words('evaluation.saturation.notReached') : `${at} (+${run})`;
  };
  return (
    <section aria-label={words('evaluation.saturation.title')}>
      <h2>{words('evaluation.saturation.title')}</h2>
      <p className="evaluation-page__text">{words('evaluation.saturation.text')}</p>
      <div className="evaluation-actions">
        <Select
          label={words('evaluation.saturation.base')}
          choices={choicesOf(bases)}
          value={base}
          onChange={setBase}
        />
        <Select label={words('evaluation.saturation.run')} choices={choicesOf(runs)} value={run} onChange={setRun} />
        <Select
          label={words('evaluation.saturation.threshold')}
          choices={thresholds.map((id) => ({ id, label: percent(Number(id) / 100) }))}
          value={threshold}
          onChange={setThreshold}
        />
      </div>
      {rows.length === 0 ? (
        <p className="evaluation-page__text">{words('evaluation.saturation.nothing')}</p>
      ) : (
        <div className="evaluation-table__scroll">
          <table className="evaluation-table">
            <caption className="ui-hidden-text">{words('evaluation.saturation.title')}</caption>
            <thead>
              <tr>
                <th scope="col">{words('matrix.dimension.group')}</th>
                {(['interviews', 'themes', 'newThemes', 'lastRun', 'reached', 'median'] as const).map((column) => (
                  <th key={column} scope="col" className="evaluation-table__number">
                    {words(`evaluation.saturation.column.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ group, count, found, shuffled }) => {
                const isShort = found.runs.length === 0;
                const last = found.runs.at(-1);
                return (
                  <tr key={group}>
                    <th scope="row">{group || words('evaluation.saturation.all')}</th>
                    <td className="evaluation-table__number">{count}</td>
                    <td className="evaluation-table__number">{found.themes.at(-1) ?? 0}</td>
                    <td className="evaluation-table__number">{found.newThemes.join(' ')}</td>
                    <td className="evaluation-table__number">{last ? percent(last.share) : ''}</td>
                    <td className="evaluation-table__number">{reached(found.reachedAt, isShort)}</td>
                    <td className="evaluation-table__number">{reached(shuffled.median, isShort)}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
