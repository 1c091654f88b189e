/** Results of a question that are used as evidence, with what they say now and where they lead. */
import { Lightbulb, Pencil, Trash2 } from 'lucide-react';
import { useMemo } from 'react';
import type { SurveyQuestion } from '#shared/analysis/survey/survey-questions.ts';
import { removeStatistic } from '#shared/domain/evidence/statistic-edits.ts';
import type { Statistic } from '#shared/domain/evidence/statistic.ts';
import type { QuestionnaireTable } from '#shared/domain/source/source-content.ts';
import type { Source } from '#shared/domain/source/source.ts';
import { useCodebook, useRecords, useSession } from '#renderer/data/hooks.ts';
import { wordCondition } from '#renderer/features/charts/survey/FilterRow.tsx';
import type { StatisticDraft } from '#renderer/features/charts/survey/StatisticDialog.tsx';
import { requestStatisticForFinding } from '#renderer/view-state/finding-request.ts';
import { showFinding } from '#renderer/view-state/navigation.ts';
import { useFigures } from '#renderer/view-state/survey-figures.ts';
import { takeBack } from '#renderer/view-state/take-back.ts';
import { Button, IconButton } from '#renderer/ui/Button.tsx';
import { DirectionGlyph } from '#renderer/ui/DirectionGlyph.tsx';
import { FigureInWords } from '#renderer/ui/FigureInWords.tsx';
import { showToast } from '#renderer/ui/Toast.tsx';
import { useWords } from '#renderer/ui/words.ts';

export type UsedStatisticsProps = {
  readonly survey: Source;
  readonly question: SurveyQuestion;
  readonly table: QuestionnaireTable;
  readonly onEdit: (draft: StatisticDraft) => void;
};

/** The list; nothing while none is used. */
export function UsedStatistics({ survey, question, table, onEdit }: UsedStatisticsProps) {
  const words = useWords();
  const all = useRecords('statistic');
  const own = useMemo(
    () => all.filter((one) => one.source === survey.id && one.question === question.key),
    [all, question.key, survey.id],
  );
  if (own.length === 0) return null;
  return (
    <section className="survey-used" aria-label={words('charts.survey.used')}>
      <h3 className="survey-used__title">{words('charts.survey.used')}</h3>
      <ul className="survey-used__rows">
        {own.map((statistic) => (
          <UsedStatistic key={statistic.id} statistic={statistic} table={table} onEdit={onEdit} />
        ))}
      </ul>
    </section>
  );
}

type UsedStatisticProps = Pick<UsedStatisticsProps, 'table' | 'onEdit'> & { readonly statistic: Statistic };

function UsedStatistic({ statistic, table, onEdit }: UsedStatisticProps) {
  const words = useWords();
  const session = useSession();
  const codebook = useCodebook();
  const figure = useFigures(useMemo(() => [statistic], [statistic])).get(statistic.id);
  const findings = useRecords('finding').filter((finding) => finding.statistics[statistic.id]);
  const remove = (): void => {
    const change = session.commit(removeStatistic(session.project, statistic));
    if (!change) return;
    showToast({
      message: words('charts.survey.removed'),
      action: { label: words('common.undo'), onPress: () => takeBack(session, change) },
    });
  };
  return (
    <li className="survey-used__row">
      <DirectionGlyph direction={statistic.direction} />
      <div className="survey-used__words">
        <span className="survey-used__label">{statistic.label}</span>
        {figure && <FigureInWords figure={figure} result={statistic.result} />}
        <span className="survey-used__soft">
          {codebook.pathOf(statistic.code).join(' / ')}
          {statistic.filter.length > 0 &&
            ` · ${words('charts.survey.only', { filter: statistic.filter.map((one) => wordCondition(table, one)).join('; ') })}`}
        </span>
        {findings.length > 0 && (
          <span className="survey-used__findings">
            {findings.map((finding) => (
              <Button key={finding.id} variant="quiet" onPress={() => showFinding(finding.id)}>
                {finding.number}
              </Button>
            ))}
          </span>
        )}
      </div>
      {!session.lockedBy && (
        <span className="survey-used__actions">
          <IconButton
            label={words('charts.survey.addToFinding')}
            icon={<Lightbulb aria-hidden />}
            onPress={() => requestStatisticForFinding(statistic.id)}
          />
          <IconButton
            label={words('charts.survey.edit')}
            icon={<Pencil aria-hidden />}
            onPress={() => onEdit({ ...statistic, existing: statistic })}
          />
          <IconButton label={words('charts.survey.remove')} icon={<Trash2 aria-hidden />} onPress={remove} />
        </span>
      )}
    </li>
  );
}
