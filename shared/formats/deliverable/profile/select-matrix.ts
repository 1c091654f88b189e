/** A matrix as it goes out: only excerpts that may be shown, and for the public no small counts of people. */
import { hideSmallCells } from '#shared/analysis/small-cells.ts';
import type { CodingId } from '#shared/domain/coding/coding.ts';
import type { MatrixTable, MatrixTableCell, MatrixTableRow } from '#shared/formats/deliverable/matrix-table.ts';
import type { ExportProfile } from '#shared/formats/deliverable/profile/export-profile.ts';

export type MatrixRules = {
  readonly profile: ExportProfile;
  readonly clean: (text: string) => string;
  readonly isKept: (coding: CodingId) => boolean;
};

export type SelectedMatrix = { readonly matrix: MatrixTable; readonly hidden: number };

/** The matrix for a profile. */
export function selectMatrix(matrix: MatrixTable, rules: MatrixRules): SelectedMatrix {
  let hidden = 0;
  const rows = matrix.rows.map((row): MatrixTableRow => {
    const { judgement } = row.convergence;
    const cells = row.cells.map((cell) => ({ ...cell, codings: cell.codings.filter(rules.isKept) }));
    const cleaned = {
      ...row,
      label: rules.profile === 'full' ? row.label : rules.clean(row.label),
      convergence: {
        ...row.convergence,
        judgement: judgement && { convergence: judgement.convergence, reason: rules.clean(judgement.reason) },
      },
      strength: { ...row.strength, reason: rules.clean(row.strength.reason) },
      cells,
    };
    if (rules.profile !== 'public') return cleaned;
    const safe = hideSmallCounts(cleaned);
    hidden += safe.hidden;
    return safe.row;
  });
  return { matrix: { columns: matrix.columns, rows }, hidden };
}

/** Documents are no people: their counts stay. Voices of several columns overlap, yet sums are taken as if they did not. */
function hideSmallCounts(row: MatrixTableRow): { readonly row: MatrixTableRow; readonly hidden: number } {
  const people = row.cells.filter(({ column }) => column !== 'document');
  const shown = hideSmallCells([people.map((cell) => cell.independentSources ?? 0)]);
  let hidden = 0;
  const cells = row.cells.map((cell): MatrixTableCell => {
    const place = people.indexOf(cell);
    if (place < 0) return cell;
    const count = shown.cells[0]?.[place] ?? null;
    const counts = [cell.supports, cell.contradicts, cell.mixed];
    const neutral = (cell.independentSources ?? 0) - counts.reduce<number>((sum, item) => sum + (item ?? 0), 0);
    const isSmall = [...counts, neutral].some((item) => (item ?? 0) > 0 && (item ?? 0) < 5);
    if (count === null) hidden += 1;
    if (count !== null && !isSmall) return cell;
    return { ...cell, independentSources: count, supports: null, contradicts: null, mixed: null };
  });
  const total = shown.rowTotals[0] === null ? null : row.independentSources;
  return { row: { ...row, cells, independentSources: total }, hidden };
}
