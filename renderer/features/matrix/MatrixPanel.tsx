/** Beside the matrix: the excerpts behind a cell, or why a convergence or strength is suggested, with the judgement. */
import { X } from 'lucide-react';
import type { Matrix, MatrixRow } from '#shared/analysis/matrix.ts';
import type { MatrixColumns } from '#shared/analysis/matrix-scope.ts';
import { CellExcerpts } from '#renderer/features/matrix/CellExcerpts.tsx';
import { ConvergenceDetails } from '#renderer/features/matrix/ConvergenceDetails.tsx';
import { columnLabel } from '#renderer/features/matrix/matrix-words.ts';
import { StrengthDetails } from '#renderer/features/matrix/StrengthDetails.tsx';
import type { Facet } from '#renderer/view-state/matrix-view.ts';
import { IconButton } from '#renderer/ui/Button.tsx';
import { useWords } from '#renderer/ui/words.ts';
import './MatrixPanel.css';

export type MatrixPanelProps = {
  readonly matrix: Matrix;
  readonly row: MatrixRow;
  readonly facet: Facet;
  readonly dimension: MatrixColumns;
  readonly onClose: () => void;
};

/** The panel. */
export function MatrixPanel({ matrix, row, facet, dimension, onClose }: MatrixPanelProps) {
  const words = useWords();
  const column = facet.kind === 'column' ? matrix.columns.find(({ id }) => id === facet.column) : undefined;
  const name = column ? columnLabel(column, dimension, words) : words(`matrix.head.${facet.kind}`);
  return (
    <section
      className="matrix-panel"
      aria-label={words('matrix.cellOf', { row: row.label, column: name })}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) onClose();
      }}
    >
      <header className="matrix-panel__head">
        <div className="matrix-panel__names">
          <h2 className="matrix-panel__row">{row.label}</h2>
          <p className="matrix-panel__column">{name}</p>
        </div>
        <IconButton label={words('common.close')} icon={<X aria-hidden />} onPress={onClose} />
      </header>
      {facet.kind === 'convergence' ? (
        <ConvergenceDetails matrix={matrix} row={row} dimension={dimension} />
      ) : facet.kind === 'strength' ? (
        <StrengthDetails row={row} />
      ) : (
        <CellExcerpts key={facet.kind === 'column' ? facet.column : facet.kind} row={row} column={column ?? null} />
      )}
    </section>
  );
}
