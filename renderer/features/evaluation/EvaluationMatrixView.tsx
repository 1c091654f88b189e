/** The evaluation matrix: questions under their criteria with live counts of evidence, and the one in hand beside them. */
import { ListTree, Plus } from 'lucide-react';
import { addQuestion } from '#shared/domain/evaluation/question-edits.ts';
import { isCriterion } from '#shared/domain/evaluation/criterion-code.ts';
import type { Code } from '#shared/domain/codebook/code.ts';
import type { Question } from '#shared/domain/evaluation/question.ts';
import { useRecords, useSession } from '#renderer/data/hooks.ts';
import { randomBytes } from '#renderer/data/random.ts';
import { commitPlan } from '#renderer/features/evaluation/evaluation-commit.ts';
import { QuestionEditor } from '#renderer/features/evaluation/QuestionEditor.tsx';
import { QuestionList } from '#renderer/features/evaluation/QuestionList.tsx';
import { useQuestionEvidence } from '#renderer/features/evaluation/use-question-evidence.ts';
import { selectQuestion, useNavigation } from '#renderer/view-state/navigation.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Menu } from '#renderer/ui/Menu.tsx';
import { Splitter } from '#renderer/ui/Splitter.tsx';
import { useWords } from '#renderer/ui/words.ts';
import './evaluation.css';

/** The view. */
export function EvaluationMatrixView() {
  const words = useWords();
  const session = useSession();
  const questions = useRecords('question');
  const codes = useRecords('code');
  const evidence = useQuestionEvidence();
  const selected = useNavigation(({ here }) => here.question);
  const question = questions.find(({ id }) => id === selected) ?? questions[0];
  const add = (criterion: Code | null, parent: Question | null = null): void => {
    const input = { criterion: criterion?.id ?? null, parent, text: '' };
    const { id, draft } = addQuestion(session.project, input, randomBytes);
    if (commitPlan(session, draft)) selectQuestion(id);
  };
  if (!question) {
    const criteria = codes.filter((code) => isCriterion(code) && !code.hidden);
    return (
      <EmptyState
        icon={<ListTree />}
        title={words('evaluation.matrix.empty')}
        actions={
          <Menu
            label={words('evaluation.matrix.underWhich')}
            entries={criteria.map((code) => ({ id: code.id, label: code.name, onAction: () => add(code) }))}
          >
            <Button variant="primary" icon={<Plus aria-hidden />} isDisabled={session.lockedBy !== null}>
              {words('evaluation.matrix.add')}
            </Button>
          </Menu>
        }
      >
        {words('evaluation.matrix.emptyText')}
      </EmptyState>
    );
  }
  return (
    <Splitter
      id="evaluation-matrix"
      panels={[
        {
          id: 'list',
          content: <QuestionList selectedId={question.id} evidence={evidence} onAdd={(criterion) => add(criterion)} />,
          size: 420,
          minimum: 260,
          keepsSize: true,
        },
        {
          id: 'editor',
          content: (
            <QuestionEditor
              key={question.id}
              question={question}
              evidence={evidence.get(question.id)}
              onAddBelow={() => add(null, question)}
            />
          ),
          minimum: 360,
        },
      ]}
    />
  );
}
