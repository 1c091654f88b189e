/** The heads of the matrix, at the top or at the side: criteria, codes, findings; columns, totals and judgements. */
import { ChevronDown, ChevronRight } from 'lucide-react';
import type { CSSProperties } from 'react';
import type { MatrixColumns } from '#shared/analysis/matrix-scope.ts';
import { useCodebook } from '#renderer/data/hooks.ts';
import type { FacetHead, ShownRow } from '#renderer/features/matrix/matrix-lines.ts';
import { columnLabel } from '#renderer/features/matrix/matrix-words.ts';
import type { GridPosition } from '#renderer/features/matrix/use-grid-keys.ts';
import { useWords } from '#renderer/ui/words.ts';

/** What stands at the head of a line or column: a row of the matrix, or what is told of rows. */
export type Side =
  { readonly kind: 'subject'; readonly shown: ShownRow } | { readonly kind: 'facet'; readonly head: FacetHead };

export type SideHeadProps = {
  readonly side: Side;
  readonly dimension: MatrixColumns;
  /** Stands above a column, else beside a line. */
  readonly isColumn: boolean;
  readonly at: GridPosition;
  readonly isActive: boolean;
};

/** A head. */
export function SideHead({ side, dimension, isColumn, at, isActive }: SideHeadProps) {
  const words = useWords();
  const hint =
    side.kind === 'subject'
      ? side.shown.row.label
      : side.head.kind === 'column'
        ? words('matrix.columnHint', {
            column: columnLabel(side.head.column, dimension, words),
            count: side.head.column.potentialVoices,
          })
        : words(`matrix.hint.${side.head.kind}`);
  return (
    <th
      scope={isColumn ? 'col' : 'row'}
      role={isColumn ? 'columnheader' : 'rowheader'}
      className={`matrix-head matrix-head--${side.kind}`}
      data-at={`${at.row}:${at.column}`}
      tabIndex={isActive ? 0 : -1}
      title={hint}
    >
      {side.kind === 'subject' ? (
        <SubjectHead shown={side.shown} isIndented={!isColumn} />
      ) : (
        <FacetLabel head={side.head} dimension={dimension} />
      )}
    </th>
  );
}

function SubjectHead({ shown, isIndented }: { readonly shown: ShownRow; readonly isIndented: boolean }) {
  const codebook = useCodebook();
  const { row, hasChildren, isUnfolded } = shown;
  const color = row.code === null ? 'var(--line-strong)' : codebook.colorOf(row.code);
  const style = { '--row-color': color, '--depth': isIndented ? row.depth : 0 } as CSSProperties;
  const [number, title] = row.finding ? splitNumber(row.label) : [null, row.label];
  return (
    <span className="matrix-subject" style={style}>
      <span className="matrix-subject__fold" aria-hidden>
        {hasChildren && (isUnfolded ? <ChevronDown /> : <ChevronRight />)}
      </span>
      <span className="matrix-subject__name">
        {number && <span className="matrix-subject__number">{number}</span>}
        {title}
      </span>
    </span>
  );
}

/** The number before a finding's title. */
function splitNumber(label: string): readonly [string, string] {
  const blank = label.indexOf(' ');
  return blank < 0 ? [label, ''] : [label.slice(0, blank), label.slice(blank + 1)];
}

function FacetLabel({ head, dimension }: { readonly head: FacetHead; readonly dimension: MatrixColumns }) {
  const words = useWords();
  if (head.kind !== 'column') return <span className="matrix-head__label">{words(`matrix.head.${head.kind}`)}</span>;
  return (
    <>
      <span className="matrix-head__label">{columnLabel(head.column, dimension, words)}</span>
      <span className="matrix-head__count">{words('matrix.couldSpeak', { count: head.column.potentialVoices })}</span>
    </>
  );
}
