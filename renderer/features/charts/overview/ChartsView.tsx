/** Charts of the evaluation: choose one on the left, look at it with its numbers on the right. */
import { BarChart3 } from 'lucide-react';
import { useState, type ComponentType } from 'react';
import { CoOccurrenceChart } from '#renderer/features/charts/overview/CoOccurrenceChart.tsx';
import { CoverageChart } from '#renderer/features/charts/overview/CoverageChart.tsx';
import { DirectionsChart } from '#renderer/features/charts/overview/DirectionsChart.tsx';
import { FrequencyChart } from '#renderer/features/charts/overview/FrequencyChart.tsx';
import { PortraitChart } from '#renderer/features/charts/overview/PortraitChart.tsx';
import { SaturationChart } from '#renderer/features/charts/overview/SaturationChart.tsx';
import { useRecords } from '#renderer/data/hooks.ts';
import { openPlace } from '#renderer/view-state/navigation.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { RadioGroup } from '#renderer/ui/Checkbox.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { useWords } from '#renderer/ui/words.ts';
import './ChartsView.css';

const charts = {
  coverage: CoverageChart,
  directions: DirectionsChart,
  frequency: FrequencyChart,
  'co-occurrence': CoOccurrenceChart,
  saturation: SaturationChart,
  portrait: PortraitChart,
} as const satisfies Readonly<Record<string, ComponentType>>;
type ChartId = keyof typeof charts;

/** The view. */
export function ChartsView() {
  const words = useWords();
  const codings = useRecords('coding').length;
  const [chosen, setChosen] = useState<ChartId>('coverage');
  if (codings === 0) {
    return (
      <EmptyState
        icon={<BarChart3 />}
        title={words('charts.overview.empty')}
        actions={
          <Button variant="primary" onPress={() => openPlace('coding')}>
            {words('charts.overview.toCoding')}
          </Button>
        }
      >
        {words('charts.overview.emptyText')}
      </EmptyState>
    );
  }
  const Chart = charts[chosen];
  return (
    <div className="charts-view">
      <aside className="charts-view__list">
        <RadioGroup<ChartId>
          label={words('charts.overview.which')}
          options={(Object.keys(charts) as ChartId[]).map((value) => ({
            value,
            label: words(`charts.${value}.title`),
            description: words(`charts.${value}.about`),
          }))}
          value={chosen}
          onChange={setChosen}
        />
      </aside>
      <div className="charts-view__chart">
        <Chart />
      </div>
    </div>
  );
}
