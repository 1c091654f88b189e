/** Uses a survey result as evidence: on which criterion or code, with what direction, and to which finding. */
import { useMemo, useState } from 'react';
import { figureOf } from '#shared/analysis/survey/statistic-figures.ts';
import { asId } from '#shared/basics/ids.ts';
import { directions, type Direction } from '#shared/domain/coding/coding.ts';
import type { CodeId } from '#shared/domain/codebook/code.ts';
import { addStatistic, editStatistic } from '#shared/domain/evidence/statistic-edits.ts';
import type { Statistic } from '#shared/domain/evidence/statistic.ts';
import type { QuestionnaireTable } from '#shared/domain/source/source-content.ts';
import { useCodebook, useSession } from '#renderer/data/hooks.ts';
import { randomBytes } from '#renderer/data/random.ts';
import { wordCondition } from '#renderer/features/charts/survey/FilterRow.tsx';
import { takeBack } from '#renderer/view-state/take-back.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { RadioGroup } from '#renderer/ui/Checkbox.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { directionShapes } from '#renderer/ui/DirectionGlyph.tsx';
import { FigureInWords } from '#renderer/ui/FigureInWords.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { showToast } from '#renderer/ui/Toast.tsx';
import { useWords } from '#renderer/ui/words.ts';

/** A statistic before it is one, or one that is there to be changed. */
export type StatisticDraft = Pick<Statistic, 'source' | 'question' | 'result' | 'answers' | 'filter' | 'label'> & {
  readonly existing?: Statistic;
};

export type StatisticDialogProps = {
  readonly draft: StatisticDraft;
  readonly table: QuestionnaireTable;
  readonly onClose: (isSaved: boolean) => void;
};

/** The dialog. */
export function StatisticDialog({ draft, table, onClose }: StatisticDialogProps) {
  const words = useWords();
  const session = useSession();
  const codebook = useCodebook();
  const { existing } = draft;
  const [code, setCode] = useState<CodeId | null>(existing?.code ?? null);
  const [direction, setDirection] = useState<Direction>(existing?.direction ?? 'supports');
  const [label, setLabel] = useState(draft.label);
  const statistic = useMemo(
    (): Statistic => ({
      ...draft,
      id: asId<'statistic'>('draft'),
      code: asId<'code'>(''),
      direction: 'neutral',
      by: session.person,
      order: 0,
    }),
    [draft, session],
  );
  const figure = figureOf(table, statistic);
  const codes = codebook.flat
    .filter((entry) => !entry.code.hidden)
    .map((entry) => ({ id: entry.code.id, label: codebook.pathOf(entry.code.id).join(' / ') }));
  const save = (): void => {
    if (code === null) return;
    const values = { code, direction, label: label.trim() || draft.label };
    const { source, question, result, answers, filter } = draft;
    const edit = existing
      ? editStatistic(existing, values)
      : addStatistic(
          session.project,
          { source, question, result, answers, filter, by: session.person, ...values },
          randomBytes,
        ).draft;
    const change = session.commit(edit);
    if (change) {
      showToast({
        message: words(existing ? 'charts.survey.changed' : 'charts.survey.added'),
        action: { label: words('common.undo'), onPress: () => takeBack(session, change) },
      });
    }
    onClose(true);
  };
  return (
    <Dialog
      isOpen
      onClose={() => onClose(false)}
      title={words(existing ? 'charts.survey.edit' : 'charts.survey.use')}
      actions={
        <>
          <Button onPress={() => onClose(false)}>{words('common.cancel')}</Button>
          <Button variant="primary" isDisabled={code === null} onPress={save}>
            {words(existing ? 'common.save' : 'charts.survey.use')}
          </Button>
        </>
      }
    >
      <div className="statistic-dialog">
        <p className="statistic-dialog__figure">
          <FigureInWords figure={figure} result={draft.result} />
        </p>
        {draft.filter.length > 0 && (
          <p className="statistic-dialog__filter">
            {words('charts.survey.only', { filter: draft.filter.map((one) => wordCondition(table, one)).join('; ') })}
          </p>
        )}
        <TextField label={words('charts.survey.label')} value={label} onChange={setLabel} maxLength={1000} />
        <Select<CodeId> label={words('charts.survey.code')} choices={codes} value={code} onChange={setCode} />
        <RadioGroup<Direction>
          label={words('charts.survey.direction')}
          options={directions.map((value) => ({
            value,
            label: `${directionShapes[value]} ${words(`common.direction.${value}`)}`,
          }))}
          value={direction}
          onChange={setDirection}
        />
        <p className="statistic-dialog__help">
          {words(draft.result === 'share' ? 'charts.survey.shareHelp' : 'charts.survey.meanHelp')}
        </p>
      </div>
    </Dialog>
  );
}
