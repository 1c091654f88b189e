/** How the matrix is looked at: its rows and columns, filters, what is unfolded, the cell in hand. */
import { create } from 'zustand';
import type { MatrixRows } from '#shared/analysis/matrix-rows.ts';
import type { MatrixColumns, WhereClause } from '#shared/analysis/matrix-scope.ts';
import type { CodeId } from '#shared/domain/codebook/code.ts';

/** What a cell is about besides its row: a column of the matrix by id, or what is said of the row as a whole. */
export type Facet = { readonly kind: 'column'; readonly column: string } | { readonly kind: RowFacet };
export type RowFacet = 'total' | 'convergence' | 'strength';

/** A cell: a row by id, and what of it. */
export type MatrixSelection = { readonly row: string; readonly facet: Facet };

/** In which order the rows stand: as in the codebook, or by what they hold; codes stay below their own. */
export const matrixOrders = ['given', 'most', 'least', 'apart'] as const;
export type MatrixOrder = (typeof matrixOrders)[number];

export type MatrixView = {
  readonly rows: MatrixRows;
  readonly columns: MatrixColumns;
  readonly where: readonly WhereClause[];
  /** Criteria whose codes are shown below them. */
  readonly unfolded: ReadonlySet<CodeId>;
  readonly order: MatrixOrder;
  readonly isTransposed: boolean;
  readonly selection: MatrixSelection | null;
};

const START: MatrixView = {
  rows: 'criterion',
  columns: 'method',
  where: [],
  unfolded: new Set(),
  order: 'given',
  isTransposed: false,
  selection: null,
};

export const useMatrixView = create<MatrixView>(() => START);

/** Forgets everything, such as when another evaluation is opened. */
export function resetMatrixView(): void {
  useMatrixView.setState(START, true);
}

/** Chooses what the rows are; a cell of the old rows is let go. */
export function chooseMatrixRows(rows: MatrixRows): void {
  useMatrixView.setState({ rows, selection: null });
}

/** Chooses what the columns are. */
export function chooseMatrixColumns(columns: MatrixColumns): void {
  useMatrixView.setState({ columns, selection: null });
}

/** Puts the rows in another order. */
export function orderMatrixRows(order: MatrixOrder): void {
  useMatrixView.setState({ order });
}

/** Swaps rows and columns. */
export function transposeMatrix(): void {
  useMatrixView.setState(({ isTransposed }) => ({ isTransposed: !isTransposed }));
}

/** Filters by a value, or no longer does. */
export function filterMatrix(clause: WhereClause, isOn: boolean): void {
  useMatrixView.setState(({ where }) => {
    const others = where.filter((one) => one.name !== clause.name || one.value !== clause.value);
    return { where: isOn ? [...others, clause] : others };
  });
}

/** Shows everything again. */
export function clearMatrixFilters(): void {
  useMatrixView.setState({ where: [] });
}

/** Shows or hides the codes below a code. */
export function unfoldMatrixRow(code: CodeId, isUnfolded: boolean): void {
  useMatrixView.setState(({ unfolded }) => {
    const next = new Set(unfolded);
    if (isUnfolded) next.add(code);
    else next.delete(code);
    return { unfolded: next };
  });
}

/** Unfolds exactly these. */
export function unfoldMatrixRows(codes: readonly CodeId[]): void {
  useMatrixView.setState({ unfolded: new Set(codes) });
}

/** Opens a cell beside the matrix; null closes it. */
export function selectMatrixCell(selection: MatrixSelection | null): void {
  useMatrixView.setState({ selection });
}

/** The same facet: facets are made anew with each render. */
export function isSameFacet(a: Facet, b: Facet): boolean {
  return a.kind === b.kind && (a.kind !== 'column' || b.kind !== 'column' || a.column === b.column);
}
