/** A curve over numbered steps, such as themes known after each interview, with a mark where something was reached. */
import { CartesianGrid, Line, LineChart, ReferenceLine, ResponsiveContainer, XAxis, YAxis } from 'recharts';

export type CurveChartProps = {
  readonly data: readonly { readonly step: number; readonly value: number; readonly added: number }[];
  readonly reachedAt: number | null;
  readonly names: { readonly value: string; readonly step: string; readonly reached: string };
};

/** The chart. */
export function CurveChart({ data, reachedAt, names }: CurveChartProps) {
  const tick = { className: 'chart-text chart-text--soft' };
  return (
    <ResponsiveContainer width="100%" height={300} minWidth={320}>
      <LineChart data={[...data]} margin={{ top: 24, right: 24, bottom: 20, left: 8 }} accessibilityLayer={false}>
        <CartesianGrid stroke="var(--line)" />
        <XAxis
          dataKey="step"
          tick={tick}
          stroke="var(--line-strong)"
          label={{ value: names.step, position: 'insideBottom', offset: -12, className: 'chart-text chart-text--soft' }}
        />
        <YAxis allowDecimals={false} tick={tick} stroke="var(--line-strong)" />
        <Line
          type="linear"
          dataKey="value"
          name={names.value}
          stroke="var(--accent)"
          strokeWidth={2}
          isAnimationActive={false}
          dot={{ r: 3, fill: 'var(--accent)' }}
        />
        {reachedAt !== null && (
          <ReferenceLine
            x={reachedAt}
            stroke="var(--good)"
            strokeDasharray="5 3"
            label={{ value: names.reached, position: 'top', className: 'chart-text chart-text--soft' }}
          />
        )}
      </LineChart>
    </ResponsiveContainer>
  );
}
