/** What keys and clicks do in the matrix: walk, unfold, open a cell beside it. */
import type { KeyboardEvent, MouseEvent } from 'react';
import { facetOf, type FacetHead, type ShownRow } from '#renderer/features/matrix/matrix-lines.ts';
import type { Side } from '#renderer/features/matrix/MatrixHeads.tsx';
import {
  nextPosition,
  positionOf,
  type GridKeys,
  type GridPosition,
  type GridSize,
} from '#renderer/features/matrix/use-grid-keys.ts';
import { selectMatrixCell, unfoldMatrixRow } from '#renderer/view-state/matrix-view.ts';

export type MatrixGrid = {
  readonly down: readonly Side[];
  readonly across: readonly Side[];
  readonly isTransposed: boolean;
  readonly size: GridSize;
  readonly keys: GridKeys;
};

/** Handlers for the table. */
export function matrixGestures(grid: MatrixGrid): {
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onClick: (event: MouseEvent) => void;
} {
  return {
    onKeyDown: (event) => {
      const at = positionOf(event.target);
      if (at && !event.altKey && press(grid, event, at)) event.preventDefault();
    },
    onClick: (event) => {
      const at = positionOf(event.target);
      if (!at) return;
      grid.keys.setActive(at);
      open(grid, at);
    },
  };
}

/** Says whether the key was one of the matrix. */
function press(grid: MatrixGrid, event: KeyboardEvent, at: GridPosition): boolean {
  if (event.key === 'Enter' || event.key === ' ') {
    open(grid, at);
    return true;
  }
  if (!grid.isTransposed && foldByArrow(grid, event, at)) return true;
  const next = nextPosition(event, at, grid.size);
  if (next) grid.keys.moveTo(next);
  return next !== null;
}

/** As in any tree: on the head of a row the arrows unfold and fold before they walk on. */
function foldByArrow(grid: MatrixGrid, event: KeyboardEvent, at: GridPosition): boolean {
  const { subject, head } = sidesAt(grid, at);
  const folds = { ArrowRight: true, ArrowLeft: false }[event.key];
  if (!subject?.hasChildren || head || folds === undefined || folds === subject.isUnfolded) return false;
  if (subject.row.code) unfoldMatrixRow(subject.row.code, folds);
  return true;
}

function open(grid: MatrixGrid, at: GridPosition): void {
  const { subject, head } = sidesAt(grid, at);
  if (!subject) return;
  if (head) selectMatrixCell({ row: subject.row.id, facet: facetOf(head) });
  else if (subject.hasChildren && subject.row.code) unfoldMatrixRow(subject.row.code, !subject.isUnfolded);
  else selectMatrixCell({ row: subject.row.id, facet: { kind: 'total' } });
}

function sidesAt(
  grid: MatrixGrid,
  at: GridPosition,
): { readonly subject: ShownRow | undefined; readonly head: FacetHead | undefined } {
  const sides = [grid.down[at.row - 1], grid.across[at.column - 1]];
  const subject = sides.find((side) => side?.kind === 'subject');
  const facet = sides.find((side) => side?.kind === 'facet');
  return { subject: subject?.shown, head: facet?.head };
}
