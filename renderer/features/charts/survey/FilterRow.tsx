/** Which respondents are counted: chips for each condition, and a menu of the other questions to add one. */
import { Filter } from 'lucide-react';
import { useState } from 'react';
import { countAnswers, filterRows } from '#shared/analysis/survey/survey-results.ts';
import { findQuestion, listQuestions, type SurveyQuestion } from '#shared/analysis/survey/survey-questions.ts';
import type { StatisticFilter } from '#shared/domain/evidence/statistic.ts';
import type { QuestionnaireTable } from '#shared/domain/source/source-content.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Checkbox } from '#renderer/ui/Checkbox.tsx';
import { Chip } from '#renderer/ui/Chip.tsx';
import { Popover } from '#renderer/ui/Popover.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { useWords } from '#renderer/ui/words.ts';

export type FilterRowProps = {
  readonly table: QuestionnaireTable;
  /** The question in hand: filtering by its own answers would say nothing. */
  readonly question: SurveyQuestion;
  readonly filter: readonly StatisticFilter[];
  readonly onFilter: (filter: readonly StatisticFilter[]) => void;
};

/** Questions with more answers tell single respondents apart, not groups of them. */
const MOST_ANSWERS = 40;

/** The row. */
export function FilterRow({ table, question, filter, onFilter }: FilterRowProps) {
  const words = useWords();
  const toggle = (condition: StatisticFilter, isOn: boolean): void => {
    const others = filter.filter((one) => one.question !== condition.question || one.answer !== condition.answer);
    onFilter(isOn ? [...others, condition] : others);
  };
  return (
    <div className="survey-filter" role="group" aria-label={words('charts.survey.filter')}>
      <Popover
        label={words('charts.survey.filter')}
        trigger={
          <Button variant="quiet" icon={<Filter aria-hidden />}>
            {words('charts.survey.filter')}
          </Button>
        }
      >
        {() => <FilterChoices table={table} question={question} filter={filter} onToggle={toggle} />}
      </Popover>
      {filter.length === 0 && <span className="survey-filter__all">{words('charts.survey.everybody')}</span>}
      {filter.map((condition) => (
        <Chip key={`${condition.question} ${condition.answer}`} onRemove={() => toggle(condition, false)}>
          {wordCondition(table, condition)}
        </Chip>
      ))}
    </div>
  );
}

/** A condition in words. */
export function wordCondition(table: QuestionnaireTable, { question, answer }: StatisticFilter): string {
  const found = findQuestion(table, question);
  return `${found?.label ?? question}: ${found?.labelOf(answer) ?? answer}`;
}

type FilterChoicesProps = Omit<FilterRowProps, 'onFilter'> & {
  readonly onToggle: (condition: StatisticFilter, isOn: boolean) => void;
};

function FilterChoices({ table, question, filter, onToggle }: FilterChoicesProps) {
  const words = useWords();
  const all = filterRows(table, []);
  const offered = listQuestions(table)
    .filter((one) => one.key !== question.key)
    .map((one) => ({ question: one, answers: countAnswers(one, all).answers.filter(({ count }) => count > 0) }))
    .filter(({ answers }) => answers.length > 1 && answers.length <= MOST_ANSWERS)
    // Who people are comes first.
    .sort((a, b) => Number(b.question.isAttribute) - Number(a.question.isAttribute));
  const [key, setKey] = useState(filter[0]?.question ?? offered[0]?.question.key ?? null);
  const chosen = offered.find((one) => one.question.key === key);
  if (offered.length === 0) return <p className="survey-filter__all">{words('charts.survey.nothingToFilter')}</p>;
  return (
    <div className="survey-filter__choices">
      <Select
        label={words('charts.survey.filterBy')}
        choices={offered.map((one) => ({ id: one.question.key, label: one.question.label }))}
        value={key}
        onChange={setKey}
      />
      <fieldset>
        <legend>{chosen?.question.label}</legend>
        {chosen?.answers.map(({ answer, label, count }) => (
          <Checkbox
            key={answer}
            isSelected={filter.some((one) => one.question === key && one.answer === answer)}
            onChange={(isOn) => onToggle({ question: chosen.question.key, answer }, isOn)}
          >
            {`${label} (${count})`}
          </Checkbox>
        ))}
      </fieldset>
    </div>
  );
}
