/** The evaluation questions that a finding answers. */
import { asId } from '#shared/basics/ids.ts';
import { setFindingQuestion } from '#shared/domain/evaluation/intervention-scope-edits.ts';
import { buildQuestionTree } from '#shared/domain/evaluation/question-tree.ts';
import type { Finding } from '#shared/domain/findings/finding.ts';
import { commitDraft } from '#renderer/features/findings/findings-commit.ts';
import { LinkPicker } from '#renderer/features/findings/LinkPicker.tsx';
import { useRecords, useSession } from '#renderer/data/hooks.ts';
import { showQuestion } from '#renderer/view-state/navigation.ts';
import { useWords } from '#renderer/ui/words.ts';

export type AnsweredQuestionsProps = { readonly finding: Finding; readonly isReadOnly: boolean };

/** The links; nothing as long as there are no questions. */
export function AnsweredQuestions({ finding, isReadOnly }: AnsweredQuestionsProps) {
  const words = useWords();
  const session = useSession();
  const questions = useRecords('question');
  if (questions.length === 0) return null;
  const targets = buildQuestionTree(questions).flat.map(({ question: { id, number, text } }) => ({ id, number, text }));
  return (
    <LinkPicker
      label={words('findings.questions')}
      targets={targets}
      linked={finding.questions ?? {}}
      onLink={(id, isLinked) => {
        const current = session.project.get('finding', finding.id);
        if (current) commitDraft(session, setFindingQuestion(current, id, isLinked));
      }}
      onOpen={(id) => showQuestion(asId(id))}
      isReadOnly={isReadOnly}
      emptyText={words('findings.noQuestions')}
    />
  );
}
