import { describe, expect, it } from 'vitest';
import type { MatrixRow } from '#shared/analysis/matrix.ts';
import { asId } from '#shared/basics/ids.ts';
import { allRows, heatOf, neutralVoices, shownRows } from '#renderer/features/matrix/matrix-lines.ts';
import { clampPosition, nextPosition } from '#renderer/features/matrix/use-grid-keys.ts';

function row(id: string, depth: number): MatrixRow {
  return { id, depth, label: id, code: asId<'code'>(id), finding: null } as MatrixRow;
}

const tree = [row('a', 0), row('a1', 1), row('a11', 2), row('a2', 1), row('b', 0), row('x', 0), row('x1', 1)];
const hasBelow = (one: MatrixRow): boolean => ['a', 'a1', 'x'].includes(one.id);
const isCriterion = (one: MatrixRow): boolean => one.id !== 'x';
const ids = (...unfolded: string[]): string[] =>
  shownRows(tree, new Set(unfolded.map((id) => asId<'code'>(id))), isCriterion, hasBelow).map(({ row: one }) => one.id);

describe('rows in sight', () => {
  it('shows roots only while nothing is unfolded', () => {
    expect(ids()).toEqual(['a', 'b']);
  });

  it('shows what is below an unfolded row, one level at a time', () => {
    expect(ids('a')).toEqual(['a', 'a1', 'a2', 'b']);
    expect(ids('a', 'a1')).toEqual(['a', 'a1', 'a11', 'a2', 'b']);
  });

  it('keeps a row hidden whose own parent is folded', () => {
    expect(ids('a1')).toEqual(['a', 'b']);
  });

  it('leaves out roots that are no criteria, with all below them', () => {
    expect(ids('x')).toEqual(['a', 'b']);
    expect(allRows(tree)).toHaveLength(tree.length);
  });

  it('says what can be unfolded', () => {
    const shown = shownRows(tree, new Set(), isCriterion, hasBelow);
    expect(shown.map(({ hasChildren }) => hasChildren)).toEqual([true, false]);
  });
});

describe('cells', () => {
  it('are as dark as the share of those who could have spoken', () => {
    expect(heatOf({ independentSources: 9 }, { potentialVoices: 12 })).toBe(0.75);
    expect(heatOf({ independentSources: 0 }, { potentialVoices: 0 })).toBe(0);
    // More spoke than were known of: never darker than dark.
    expect(heatOf({ independentSources: 3 }, { potentialVoices: 1 })).toBe(1);
  });

  it('count as neutral who takes no side', () => {
    const cell = { column: 'interview', codings: [], sources: 5, participants: 5, statistics: [] };
    expect(neutralVoices({ ...cell, independentSources: 5, supports: 2, contradicts: 1, mixed: 1 })).toBe(1);
  });
});

describe('walking the grid', () => {
  const size = { rows: 4, columns: 6 };
  const key = (name: string, ctrlKey = false) => ({ key: name, ctrlKey, metaKey: false });

  it('moves by one and stays inside', () => {
    expect(nextPosition(key('ArrowDown'), { row: 1, column: 2 }, size)).toEqual({ row: 2, column: 2 });
    expect(nextPosition(key('ArrowRight'), { row: 3, column: 5 }, size)).toEqual({ row: 3, column: 5 });
    expect(nextPosition(key('ArrowUp'), { row: 0, column: 3 }, size)).toEqual({ row: 0, column: 3 });
  });

  it('goes to the ends', () => {
    expect(nextPosition(key('End'), { row: 2, column: 1 }, size)).toEqual({ row: 2, column: 5 });
    expect(nextPosition(key('Home', true), { row: 3, column: 4 }, size)).toEqual({ row: 1, column: 0 });
    expect(nextPosition(key('End', true), { row: 1, column: 0 }, size)).toEqual({ row: 3, column: 5 });
    expect(nextPosition(key('PageDown'), { row: 1, column: 0 }, size)).toEqual({ row: 3, column: 0 });
  });

  it('never stands in the corner between the heads', () => {
    expect(clampPosition({ row: 0, column: 0 }, size)).toEqual({ row: 0, column: 1 });
  });

  it('leaves other keys alone', () => {
    expect(nextPosition(key('a'), { row: 1, column: 1 }, size)).toBeNull();
  });
});
