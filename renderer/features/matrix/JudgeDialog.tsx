/** A person judges how the sources of a row converge, beside the suggestion and its reasons; a reason is required. */
import { useState } from 'react';
import type { Matrix, MatrixRow } from '#shared/analysis/matrix.ts';
import type { MatrixColumns } from '#shared/analysis/matrix-scope.ts';
import { convergenceGlyphs, convergences, type Convergence } from '#shared/domain/evidence/judgement.ts';
import { judgeConvergence } from '#shared/domain/findings/finding-edits.ts';
import { useSession } from '#renderer/data/hooks.ts';
import { ConvergenceReasons } from '#renderer/features/matrix/ConvergenceReasons.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { RadioGroup } from '#renderer/ui/Checkbox.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { TextArea } from '#renderer/ui/TextField.tsx';
import { useWords } from '#renderer/ui/words.ts';

export type JudgeDialogProps = {
  readonly matrix: Matrix;
  readonly row: MatrixRow;
  readonly dimension: MatrixColumns;
  readonly onClose: () => void;
};

/** The dialog. */
export function JudgeDialog({ matrix, row, dimension, onClose }: JudgeDialogProps) {
  const words = useWords();
  const session = useSession();
  const { suggested, judgement } = row.convergence;
  const [convergence, setConvergence] = useState<Convergence>(judgement?.convergence ?? suggested);
  const [reason, setReason] = useState(judgement?.reason ?? '');
  const [isTried, setTried] = useState(false);
  const hasReason = reason.trim() !== '';
  const save = (): void => {
    setTried(true);
    if (!hasReason) return;
    session.commit(
      judgeConvergence({
        subject: row.id,
        columns: dimension,
        convergence,
        reason: reason.trim(),
        by: session.person,
      }),
    );
    onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={words('matrix.judgeTitle', { row: row.label })}
      size="wide"
      actions={
        <>
          <Button onPress={onClose}>{words('common.cancel')}</Button>
          <Button variant="primary" onPress={save}>
            {words('matrix.saveJudgement')}
          </Button>
        </>
      }
    >
      <div className="matrix-judge">
        <div className="matrix-judge__form">
          <RadioGroup
            label={words('matrix.yourJudgement')}
            options={convergences.map((value) => ({
              value,
              label: `${convergenceGlyphs[value]}  ${words(`matrix.convergenceWord.${value}`)}`,
              description: words(`matrix.convergenceMeans.${value}`),
            }))}
            value={convergence}
            onChange={setConvergence}
          />
          <TextArea
            label={words('matrix.reasonLabel')}
            isRequired
            rows={4}
            value={reason}
            onChange={setReason}
            autoFocus
            description={words('matrix.reasonHelp')}
            error={isTried && !hasReason ? words('matrix.reasonMissing') : ''}
          />
        </div>
        <div className="matrix-judge__why">
          <h3 className="matrix-details__heading">
            {words('matrix.suggestion', { word: words(`matrix.convergenceWord.${suggested}`) })}
          </h3>
          <ConvergenceReasons matrix={matrix} row={row} dimension={dimension} />
        </div>
      </div>
    </Dialog>
  );
}
