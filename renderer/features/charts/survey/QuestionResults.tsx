/** The answers to one question: bars, a table to pick answers from, and what of it is used as evidence. */
import { ListPlus } from 'lucide-react';
import { lazy, useMemo, useState } from 'react';
import { countAnswers, filterRows } from '#shared/analysis/survey/survey-results.ts';
import type { SurveyQuestion } from '#shared/analysis/survey/survey-questions.ts';
import type { StatisticFilter } from '#shared/domain/evidence/statistic.ts';
import type { QuestionnaireTable } from '#shared/domain/source/source-content.ts';
import type { Source } from '#shared/domain/source/source.ts';
import { ChartFrame } from '#renderer/charts/ChartFrame.tsx';
import { useSession } from '#renderer/data/hooks.ts';
import { FilterRow } from '#renderer/features/charts/survey/FilterRow.tsx';
import { StatisticDialog, type StatisticDraft } from '#renderer/features/charts/survey/StatisticDialog.tsx';
import { UsedStatistics } from '#renderer/features/charts/survey/UsedStatistics.tsx';
import { useSavePicture } from '#renderer/features/charts/use-save-picture.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Checkbox } from '#renderer/ui/Checkbox.tsx';
import { useFormats } from '#renderer/ui/formats.ts';
import { useWords } from '#renderer/ui/words.ts';

const BarsChart = lazy(() =>
  import('#renderer/charts/BarsChart.tsx').then(({ BarsChart: component }) => ({ default: component })),
);

export type QuestionResultsProps = {
  readonly survey: Source;
  readonly table: QuestionnaireTable;
  readonly question: SurveyQuestion;
  readonly filter: readonly StatisticFilter[];
  readonly onFilter: (filter: readonly StatisticFilter[]) => void;
};

/** More bars than these are a list, not a picture: the rest stands in the table. */
const MOST_BARS = 30;

/** The results. */
export function QuestionResults({ survey, table, question, filter, onFilter }: QuestionResultsProps) {
  const words = useWords();
  const { percent, number } = useFormats();
  const session = useSession();
  const picture = useSavePicture(question.label);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [draft, setDraft] = useState<StatisticDraft | null>(null);
  const result = useMemo(() => countAnswers(question, filterRows(table, filter)), [filter, question, table]);
  const tick = (answer: string, isOn: boolean): void => {
    const next = new Set(ticked);
    if (isOn) next.add(answer);
    else next.delete(answer);
    setTicked(next);
  };
  const isReadOnly = session.lockedBy !== null;
  const chosen = result.answers.filter(({ answer }) => ticked.has(answer));
  const start = (kind: 'share' | 'mean'): void =>
    setDraft({
      source: survey.id,
      question: question.key,
      result: kind,
      answers: kind === 'share' ? chosen.map(({ answer }) => answer) : [],
      filter,
      label:
        kind === 'mean'
          ? words('charts.survey.meanOf', { question: question.label })
          : words('charts.survey.answersTo', {
              question: question.label,
              answers: chosen.map(({ label }) => label).join(' / '),
            }),
    });
  return (
    <div className="survey-results">
      <FilterRow table={table} question={question} filter={filter} onFilter={onFilter} />
      <ChartFrame
        title={question.label}
        caption={words(question.allowsSeveral ? 'charts.survey.captionSeveral' : 'charts.survey.caption', {
          answered: result.answered,
          asked: result.asked,
        })}
        {...picture}
        columns={[
          { id: 'answer', label: words('charts.survey.answer') },
          { id: 'count', label: words('charts.survey.count'), isNumber: true },
          { id: 'share', label: words('charts.survey.share'), isNumber: true },
          { id: 'interval', label: words('charts.survey.interval'), isNumber: true },
        ]}
        rows={result.answers.map(({ answer, label, count, share, interval }) => ({
          id: answer,
          cells: [
            isReadOnly ? (
              label
            ) : (
              <Checkbox isSelected={ticked.has(answer)} onChange={(isOn) => tick(answer, isOn)}>
                {label}
              </Checkbox>
            ),
            number(count),
            percent(share),
            interval ? `${percent(interval.low)}–${percent(interval.high)}` : '',
          ],
        }))}
      >
        <BarsChart
          data={result.answers.slice(0, MOST_BARS).map(({ answer, label, count, share, interval }) => ({
            id: answer,
            name: label,
            value: share,
            text: `${percent(share)} (${number(count)})`,
            interval,
          }))}
          maximum={1}
          writeTick={percent}
          {...(!isReadOnly && { onPick: (answer: string) => tick(answer, !ticked.has(answer)) })}
        />
      </ChartFrame>
      {result.mean && (
        <p className="survey-results__mean">
          {words('charts.survey.mean', { value: number(result.mean.value, { maximumFractionDigits: 2 }) })}{' '}
          {result.mean.interval &&
            words('common.figure.interval', {
              low: number(result.mean.interval.low, { maximumFractionDigits: 2 }),
              high: number(result.mean.interval.high, { maximumFractionDigits: 2 }),
            })}
        </p>
      )}
      {!isReadOnly && (
        <div className="survey-results__use">
          <span className="survey-results__hint" role="status">
            {words(chosen.length > 0 ? 'charts.survey.ticked' : 'charts.survey.tickHint', { count: chosen.length })}
          </span>
          {result.mean && <Button onPress={() => start('mean')}>{words('charts.survey.useMean')}</Button>}
          <Button
            variant="primary"
            icon={<ListPlus aria-hidden />}
            isDisabled={chosen.length === 0}
            onPress={() => start('share')}
          >
            {words('charts.survey.use')}
          </Button>
        </div>
      )}
      <UsedStatistics survey={survey} question={question} table={table} onEdit={setDraft} />
      {draft && (
        <StatisticDialog
          draft={draft}
          table={table}
          onClose={(isSaved) => {
            setDraft(null);
            if (isSaved) setTicked(new Set());
          }}
        />
      )}
    </div>
  );
}
