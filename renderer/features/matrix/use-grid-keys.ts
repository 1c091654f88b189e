/** Walking a grid by keyboard: one cell at a time can be reached by Tab, arrows move from there. */
import { useCallback, useEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react';

/** Row 0 holds the column heads, column 0 the row heads. */
export type GridPosition = { readonly row: number; readonly column: number };

export type GridSize = { readonly rows: number; readonly columns: number };

const PAGE_ROWS = 8;

/** Where a key leads; null for keys that do not walk. */
export function nextPosition(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey'>,
  from: GridPosition,
  size: GridSize,
): GridPosition | null {
  const isFar = event.ctrlKey || event.metaKey;
  const lastRow = size.rows - 1;
  const lastColumn = size.columns - 1;
  const steps: Readonly<Record<string, GridPosition>> = {
    ArrowUp: { row: isFar ? 1 : from.row - 1, column: from.column },
    ArrowDown: { row: isFar ? lastRow : from.row + 1, column: from.column },
    ArrowLeft: { row: from.row, column: isFar ? 0 : from.column - 1 },
    ArrowRight: { row: from.row, column: isFar ? lastColumn : from.column + 1 },
    Home: { row: isFar ? 1 : from.row, column: 0 },
    End: { row: isFar ? lastRow : from.row, column: lastColumn },
    PageUp: { row: Math.max(1, from.row - PAGE_ROWS), column: from.column },
    PageDown: { row: from.row + PAGE_ROWS, column: from.column },
  };
  const target = steps[event.key];
  return target ? clampPosition(target, size) : null;
}

/** The nearest position in the grid; the corner where the heads meet is none. */
export function clampPosition(position: GridPosition, size: GridSize): GridPosition {
  const row = Math.min(Math.max(position.row, 0), size.rows - 1);
  const column = Math.min(Math.max(position.column, row === 0 ? 1 : 0), size.columns - 1);
  return { row, column };
}

export type GridKeys = {
  readonly active: GridPosition;
  readonly setActive: (position: GridPosition) => void;
  /** Moves there and takes the keyboard along. */
  readonly moveTo: (position: GridPosition) => void;
};

/** Keeps the active cell of a grid whose cells carry `data-at="row:column"`. */
export function useGridKeys(
  grid: RefObject<HTMLElement | null>,
  size: GridSize,
  scrollTo: (row: number) => void,
): GridKeys {
  const [active, setActive] = useState<GridPosition>({ row: 1, column: 0 });
  const wanted = useRef<GridPosition | null>(null);
  const inside = clampPosition(active, size);
  const moveTo = useCallback(
    (position: GridPosition) => {
      wanted.current = position;
      scrollTo(position.row);
      setActive(position);
    },
    [scrollTo],
  );
  useEffect(() => {
    let frame = 0;
    let tries = 0;
    // A row far away exists only after the grid has been scrolled to it.
    const focus = (): void => {
      const at = wanted.current;
      if (!at) return;
      const cell = grid.current?.querySelector<HTMLElement>(`[data-at="${at.row}:${at.column}"]`);
      if (cell) {
        wanted.current = null;
        cell.focus();
      } else if ((tries += 1) < 10) frame = requestAnimationFrame(focus);
    };
    focus();
    return () => cancelAnimationFrame(frame);
  }, [active, grid]);
  return { active: inside, setActive, moveTo };
}

/** The position of the cell that an event happened in. */
export function positionOf(target: EventTarget): GridPosition | null {
  const at = (target as Element).closest<HTMLElement>('[data-at]')?.dataset['at'];
  if (at === undefined) return null;
  const [row = 0, column = 0] = at.split(':').map(Number);
  return { row, column };
}
