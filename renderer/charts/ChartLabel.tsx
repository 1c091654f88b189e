/** Names on the axis of a chart: two lines at most, the whole name when the pointer rests on it. */

export type ChartLabelProps = {
  readonly x?: number | string;
  readonly y?: number | string;
  readonly payload?: { readonly value?: string | number };
  readonly width: number;
  /** Names by the values on the axis. */
  readonly nameOf: (value: string) => string;
};

const PIXELS_PER_LETTER = 6.4;
const LINE_HEIGHT = 14;

/** A name to the left of a row. */
export function ChartLabel({ x = 0, y = 0, payload, width, nameOf }: ChartLabelProps) {
  const name = nameOf(String(payload?.value ?? ''));
  const lines = breakLines(name, Math.floor(width / PIXELS_PER_LETTER));
  const top = Number(y) - ((lines.length - 1) * LINE_HEIGHT) / 2;
  return (
    <text className="chart-text" x={Number(x) - 6} y={top} textAnchor="end" dominantBaseline="central">
      <title>{name}</title>
      {lines.map((line, place) => (
        <tspan key={place} x={Number(x) - 6} dy={place === 0 ? 0 : LINE_HEIGHT}>
          {line}
        </tspan>
      ))}
    </text>
  );
}

/** Breaks a name at blanks into two lines; what does not fit ends in dots. */
function breakLines(name: string, lettersPerLine: number): readonly string[] {
  if (name.length <= lettersPerLine) return [name];
  const cut = name.lastIndexOf(' ', lettersPerLine);
  const end = cut > lettersPerLine / 3 ? cut : lettersPerLine;
  const rest = name.slice(end).trim();
  return [name.slice(0, end).trim(), rest.length <= lettersPerLine ? rest : `${rest.slice(0, lettersPerLine - 1)}…`];
}
