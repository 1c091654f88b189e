/** Coverage: how many of those who could have spoken did so, criterion by criterion. */
import { useState } from 'react';
import type { MatrixColumn, MatrixColumns } from '#shared/analysis/matrix-scope.ts';
import { ChartFrame } from '#renderer/charts/ChartFrame.tsx';
import { HeatMap } from '#renderer/charts/HeatMap.tsx';
import { openCell, useCounted } from '#renderer/features/charts/overview/use-counted.ts';
import { useSavePicture } from '#renderer/features/charts/use-save-picture.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { useWords } from '#renderer/ui/words.ts';

const dimensions = ['method', 'group', 'gender', 'intervention'] as const satisfies readonly MatrixColumns[];
type CoverageDimension = (typeof dimensions)[number];

/** The chart. */
export function CoverageChart() {
  const words = useWords();
  const [columns, setColumns] = useState<CoverageDimension>('method');
  const matrix = useCounted('criterion', columns);
  const picture = useSavePicture(words('charts.coverage.title'));
  const nameOf = (column: MatrixColumn): string => {
    if (!column.isStated) return words('matrix.notStated');
    return columns === 'method' ? words(`common.methods.${column.id}`) : column.label;
  };
  return (
    <ChartFrame
      title={words('charts.coverage.title')}
      caption={words('charts.coverage.caption')}
      {...picture}
      isWide
      actions={
        <Select<CoverageDimension>
          label={words('matrix.columns')}
          isLabelHidden
          choices={dimensions.map((id) => ({ id, label: words(`matrix.dimension.${id}`) }))}
          value={columns}
          onChange={setColumns}
        />
      }
      columns={[
        { id: 'row', label: words('findings.criterion') },
        ...matrix.columns.map((column) => ({ id: column.id, label: nameOf(column), isNumber: true })),
      ]}
      rows={matrix.rows.map((row) => ({
        id: row.id,
        cells: [
          row.label,
          ...row.cells.map((cell) => (
            <Button
              key={cell.column}
              variant="quiet"
              onPress={() => openCell('criterion', columns, row.id, cell.column)}
            >
              {String(cell.independentSources)}
            </Button>
          )),
        ],
      }))}
    >
      <HeatMap
        rows={matrix.rows.map(({ id, label }) => ({ id, name: label }))}
        columns={matrix.columns.map((column) => ({ id: column.id, name: nameOf(column) }))}
        cells={matrix.rows.flatMap((row) =>
          row.cells.map((cell, place) => {
            const column = matrix.columns[place];
            const potential = Math.max(column?.potentialVoices ?? 0, cell.independentSources);
            return {
              row: row.id,
              column: cell.column,
              heat: potential === 0 ? 0 : cell.independentSources / potential,
              text: `${cell.independentSources}/${potential}`,
              label: `${row.label}, ${column ? nameOf(column) : ''}: ${cell.independentSources}/${potential}`,
            };
          }),
        )}
        onPick={(row, column) => openCell('criterion', columns, row, column)}
      />
    </ChartFrame>
  );
}
