/** One line of the matrix with its head and cells; drawn anew only when it or what is active in it has changed. */
import { memo, type CSSProperties, type Ref } from 'react';
import type { MatrixCell } from '#shared/analysis/matrix.ts';
import type { MatrixColumns } from '#shared/analysis/matrix-scope.ts';
import { ConvergenceCell, CountCell, StrengthCell, TotalCell } from '#renderer/features/matrix/MatrixCells.tsx';
import { SideHead, type Side } from '#renderer/features/matrix/MatrixHeads.tsx';
import { heatOf, type FacetHead, type ShownRow } from '#renderer/features/matrix/matrix-lines.ts';
import { columnLabel, useCellSentence } from '#renderer/features/matrix/matrix-words.ts';
import { useWords } from '#renderer/ui/words.ts';

export type MatrixLineProps = {
  readonly ref?: Ref<HTMLTableRowElement>;
  readonly place: number;
  readonly side: Side;
  readonly across: readonly Side[];
  readonly dimension: MatrixColumns;
  readonly activeColumn: number | null;
  readonly selectedColumn: number | null;
};

/** A line. */
export const MatrixLine = memo(function MatrixLine(props: MatrixLineProps) {
  const { side, across, dimension, place, activeColumn, selectedColumn } = props;
  const row = place + 1;
  const tree =
    side.kind === 'subject'
      ? {
          'aria-level': side.shown.row.depth + 1,
          ...(side.shown.hasChildren && { 'aria-expanded': side.shown.isUnfolded }),
        }
      : {};
  return (
    <tr
      ref={props.ref}
      data-index={place}
      data-depth={side.kind === 'subject' ? Math.min(side.shown.row.depth, 3) : 0}
      aria-rowindex={row + 1}
      {...tree}
    >
      <SideHead
        side={side}
        dimension={dimension}
        isColumn={false}
        at={{ row, column: 0 }}
        isActive={activeColumn === 0}
      />
      {across.map((other, column) => {
        const subject = side.kind === 'subject' ? side.shown : other.kind === 'subject' ? other.shown : null;
        const head = side.kind === 'facet' ? side.head : other.kind === 'facet' ? other.head : null;
        if (!subject || !head) return null;
        return (
          <Cell
            key={column}
            subject={subject}
            head={head}
            dimension={dimension}
            at={`${row}:${column + 1}`}
            isActive={activeColumn === column + 1}
            isSelected={selectedColumn === column}
          />
        );
      })}
    </tr>
  );
});

type CellProps = {
  readonly subject: ShownRow;
  readonly head: FacetHead;
  readonly dimension: MatrixColumns;
  readonly at: string;
  readonly isActive: boolean;
  readonly isSelected: boolean;
};

const Cell = memo(function Cell({ subject, head, dimension, at, isActive, isSelected }: CellProps) {
  const words = useWords();
  const sentence = useCellSentence();
  const { row } = subject;
  const shared = { 'data-at': at, tabIndex: isActive ? 0 : -1, 'aria-selected': isSelected, role: 'gridcell' } as const;
  if (head.kind !== 'column') {
    return (
      <td {...shared} className={`matrix-cell matrix-cell--${head.kind}`}>
        {head.kind === 'total' && <TotalCell row={row} />}
        {head.kind === 'convergence' && <ConvergenceCell row={row} />}
        {head.kind === 'strength' && <StrengthCell row={row} />}
      </td>
    );
  }
  const cell = row.cells[head.place] as MatrixCell;
  const said = sentence(row, columnLabel(head.column, dimension, words), cell, head.column.potentialVoices);
  return (
    <td
      {...shared}
      className="matrix-cell"
      style={{ '--heat': heatOf(cell, head.column).toFixed(3) } as CSSProperties}
      aria-label={said}
      title={said}
    >
      <CountCell cell={cell} column={head.column} />
    </td>
  );
});
