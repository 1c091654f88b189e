/** Where a question stands: under which criterion, or as part of which question. */
import { asId } from '#shared/basics/ids.ts';
import { isCriterion } from '#shared/domain/evaluation/criterion-code.ts';
import { moveQuestion } from '#shared/domain/evaluation/question-edits.ts';
import { buildQuestionTree } from '#shared/domain/evaluation/question-tree.ts';
import type { Question } from '#shared/domain/evaluation/question.ts';
import { useRecords, useSession } from '#renderer/data/hooks.ts';
import { commitPlan } from '#renderer/features/evaluation/evaluation-commit.ts';
import { Select, type Choice } from '#renderer/ui/Select.tsx';
import { useWords } from '#renderer/ui/words.ts';

/** Criteria and questions share one list; their ids are told apart by what stands before them. */
const CRITERION = 'criterion:';
const QUESTION = 'question:';

export type QuestionPlaceProps = { readonly question: Question; readonly isReadOnly: boolean };

/** The choice. */
export function QuestionPlace({ question, isReadOnly }: QuestionPlaceProps) {
  const words = useWords();
  const session = useSession();
  const codes = useRecords('code');
  const questions = useRecords('question');
  const tree = buildQuestionTree(questions);
  const own = new Set(tree.withDescendants(question.id).map(({ id }) => id));
  const choices: readonly Choice[] = [
    ...codes
      .filter((code) => isCriterion(code) && !code.hidden)
      .map((code) => ({ id: CRITERION + code.id, label: code.name })),
    ...tree.flat
      .filter((entry) => !own.has(entry.question.id) && entry.depth < 3)
      .map((entry) => ({ id: QUESTION + entry.question.id, label: `${entry.question.number} ${entry.question.text}` })),
  ];
  const value = question.parent ? QUESTION + question.parent : question.criterion && CRITERION + question.criterion;
  const move = (chosen: string): void => {
    if (chosen === value) return;
    const isQuestion = chosen.startsWith(QUESTION);
    const parent = isQuestion ? (tree.byId.get(asId(chosen.slice(QUESTION.length))) ?? null) : null;
    const criterion = isQuestion ? null : asId<'code'>(chosen.slice(CRITERION.length));
    commitPlan(session, moveQuestion(session.project, question, { parent, criterion }));
  };
  return (
    <Select
      className="evaluation-editor__place"
      label={words('evaluation.matrix.under')}
      choices={choices}
      value={value}
      onChange={move}
      isDisabled={isReadOnly}
    />
  );
}
