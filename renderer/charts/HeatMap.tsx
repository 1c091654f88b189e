/** A grid whose cells are the darker the larger their value; the number stands in each, so that colour is not needed. */
import { classNames } from '#renderer/ui/class-names.ts';
import './HeatMap.css';

export type HeatCell = {
  readonly row: string;
  readonly column: string;
  /** From 0 to 1: how dark. */
  readonly heat: number;
  readonly text: string;
  readonly label: string;
};

export type HeatMapProps = {
  readonly rows: readonly { readonly id: string; readonly name: string }[];
  readonly columns: readonly { readonly id: string; readonly name: string }[];
  readonly cells: readonly HeatCell[];
  readonly onPick?: (row: string, column: string) => void;
};

const NAME_WIDTH = 190;
const HEAD_HEIGHT = 96;
const CELL_WIDTH = 72;
const CELL_HEIGHT = 34;

/** The grid. */
export function HeatMap({ rows, columns, cells, onPick }: HeatMapProps) {
  const rowPlace = new Map(rows.map(({ id }, place) => [id, place]));
  const columnPlace = new Map(columns.map(({ id }, place) => [id, place]));
  const width = NAME_WIDTH + columns.length * CELL_WIDTH + 40;
  const height = HEAD_HEIGHT + rows.length * CELL_HEIGHT + 2;
  return (
    <svg
      data-chart
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      className="heat-map"
      role="presentation"
    >
      {columns.map(({ id, name }, place) => {
        const [x, y] = [NAME_WIDTH + (place + 0.5) * CELL_WIDTH, HEAD_HEIGHT - 8];
        return (
          <text key={id} className="chart-text chart-text--soft" x={x} y={y} transform={`rotate(-35 ${x} ${y})`}>
            <title>{name}</title>
            {shorten(name, 20)}
          </text>
        );
      })}
      {rows.map(({ id, name }, place) => (
        <text
          key={id}
          className="chart-text"
          x={NAME_WIDTH - 8}
          y={HEAD_HEIGHT + (place + 0.5) * CELL_HEIGHT}
          textAnchor="end"
          dominantBaseline="central"
        >
          <title>{name}</title>
          {shorten(name, 28)}
        </text>
      ))}
      {cells.map((cell) => {
        const [row, column] = [rowPlace.get(cell.row), columnPlace.get(cell.column)];
        if (row === undefined || column === undefined) return null;
        const [x, y] = [NAME_WIDTH + column * CELL_WIDTH, HEAD_HEIGHT + row * CELL_HEIGHT];
        return (
          <g
            key={`${cell.row} ${cell.column}`}
            className={classNames(onPick && 'chart-pick')}
            onClick={() => onPick?.(cell.row, cell.column)}
          >
            <title>{cell.label}</title>
            <rect className="heat-map__ground" x={x} y={y} width={CELL_WIDTH} height={CELL_HEIGHT} />
            <rect
              className="heat-map__heat"
              x={x}
              y={y}
              width={CELL_WIDTH}
              height={CELL_HEIGHT}
              fillOpacity={cell.heat * 0.45}
            />
            <text
              className="chart-text"
              x={x + CELL_WIDTH / 2}
              y={y + CELL_HEIGHT / 2}
              textAnchor="middle"
              dominantBaseline="central"
            >
              {cell.text}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

function shorten(name: string, letters: number): string {
  return name.length <= letters ? name : `${name.slice(0, letters - 1)}…`;
}
