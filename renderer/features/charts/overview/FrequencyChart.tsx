/** Code frequencies: which codes hold most independent sources, codes below them among them. */
import { lazy, useMemo } from 'react';
import { ChartFrame } from '#renderer/charts/ChartFrame.tsx';
import { openCell, useCounted } from '#renderer/features/charts/overview/use-counted.ts';
import { useSavePicture } from '#renderer/features/charts/use-save-picture.ts';
import { useCodebook } from '#renderer/data/hooks.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { useFormats } from '#renderer/ui/formats.ts';
import { useWords } from '#renderer/ui/words.ts';

const BarsChart = lazy(() =>
  import('#renderer/charts/BarsChart.tsx').then(({ BarsChart: component }) => ({ default: component })),
);
const MOST_BARS = 25;

/** The chart. */
export function FrequencyChart() {
  const words = useWords();
  const { number } = useFormats();
  const codebook = useCodebook();
  const matrix = useCounted('code', 'method');
  const picture = useSavePicture(words('charts.frequency.title'));
  const rows = useMemo(
    () =>
      matrix.rows
        .filter(({ depth, codings }) => depth > 0 && codings > 0)
        .sort((a, b) => b.independentSources - a.independentSources || b.codings - a.codings),
    [matrix],
  );
  return (
    <ChartFrame
      title={words('charts.frequency.title')}
      caption={words('charts.frequency.caption')}
      {...picture}
      columns={[
        { id: 'code', label: words('charts.frequency.code') },
        { id: 'sources', label: words('charts.frequency.sources'), isNumber: true },
        { id: 'excerpts', label: words('charts.frequency.excerpts'), isNumber: true },
      ]}
      rows={rows.map((row) => ({
        id: row.id,
        cells: [
          <Button key="name" variant="quiet" onPress={() => openCell('code', 'method', row.id)}>
            {row.label}
          </Button>,
          number(row.independentSources),
          number(row.codings),
        ],
      }))}
    >
      {rows.length === 0 ? (
        <p className="charts-view__none">{words('charts.frequency.none')}</p>
      ) : (
        <BarsChart
          data={rows.slice(0, MOST_BARS).map((row) => ({
            id: row.id,
            name: row.label,
            value: row.independentSources,
            text: number(row.independentSources),
            interval: null,
            ...(row.code !== null && { color: codebook.colorOf(row.code) }),
          }))}
          writeTick={number}
          onPick={(id) => openCell('code', 'method', id)}
        />
      )}
    </ChartFrame>
  );
}
