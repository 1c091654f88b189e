/** The matrix as a grid of lines: which rows are in sight, and what stands where when rows and columns are swapped. */
import type { Matrix, MatrixCell, MatrixRow } from '#shared/analysis/matrix.ts';
import type { MatrixColumn } from '#shared/analysis/matrix-scope.ts';
import type { CodeId } from '#shared/domain/codebook/code.ts';
import type { Facet, MatrixOrder } from '#renderer/view-state/matrix-view.ts';

/** A row of the matrix as it is shown: it may have codes below it that are folded away. */
export type ShownRow = { readonly row: MatrixRow; readonly hasChildren: boolean; readonly isUnfolded: boolean };

/** The rows in sight: criteria, and the codes below those that are unfolded. */
export function shownRows(
  rows: readonly MatrixRow[],
  unfolded: ReadonlySet<CodeId>,
  isRoot: (row: MatrixRow) => boolean,
  hasBelow: (row: MatrixRow) => boolean,
): readonly ShownRow[] {
  const shown: ShownRow[] = [];
  // Rows come top down: a row is in sight while every row above it in the tree is in sight and unfolded.
  let hiddenBelow = Number.POSITIVE_INFINITY;
  for (const row of rows) {
    if (row.depth > hiddenBelow) continue;
    hiddenBelow = Number.POSITIVE_INFINITY;
    if (row.depth === 0 && !isRoot(row)) {
      hiddenBelow = 0;
      continue;
    }
    const hasChildren = hasBelow(row);
    const isUnfolded = hasChildren && row.code !== null && unfolded.has(row.code);
    if (!isUnfolded) hiddenBelow = row.depth;
    shown.push({ row, hasChildren, isUnfolded });
  }
  return shown;
}

/** Every row, with nothing to fold: the whole codebook, or findings. */
export function allRows(rows: readonly MatrixRow[]): readonly ShownRow[] {
  return rows.map((row) => ({ row, hasChildren: false, isUnfolded: false }));
}

const CONVERGENCE_ORDER = ['dissonance', 'partial-agreement', 'agreement', 'silence'] as const;

/** Puts the rows in order; what stands below a row goes with it. Even rows keep the order of the codebook. */
export function orderRows(rows: readonly ShownRow[], order: MatrixOrder): readonly ShownRow[] {
  if (order === 'given') return rows;
  const top = Math.min(...rows.map(({ row }) => row.depth));
  const blocks: ShownRow[][] = [];
  for (const shown of rows) {
    if (shown.row.depth === top || blocks.length === 0) blocks.push([shown]);
    else blocks.at(-1)?.push(shown);
  }
  const valueOf = ([first]: readonly ShownRow[]): number => {
    const row = (first as ShownRow).row;
    if (order === 'apart') {
      const { judgement, suggested } = row.convergence;
      return CONVERGENCE_ORDER.indexOf(judgement?.convergence ?? suggested);
    }
    return order === 'most' ? -row.independentSources : row.independentSources;
  };
  return blocks.sort((a, b) => valueOf(a) - valueOf(b)).flat();
}

/** One head of the side on which the columns, totals and judgements stand. */
export type FacetHead =
  | { readonly kind: 'column'; readonly column: MatrixColumn; readonly place: number }
  | { readonly kind: 'total' | 'convergence' | 'strength' };

/** Columns first, then what is said of the row as a whole. */
export function facetHeads(matrix: Matrix): readonly FacetHead[] {
  return [
    ...matrix.columns.map((column, place) => ({ kind: 'column' as const, column, place })),
    { kind: 'total' },
    { kind: 'convergence' },
    { kind: 'strength' },
  ];
}

/** The facet that a head stands for. */
export function facetOf(head: FacetHead): Facet {
  return head.kind === 'column' ? { kind: 'column', column: head.column.id } : { kind: head.kind };
}

/** Neutral voices: those that take no side. */
export function neutralVoices(cell: MatrixCell): number {
  return cell.independentSources - cell.supports - cell.contradicts - cell.mixed;
}

/** How dark a cell is: the share of those who could have spoken, from 0 to 1. */
export function heatOf(
  cell: Pick<MatrixCell, 'independentSources'>,
  column: Pick<MatrixColumn, 'potentialVoices'>,
): number {
  const potential = Math.max(column.potentialVoices, cell.independentSources);
  return potential === 0 ? 0 : cell.independentSources / potential;
}
