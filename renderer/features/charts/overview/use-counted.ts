/** A matrix counted for a chart, and the way from a chart to the quotes behind it. */
import { useMemo } from 'react';
import { buildMatrix, type Matrix } from '#shared/analysis/matrix.ts';
import type { MatrixColumns } from '#shared/analysis/matrix-scope.ts';
import type { MatrixRows } from '#shared/analysis/matrix-rows.ts';
import type { Kind } from '#shared/domain/kinds.ts';
import { useSession, useVersion } from '#renderer/data/hooks.ts';
import { codingFactsOf } from '#renderer/view-state/coding-facts.ts';
import { openView } from '#renderer/view-state/navigation.ts';
import {
  chooseMatrixColumns,
  chooseMatrixRows,
  clearMatrixFilters,
  selectMatrixCell,
} from '#renderer/view-state/matrix-view.ts';

const KINDS: readonly Kind[] = ['source', 'participant', 'code', 'coding', 'statistic', 'finding', 'intervention'];

/** The whole matrix, unfiltered. */
export function useCounted(rows: MatrixRows, columns: MatrixColumns): Matrix {
  const session = useSession();
  const version = useVersion(KINDS);
  return useMemo(
    () => buildMatrix(session.project, { rows, columns, facts: codingFactsOf(session) }),
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [columns, rows, session, version],
  );
}

/** Opens the quotes behind a number: its cell of the matrix, or the row as a whole. */
export function openCell(rows: MatrixRows, columns: MatrixColumns, row: string, column?: string): void {
  clearMatrixFilters();
  chooseMatrixRows(rows);
  chooseMatrixColumns(columns);
  selectMatrixCell({ row, facet: column === undefined ? { kind: 'total' } : { kind: 'column', column } });
  openView('matrix', 'matrix');
}
