/** Why a convergence is suggested for a row, pair by pair in words, and the judgement of a person beside it. */
import { useState } from 'react';
import type { Matrix, MatrixRow } from '#shared/analysis/matrix.ts';
import type { MatrixColumns } from '#shared/analysis/matrix-scope.ts';
import { convergenceGlyphs } from '#shared/domain/evidence/judgement.ts';
import { removeJudgement } from '#shared/domain/findings/finding-edits.ts';
import { useRecord, useSession } from '#renderer/data/hooks.ts';
import { ConvergenceReasons } from '#renderer/features/matrix/ConvergenceReasons.tsx';
import { JudgeDialog } from '#renderer/features/matrix/JudgeDialog.tsx';
import { takeBack } from '#renderer/view-state/take-back.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { showToast } from '#renderer/ui/Toast.tsx';
import { useWords } from '#renderer/ui/words.ts';

export type ConvergenceDetailsProps = {
  readonly matrix: Matrix;
  readonly row: MatrixRow;
  readonly dimension: MatrixColumns;
};

/** The suggestion, its reasons, and the judgement. */
export function ConvergenceDetails({ matrix, row, dimension }: ConvergenceDetailsProps) {
  const words = useWords();
  const session = useSession();
  const [isJudging, setJudging] = useState(false);
  const { suggested, judgement } = row.convergence;
  const judge = useRecord('person', judgement?.by ?? null);
  const takeJudgementBack = (): void => {
    const change = session.commit(removeJudgement(row.id, dimension));
    if (!change) return;
    showToast({
      message: words('matrix.judgementRemoved', { row: row.label }),
      action: { label: words('common.undo'), onPress: () => takeBack(session, change) },
    });
  };
  return (
    <div className="matrix-details">
      <section className="matrix-judgement" data-judged={judgement !== null || undefined}>
        {judgement ? (
          <>
            <p className="matrix-judgement__by">
              {words('matrix.judgedByName', { name: judge?.name ?? words('common.unknown') })}
            </p>
            <p className="matrix-details__lead">
              <Mark convergence={judgement.convergence} />
              {words(`matrix.convergenceWord.${judgement.convergence}`)}
            </p>
            <p className="matrix-judgement__reason">{judgement.reason}</p>
          </>
        ) : (
          <p className="matrix-details__text">{words('matrix.notJudged')}</p>
        )}
        {!session.lockedBy && (
          <div className="matrix-judgement__actions">
            <Button variant={judgement ? 'secondary' : 'primary'} onPress={() => setJudging(true)}>
              {words(judgement ? 'matrix.changeJudgement' : 'matrix.judge')}
            </Button>
            {judgement && (
              <Button variant="quiet" onPress={takeJudgementBack}>
                {words('matrix.takeBack')}
              </Button>
            )}
          </div>
        )}
      </section>
      <p className="matrix-judgement__by">{words('matrix.suggestedByRule')}</p>
      <p className="matrix-details__lead">
        <Mark convergence={suggested} />
        {words(`matrix.convergenceWord.${suggested}`)}
      </p>
      <ConvergenceReasons matrix={matrix} row={row} dimension={dimension} />
      {isJudging && <JudgeDialog matrix={matrix} row={row} dimension={dimension} onClose={() => setJudging(false)} />}
    </div>
  );
}

function Mark({ convergence }: { readonly convergence: keyof typeof convergenceGlyphs }) {
  return (
    <span className={`matrix-mark matrix-mark--${convergence} matrix-mark--bare`} aria-hidden>
      <span className="matrix-mark__glyph">{convergenceGlyphs[convergence]}</span>
    </span>
  );
}
