/** Bars to both sides of zero: who contradicts on the left, who supports on the right, both ways in between. */
import { Bar, BarChart, CartesianGrid, Legend, ReferenceLine, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import { ChartLabel } from '#renderer/charts/ChartLabel.tsx';

export type DivergingDatum = {
  readonly id: string;
  readonly name: string;
  readonly supports: number;
  readonly mixed: number;
  readonly contradicts: number;
};

export type DivergingChartProps = {
  readonly data: readonly DivergingDatum[];
  /** The sides in words, with their shapes. */
  readonly names: { readonly supports: string; readonly mixed: string; readonly contradicts: string };
  readonly onPick: (id: string) => void;
};

const ROW_HEIGHT = 38;
const LABEL_WIDTH = 190;

/** The chart. */
export function DivergingChart({ data, names, onPick }: DivergingChartProps) {
  const labels = new Map(data.map(({ id, name }) => [id, name]));
  // Half of those who say both go to each side, so that zero is where the sides are even.
  const rows = data.map(({ id, supports, mixed, contradicts }) => ({
    id,
    left: -contradicts,
    leftMixed: -mixed / 2,
    rightMixed: mixed / 2,
    right: supports,
  }));
  const pick = (_bar: unknown, place: number): void => {
    const id = data[place]?.id;
    if (id !== undefined) onPick(id);
  };
  const bar = {
    stackId: 'all',
    isAnimationActive: false,
    barSize: 18,
    className: 'chart-pick',
    onClick: pick,
  } as const;
  return (
    <ResponsiveContainer width="100%" height={data.length * ROW_HEIGHT + 70} minWidth={360}>
      <BarChart
        data={rows}
        layout="vertical"
        stackOffset="sign"
        margin={{ top: 4, right: 16, bottom: 0, left: 0 }}
        accessibilityLayer={false}
      >
        <CartesianGrid horizontal={false} stroke="var(--line)" />
        <XAxis
          type="number"
          allowDecimals={false}
          tickFormatter={(value: number) => String(Math.abs(value))}
          tick={{ className: 'chart-text chart-text--soft' }}
          stroke="var(--line-strong)"
        />
        <YAxis
          type="category"
          dataKey="id"
          width={LABEL_WIDTH}
          interval={0}
          tickLine={false}
          stroke="var(--line-strong)"
          tick={<ChartLabel width={LABEL_WIDTH - 12} nameOf={(id) => labels.get(id) ?? id} />}
        />
        <ReferenceLine x={0} stroke="var(--ink)" />
        <Legend wrapperStyle={{ fontSize: 12 }} itemSorter={null} />
        <Bar {...bar} dataKey="leftMixed" name={names.mixed} fill="var(--mixed)" fillOpacity={0.6} />
        <Bar {...bar} dataKey="left" name={names.contradicts} fill="var(--contradicts)" />
        <Bar {...bar} dataKey="rightMixed" legendType="none" fill="var(--mixed)" fillOpacity={0.6} />
        <Bar {...bar} dataKey="right" name={names.supports} fill="var(--supports)" />
      </BarChart>
    </ResponsiveContainer>
  );
}
