/** Directions: how many independent sources support and contradict each criterion. */
import { lazy } from 'react';
import { ChartFrame } from '#renderer/charts/ChartFrame.tsx';
import { openCell, useCounted } from '#renderer/features/charts/overview/use-counted.ts';
import { useSavePicture } from '#renderer/features/charts/use-save-picture.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { directionShapes } from '#renderer/ui/DirectionGlyph.tsx';
import { useWords } from '#renderer/ui/words.ts';

const DivergingChart = lazy(() =>
  import('#renderer/charts/DivergingChart.tsx').then(({ DivergingChart: component }) => ({ default: component })),
);

/** The chart. */
export function DirectionsChart() {
  const words = useWords();
  const matrix = useCounted('criterion', 'method');
  const picture = useSavePicture(words('charts.directions.title'));
  const rows = matrix.rows.map(({ id, label, strength: { facts } }) => {
    const isCritical = facts.direction === 'contradicts';
    const [supports, contradicts] = isCritical
      ? [facts.contrary, facts.supporting]
      : [facts.supporting, facts.contrary];
    return { id, name: label, supports, mixed: facts.mixed, contradicts, neutral: facts.neutral };
  });
  const sides = ['contradicts', 'mixed', 'supports', 'neutral'] as const;
  const nameOf = (side: (typeof sides)[number]): string =>
    `${directionShapes[side]} ${words(`common.direction.${side}`)}`;
  return (
    <ChartFrame
      title={words('charts.directions.title')}
      caption={words('charts.directions.caption')}
      {...picture}
      columns={[
        { id: 'row', label: words('findings.criterion') },
        ...sides.map((side) => ({ id: side, label: nameOf(side), isNumber: true })),
      ]}
      rows={rows.map((row) => ({
        id: row.id,
        cells: [
          <Button key="name" variant="quiet" onPress={() => openCell('criterion', 'method', row.id)}>
            {row.name}
          </Button>,
          ...sides.map((side) => String(row[side])),
        ],
      }))}
    >
      <DivergingChart
        data={rows}
        names={{ supports: nameOf('supports'), mixed: nameOf('mixed'), contradicts: nameOf('contradicts') }}
        onPick={(row) => openCell('criterion', 'method', row)}
      />
    </ChartFrame>
  );
}
