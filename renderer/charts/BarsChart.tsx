/** Bars beside names, longest names and all, with intervals where there are some. */
import { Bar, BarChart, CartesianGrid, Cell, ErrorBar, LabelList, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import { ChartLabel } from '#renderer/charts/ChartLabel.tsx';

export type BarDatum = {
  readonly id: string;
  readonly name: string;
  readonly value: number;
  /** What stands at the end of the bar. */
  readonly text: string;
  readonly interval: { readonly low: number; readonly high: number } | null;
  readonly color?: string;
};

export type BarsChartProps = {
  readonly data: readonly BarDatum[];
  /** Where the axis ends; the largest value when left out. */
  readonly maximum?: number;
  readonly writeTick: (value: number) => string;
  readonly onPick?: (id: string) => void;
};

const ROW_HEIGHT = 40;
const LABEL_WIDTH = 190;

/** The chart. */
export function BarsChart({ data, maximum, writeTick, onPick }: BarsChartProps) {
  const names = new Map(data.map(({ id, name }) => [id, name]));
  const rows = data.map((datum) => ({
    ...datum,
    spread: datum.interval ? [datum.value - datum.interval.low, datum.interval.high - datum.value] : undefined,
  }));
  const hasIntervals = data.some(({ interval }) => interval !== null);
  return (
    <ResponsiveContainer width="100%" height={data.length * ROW_HEIGHT + 34} minWidth={320}>
      <BarChart
        data={rows}
        layout="vertical"
        margin={{ top: 4, right: 56, bottom: 0, left: 0 }}
        accessibilityLayer={false}
      >
        <CartesianGrid horizontal={false} stroke="var(--line)" />
        <XAxis
          type="number"
          domain={[0, maximum ?? 'auto']}
          allowDecimals={maximum !== undefined}
          tickFormatter={writeTick}
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
          tick={<ChartLabel width={LABEL_WIDTH - 12} nameOf={(id) => names.get(id) ?? id} />}
        />
        <Bar
          dataKey="value"
          isAnimationActive={false}
          barSize={18}
          {...(onPick && {
            className: 'chart-pick',
            onClick: (_bar: unknown, place: number) => {
              const id = data[place]?.id;
              if (id !== undefined) onPick(id);
            },
          })}
        >
          {data.map(({ id, color }) => (
            <Cell key={id} fill={color ?? 'var(--accent)'} fillOpacity={hasIntervals ? 0.6 : 1} />
          ))}
          {hasIntervals && <ErrorBar dataKey="spread" width={4} stroke="var(--ink)" strokeWidth={1.2} direction="x" />}
          <LabelList
            dataKey="value"
            content={({ x = 0, y = 0, width = 0, height = 0, index = 0 }) => {
              const datum = data[index];
              if (!datum) return null;
              const end = Number(x) + endOf(datum, Number(width));
              return (
                <text className="chart-text" x={end + 8} y={Number(y) + Number(height) / 2} dominantBaseline="central">
                  {datum.text}
                </text>
              );
            }}
          />
        </Bar>
      </BarChart>
    </ResponsiveContainer>
  );
}

/** How far the bar reaches with its interval, in pixels; the interval of a bar without length is of unknown width. */
function endOf({ value, interval }: BarDatum, width: number): number {
  if (!interval) return width;
  return value > 0 ? (width / value) * Math.max(interval.high, value) : 40;
}
