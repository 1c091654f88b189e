/** One question of the evaluation matrix: its words, how it is planned to be answered, and what answers it so far. */
import { ArrowDown, ArrowUp, CornerDownRight, Grid3x3, Trash2 } from 'lucide-react';
import type { MatrixRow } from '#shared/analysis/matrix.ts';
import { editQuestion, removeQuestion, shiftQuestion } from '#shared/domain/evaluation/question-edits.ts';
import { questionTexts, type Question } from '#shared/domain/evaluation/question.ts';
import { useRecords, useSession } from '#renderer/data/hooks.ts';
import { commitPlan } from '#renderer/features/evaluation/evaluation-commit.ts';
import { QuestionEvidence } from '#renderer/features/evaluation/QuestionEvidence.tsx';
import { QuestionPlace } from '#renderer/features/evaluation/QuestionPlace.tsx';
import { QuestionPlan } from '#renderer/features/evaluation/QuestionPlan.tsx';
import { openPlace, selectQuestion } from '#renderer/view-state/navigation.ts';
import { chooseMatrixRows } from '#renderer/view-state/matrix-view.ts';
import { Button, IconButton } from '#renderer/ui/Button.tsx';
import { useDraftText, useLongDraftText } from '#renderer/ui/draft-text.ts';
import { TextArea, TextField } from '#renderer/ui/TextField.tsx';
import { useWords } from '#renderer/ui/words.ts';

export type QuestionEditorProps = {
  readonly question: Question;
  readonly evidence: MatrixRow | undefined;
  readonly onAddBelow: () => void;
};

/** The editor. */
export function QuestionEditor({ question, evidence, onAddBelow }: QuestionEditorProps) {
  const words = useWords();
  const session = useSession();
  useRecords('question');
  const isReadOnly = session.lockedBy !== null;
  const edit = (values: Parameters<typeof editQuestion>[1]): void => {
    // Typing that is handed on after a removal must not bring half a question back.
    const current = session.project.get('question', question.id);
    if (current) commitPlan(session, editQuestion(current, values));
  };
  const number = useDraftText(question.number, (value) => {
    if (value.trim() !== '') edit({ number: value.trim() });
  });
  const shift = (by: -1 | 1): void => void commitPlan(session, shiftQuestion(session.project, question, by));
  const remove = (): void => {
    const message = words('evaluation.matrix.removed', { number: question.number });
    if (commitPlan(session, removeQuestion(session.project, question), message)) selectQuestion(null);
  };
  return (
    <section
      className="evaluation-editor"
      aria-label={words('evaluation.matrix.questionNamed', { number: question.number })}
    >
      <div className="evaluation-editor__inside">
        <div className="evaluation-editor__head">
          <TextField
            className="evaluation-editor__number"
            label={words('evaluation.matrix.number')}
            maxLength={40}
            isReadOnly={isReadOnly}
            {...number}
          />
          <QuestionPlace question={question} isReadOnly={isReadOnly} />
          <span className="evaluation-editor__space" />
          <Button
            icon={<Grid3x3 aria-hidden />}
            variant="quiet"
            onPress={() => {
              chooseMatrixRows('question');
              openPlace('matrix');
            }}
          >
            {words('evaluation.matrix.inMatrix')}
          </Button>
          {!isReadOnly && (
            <>
              <IconButton
                label={words('evaluation.matrix.addBelow')}
                icon={<CornerDownRight aria-hidden />}
                onPress={onAddBelow}
              />
              <IconButton label={words('evaluation.up')} icon={<ArrowUp aria-hidden />} onPress={() => shift(-1)} />
              <IconButton label={words('evaluation.down')} icon={<ArrowDown aria-hidden />} onPress={() => shift(1)} />
              <IconButton label={words('evaluation.matrix.remove')} icon={<Trash2 aria-hidden />} onPress={remove} />
            </>
          )}
        </div>
        <QuestionTextField field="text" question={question} onEdit={edit} isReadOnly={isReadOnly} />
        <QuestionEvidence question={question} evidence={evidence} isReadOnly={isReadOnly} />
        <QuestionPlan question={question} isReadOnly={isReadOnly} />
        <div className="evaluation-editor__texts">
          {questionTexts.slice(1).map((field) => (
            <QuestionTextField key={field} field={field} question={question} onEdit={edit} isReadOnly={isReadOnly} />
          ))}
        </div>
      </div>
    </section>
  );
}

const LETTERS_PER_LINE = 48;

/** As many lines as the words take, within reason. */
function rowsFor(text: string): number {
  const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / LETTERS_PER_LINE)), 0);
  return Math.min(10, Math.max(2, lines));
}

type QuestionTextFieldProps = {
  readonly field: (typeof questionTexts)[number];
  readonly question: Question;
  readonly onEdit: (values: Parameters<typeof editQuestion>[1]) => void;
  readonly isReadOnly: boolean;
};

function QuestionTextField({ field, question, onEdit, isReadOnly }: QuestionTextFieldProps) {
  const words = useWords();
  const draft = useLongDraftText(question[field], (value) => onEdit({ [field]: value }));
  return (
    <TextArea
      className={field === 'text' ? 'evaluation-editor__question' : ''}
      label={words(`evaluation.matrix.field.${field}`)}
      rows={rowsFor(draft.value)}
      isReadOnly={isReadOnly}
      autoFocus={field === 'text' && question.text === ''}
      {...draft}
    />
  );
}
