/** Results of a questionnaire: its questions in a list, the answers to the one in hand as bars and as a table. */
import { BarChart3 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { listQuestions } from '#shared/analysis/survey/survey-questions.ts';
import type { StatisticFilter } from '#shared/domain/evidence/statistic.ts';
import type { Source, SourceId } from '#shared/domain/source/source.ts';
import { useContent, useRecords } from '#renderer/data/hooks.ts';
import { QuestionList } from '#renderer/features/charts/survey/QuestionList.tsx';
import { QuestionResults } from '#renderer/features/charts/survey/QuestionResults.tsx';
import { openPlace } from '#renderer/view-state/navigation.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Splitter } from '#renderer/ui/Splitter.tsx';
import { useWords } from '#renderer/ui/words.ts';
import './SurveyView.css';

/** The view. */
export function SurveyView() {
  const sources = useRecords('source');
  const surveys = useMemo(() => sources.filter(({ method }) => method === 'questionnaire'), [sources]);
  const [chosen, setChosen] = useState<SourceId | null>(null);
  const survey = surveys.find(({ id }) => id === chosen) ?? surveys[0];
  if (!survey) return <NoSurvey />;
  return <SurveyResults key={survey.id} survey={survey} surveys={surveys} onChoose={setChosen} />;
}

type SurveyResultsProps = {
  readonly survey: Source;
  readonly surveys: readonly Source[];
  readonly onChoose: (id: SourceId) => void;
};

function SurveyResults({ survey, surveys, onChoose }: SurveyResultsProps) {
  const words = useWords();
  const content = useContent(survey.revision);
  const table = content?.table ?? null;
  const questions = useMemo(() => (table ? listQuestions(table) : []), [table]);
  const [key, setKey] = useState<string | null>(null);
  const [filter, setFilter] = useState<readonly StatisticFilter[]>([]);
  const question =
    questions.find((one) => one.key === key) ?? questions.find((one) => !one.isAttribute) ?? questions[0];
  return (
    <Splitter
      id="survey"
      panels={[
        {
          id: 'questions',
          size: 330,
          minimum: 220,
          keepsSize: true,
          content: (
            <QuestionList
              survey={survey}
              surveys={surveys}
              onChoose={onChoose}
              questions={questions}
              selected={question?.key ?? null}
              onSelect={setKey}
            />
          ),
        },
        {
          id: 'results',
          minimum: 400,
          content:
            table && question ? (
              <QuestionResults
                key={question.key}
                survey={survey}
                table={table}
                question={question}
                filter={filter}
                onFilter={setFilter}
              />
            ) : (
              <EmptyState isSmall title={words(content === undefined ? 'charts.drawing' : 'charts.survey.noClosed')}>
                {content !== undefined && words('charts.survey.noClosedText')}
              </EmptyState>
            ),
        },
      ]}
    />
  );
}

function NoSurvey() {
  const words = useWords();
  return (
    <EmptyState
      icon={<BarChart3 />}
      title={words('charts.survey.none')}
      actions={
        <Button variant="primary" onPress={() => openPlace('sources')}>
          {words('charts.survey.import')}
        </Button>
      }
    >
      {words('charts.survey.noneText')}
    </EmptyState>
  );
}
