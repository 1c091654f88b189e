/** The matrix in words: what its columns are called, and a sentence for each cell that needs no eyes. */
import { useMemo } from 'react';
import type { MatrixCell, MatrixRow } from '#shared/analysis/matrix.ts';
import type { MatrixColumn, MatrixColumns } from '#shared/analysis/matrix-scope.ts';
import { useSession } from '#renderer/data/hooks.ts';
import type { FilterName } from '#renderer/features/matrix/column-choices.ts';
import { useFormats } from '#renderer/ui/formats.ts';
import { useWords, type Words } from '#renderer/ui/words.ts';

/** What a dimension is called, such as Method or an attribute's own name. */
export function dimensionLabel(name: FilterName, words: Words): string {
  return name.startsWith('attribute:') ? name.slice('attribute:'.length) : words(`matrix.dimension.${name}`);
}

/** What a column is called. */
export function columnLabel(
  column: Pick<MatrixColumn, 'id' | 'label' | 'isStated'>,
  dimension: MatrixColumns,
  words: Words,
): string {
  if (!column.isStated) return words('matrix.notStated');
  return dimension === 'method' ? words(`common.methods.${column.id}`) : column.label;
}

/** What a value to filter by is called. */
export function useValueLabel(): (name: FilterName, value: string) => string {
  const words = useWords();
  const { project } = useSession();
  return useMemo(
    () => (name, value) => {
      if (name === 'method') return words(`common.methods.${value}`);
      if (name === 'coder') return project.all('person').find((one) => one.id === value)?.name ?? value;
      if (name === 'intervention') return project.all('intervention').find((one) => one.id === value)?.code ?? value;
      return value;
    },
    [project, words],
  );
}

/** A sentence for a cell: what is counted, how much of how much, and what it says. */
export function useCellSentence(): (row: MatrixRow, name: string, cell: MatrixCell, potential: number) => string {
  const words = useWords();
  const { list } = useFormats();
  return useMemo(
    () => (row, name, cell, potential) => {
      const head = words('matrix.cellOf', { row: row.label, column: name });
      if (cell.independentSources === 0) {
        return `${head}: ${words(potential > 0 ? 'matrix.nothingSaid' : 'matrix.notAsked')}`;
      }
      const says = (['supports', 'contradicts', 'mixed'] as const)
        .filter((direction) => cell[direction] > 0)
        .map((direction) => words(`matrix.says.${direction}`, { count: cell[direction] }));
      const parts = [
        words('matrix.sourcesOf', { count: cell.independentSources, potential }),
        words('matrix.excerpts', { count: cell.codings.length }),
        ...(says.length > 0 ? [list(says)] : []),
      ];
      return `${head}: ${parts.join('; ')}`;
    },
    [list, words],
  );
}
