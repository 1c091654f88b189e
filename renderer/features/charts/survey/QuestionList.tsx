/** The questions of a questionnaire whose answers can be counted, with those that are used as evidence marked. */
import { useMemo, useState } from 'react';
import type { SurveyQuestion } from '#shared/analysis/survey/survey-questions.ts';
import { foldName } from '#shared/domain/codebook/codebook.ts';
import type { Source, SourceId } from '#shared/domain/source/source.ts';
import { useRecords } from '#renderer/data/hooks.ts';
import { Badge } from '#renderer/ui/Chip.tsx';
import { classNames } from '#renderer/ui/class-names.ts';
import { Select } from '#renderer/ui/Select.tsx';
import { SearchField } from '#renderer/ui/TextField.tsx';
import { VirtualList } from '#renderer/ui/VirtualList.tsx';
import { useWords } from '#renderer/ui/words.ts';

export type QuestionListProps = {
  readonly survey: Source;
  readonly surveys: readonly Source[];
  readonly onChoose: (id: SourceId) => void;
  readonly questions: readonly SurveyQuestion[];
  readonly selected: string | null;
  readonly onSelect: (key: string) => void;
};

/** The list. */
export function QuestionList({ survey, surveys, onChoose, questions, selected, onSelect }: QuestionListProps) {
  const words = useWords();
  const statistics = useRecords('statistic');
  const [search, setSearch] = useState('');
  const used = useMemo(() => {
    const counts = new Map<string, number>();
    for (const { source, question } of statistics) {
      if (source === survey.id) counts.set(question, (counts.get(question) ?? 0) + 1);
    }
    return counts;
  }, [statistics, survey.id]);
  const wanted = foldName(search);
  const shown = questions.filter(({ label }) => foldName(label).includes(wanted));
  return (
    <section className="survey-list" aria-label={words('charts.survey.questions')}>
      <div className="survey-list__head">
        {surveys.length > 1 ? (
          <Select<SourceId>
            label={words('common.method.questionnaire')}
            choices={surveys.map(({ id, name }) => ({ id, label: name }))}
            value={survey.id}
            onChange={onChoose}
          />
        ) : (
          <h2 className="survey-list__name">{survey.name}</h2>
        )}
        <SearchField label={words('charts.survey.search')} value={search} onChange={setSearch} />
      </div>
      <div className="survey-list__rows">
        <VirtualList
          label={words('charts.survey.questions')}
          items={shown}
          keyOf={({ key }) => key}
          estimateHeight={56}
          selectedKey={selected}
          onSelect={({ key }) => onSelect(key)}
          renderItem={(question, { isSelected }) => (
            <div className={classNames('survey-list__row', isSelected && 'survey-list__row--selected')}>
              <span className="survey-list__label">{question.label}</span>
              <span className="survey-list__kind">
                {words(
                  `charts.survey.kind.${question.isAttribute ? 'attribute' : question.allowsSeveral ? 'several' : question.isNumeric ? 'number' : 'single'}`,
                )}
              </span>
              {used.has(question.key) && (
                <Badge tone="good">{words('charts.survey.usedTimes', { count: used.get(question.key) ?? 0 })}</Badge>
              )}
            </div>
          )}
        />
        {shown.length === 0 && search !== '' && <p className="survey-list__none">{words('charts.survey.noMatch')}</p>}
      </div>
    </section>
  );
}
