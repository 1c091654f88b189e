/** The matrix as a table: sticky heads, only the rows in sight exist, walked by arrow keys, opened by Enter or a click. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useMemo, useRef } from 'react';
import type { Matrix } from '#shared/analysis/matrix.ts';
import type { MatrixColumns } from '#shared/analysis/matrix-scope.ts';
import { facetHeads, facetOf, type ShownRow } from '#renderer/features/matrix/matrix-lines.ts';
import { MatrixLine } from '#renderer/features/matrix/MatrixLine.tsx';
import { SideHead, type Side } from '#renderer/features/matrix/MatrixHeads.tsx';
import { matrixGestures } from '#renderer/features/matrix/matrix-gestures.ts';
import { useGridKeys } from '#renderer/features/matrix/use-grid-keys.ts';
import { isSameFacet, type MatrixSelection } from '#renderer/view-state/matrix-view.ts';
import { classNames } from '#renderer/ui/class-names.ts';
import { useWords } from '#renderer/ui/words.ts';
import './MatrixTable.css';

export type MatrixTableProps = {
  readonly matrix: Matrix;
  readonly rows: readonly ShownRow[];
  readonly dimension: MatrixColumns;
  readonly isTransposed: boolean;
  readonly selection: MatrixSelection | null;
};

const ROW_HEIGHT = 54;
/** Together with four columns and all that is said of a row it fits beside the panel in a window of 1366 pixels. */
const HEAD_WIDTH = 164;

/** The table. */
export function MatrixTable({ matrix, rows, dimension, isTransposed, selection }: MatrixTableProps) {
  const words = useWords();
  const scroller = useRef<HTMLDivElement>(null);
  const [down, across] = useMemo(() => {
    const subjects = rows.map((shown): Side => ({ kind: 'subject', shown }));
    const facets = facetHeads(matrix).map((head): Side => ({ kind: 'facet', head }));
    return isTransposed ? [facets, subjects] : [subjects, facets];
  }, [isTransposed, matrix, rows]);
  const virtualizer = useVirtualizer({
    count: down.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 10,
  });
  const size = { rows: down.length + 1, columns: across.length + 1 };
  const scrollTo = useCallback((row: number) => row > 0 && virtualizer.scrollToIndex(row - 1), [virtualizer]);
  const keys = useGridKeys(scroller, size, scrollTo);

  const gestures = matrixGestures({ down, across, isTransposed, size, keys });
  const placeOf = (sides: readonly Side[]): number | null => {
    if (!selection) return null;
    const place = sides.findIndex((side) =>
      side.kind === 'subject' ? side.shown.row.id === selection.row : isSameFacet(facetOf(side.head), selection.facet),
    );
    return place < 0 ? null : place;
  };
  const selected = { row: placeOf(down), column: placeOf(across) };
  const lines = virtualizer.getVirtualItems();
  const above = lines[0]?.start ?? 0;
  const below = virtualizer.getTotalSize() - (lines.at(-1)?.end ?? 0);
  const width = HEAD_WIDTH + across.reduce((sum, side) => sum + widthOf(side), 0);
  return (
    <div ref={scroller} className="matrix-scroll">
      <table
        className={classNames('matrix-table', isTransposed && 'matrix-table--transposed')}
        role="treegrid"
        aria-label={words('matrix.title')}
        aria-rowcount={size.rows}
        aria-colcount={size.columns}
        style={{ minWidth: withLetters(width) }}
        {...gestures}
      >
        <colgroup>
          <col style={{ width: withLetters(HEAD_WIDTH) }} />
          {across.map((side, place) => (
            <col key={place} style={{ width: withLetters(widthOf(side)) }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            <td className="matrix-corner" />
            {across.map((side, place) => (
              <SideHead
                key={place}
                side={side}
                dimension={dimension}
                isColumn
                at={{ row: 0, column: place + 1 }}
                isActive={keys.active.row === 0 && keys.active.column === place + 1}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {above > 0 && <tr aria-hidden style={{ height: above }} />}
          {lines.map((line) => (
            <MatrixLine
              key={line.key}
              ref={virtualizer.measureElement}
              place={line.index}
              side={down[line.index] as Side}
              across={across}
              dimension={dimension}
              activeColumn={keys.active.row === line.index + 1 ? keys.active.column : null}
              selectedColumn={selected.row === line.index ? selected.column : null}
            />
          ))}
          {below > 0 && <tr aria-hidden style={{ height: below }} />}
        </tbody>
      </table>
    </div>
  );
}

function widthOf(side: Side): number {
  if (side.kind === 'subject') return 150;
  return { column: 106, total: 74, convergence: 132, strength: 118 }[side.head.kind];
}

/** Pixels at the usual size of letters, which grow with them. */
function withLetters(pixels: number): string {
  return `${pixels / 16}rem`;
}
