/** Boxes in layers with lines between them, walked by mouse or arrow keys: up and down a layer, left and right a line. */
import { useMemo, useRef, type KeyboardEvent } from 'react';
import { layOutLayers, type Box } from '#renderer/charts/layered-layout.ts';
import { classNames } from '#renderer/ui/class-names.ts';
import './LayeredGraph.css';

export type GraphBox = {
  readonly id: string;
  readonly layer: number;
  readonly title: string;
  readonly text: string;
  /** A short word at the foot of the box, such as Changed. */
  readonly mark?: string;
  readonly tone?: 'plain' | 'warning' | 'danger' | 'good';
  /** What a screen reader says. */
  readonly label: string;
};
export type GraphLine = {
  readonly from: string;
  readonly to: string;
  readonly width: number;
  readonly tone?: 'plain' | 'warning' | 'danger' | 'good';
};

export type LayeredGraphProps = {
  readonly label: string;
  readonly layers: readonly string[];
  readonly boxes: readonly GraphBox[];
  readonly lines: readonly GraphLine[];
  readonly selected: string | null;
  /** Drawn in full while the others step back; null shows all alike. */
  readonly lit: ReadonlySet<string> | null;
  readonly onSelect: (id: string) => void;
  readonly onOpen: (id: string) => void;
};

const SIZES = { boxWidth: 198, boxHeight: 62, gapAcross: 56, gapDown: 12, top: 30 };
const LETTERS_PER_LINE = 30;

/** The graph. */
export function LayeredGraph({ label, layers, boxes, lines, selected, lit, onSelect, onOpen }: LayeredGraphProps) {
  const picture = useRef<SVGSVGElement>(null);
  const layout = useMemo(() => layOutLayers(boxes, lines, layers.length, SIZES), [boxes, layers.length, lines]);
  const active = boxes.some(({ id }) => id === selected) ? selected : (boxes[0]?.id ?? null);
  const focus = (id: string | undefined): void => {
    if (id === undefined) return;
    onSelect(id);
    picture.current?.querySelector<SVGGElement>(`[data-box="${CSS.escape(id)}"]`)?.focus();
  };
  const walk = (event: KeyboardEvent, box: GraphBox): void => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      if (event.key === 'Enter') onOpen(box.id);
      else onSelect(box.id);
      return;
    }
    const next = neighbourOf(event.key, box, boxes, lines, layout.boxes);
    if (next === null) return;
    event.preventDefault();
    focus(next);
  };
  const isLit = (id: string): boolean => lit === null || lit.has(id);
  return (
    <div className="layered-graph">
      <svg
        ref={picture}
        data-chart
        width={layout.width + 2}
        height={layout.height}
        viewBox={`-1 0 ${layout.width + 2} ${layout.height}`}
        role="group"
        aria-label={label}
      >
        {layers.map((name, layer) => (
          <text
            key={name}
            className="chart-text layered-graph__layer"
            x={layer * (SIZES.boxWidth + SIZES.gapAcross)}
            y={16}
          >
            {name}
          </text>
        ))}
        {lines.map((line) => {
          const [from, to] = [layout.boxes.get(line.from), layout.boxes.get(line.to)];
          if (!from || !to) return null;
          return (
            <path
              key={`${line.from} ${line.to}`}
              className={classNames('layered-graph__line', `layered-graph__line--${line.tone ?? 'plain'}`)}
              data-dim={!(isLit(line.from) && isLit(line.to)) || undefined}
              d={curve(from, to)}
              strokeWidth={line.width}
              fill="none"
              strokeDasharray={line.tone === 'warning' || line.tone === 'danger' ? '5 3' : undefined}
            />
          );
        })}
        {boxes.map((box) => {
          const place = layout.boxes.get(box.id);
          if (!place) return null;
          return (
            <g
              key={box.id}
              data-box={box.id}
              className={classNames('layered-graph__box', `layered-graph__box--${box.tone ?? 'plain'}`)}
              data-selected={box.id === selected || undefined}
              data-dim={!isLit(box.id) || undefined}
              role="button"
              aria-pressed={box.id === selected}
              aria-label={box.label}
              tabIndex={box.id === active ? 0 : -1}
              onClick={() => onSelect(box.id)}
              onDoubleClick={() => onOpen(box.id)}
              onKeyDown={(event) => walk(event, box)}
            >
              <title>{box.label}</title>
              <rect x={place.x} y={place.y} width={place.width} height={place.height} rx={6} />
              <text className="chart-text layered-graph__title" x={place.x + 10} y={place.y + 18}>
                {box.title}
              </text>
              {box.mark !== undefined && (
                <text
                  className="chart-text chart-text--soft layered-graph__mark"
                  x={place.x + place.width - 10}
                  y={place.y + 18}
                  textAnchor="end"
                >
                  {box.mark}
                </text>
              )}
              {twoLines(box.text).map((text, line) => (
                <text key={line} className="chart-text chart-text--soft" x={place.x + 10} y={place.y + 36 + line * 15}>
                  {text}
                </text>
              ))}
            </g>
          );
        })}
      </svg>
    </div>
  );
}

function curve(from: Box, to: Box): string {
  const [x1, y1] = [from.x + from.width, from.y + from.height / 2];
  const [x2, y2] = [to.x, to.y + to.height / 2];
  // A line back or within a layer leaves and arrives on the right.
  if (to.x <= from.x) {
    const out = Math.max(x1, to.x + to.width) + 40;
    return `M${x1},${y1} C${out},${y1} ${out},${y2} ${to.x + to.width},${y2}`;
  }
  const middle = (x1 + x2) / 2;
  return `M${x1},${y1} C${middle},${y1} ${middle},${y2} ${x2},${y2}`;
}

function twoLines(text: string): readonly string[] {
  const plain = text.replace(/\s+/gu, ' ').trim();
  if (plain.length <= LETTERS_PER_LINE) return plain === '' ? [] : [plain];
  const cut = plain.lastIndexOf(' ', LETTERS_PER_LINE);
  const end = cut > LETTERS_PER_LINE / 2 ? cut : LETTERS_PER_LINE;
  const rest = plain.slice(end).trim();
  return [plain.slice(0, end), rest.length <= LETTERS_PER_LINE ? rest : `${rest.slice(0, LETTERS_PER_LINE - 1)}…`];
}

/** Where an arrow key leads; null when it is none. */
function neighbourOf(
  key: string,
  box: GraphBox,
  boxes: readonly GraphBox[],
  lines: readonly GraphLine[],
  places: ReadonlyMap<string, Box>,
): string | null {
  const heightOf = (id: string): number => places.get(id)?.y ?? 0;
  const byHeight = (a: string, b: string): number => heightOf(a) - heightOf(b);
  if (key === 'ArrowLeft')
    return (
      lines
        .filter(({ to }) => to === box.id)
        .map(({ from }) => from)
        .sort(byHeight)[0] ?? null
    );
  if (key === 'ArrowRight')
    return (
      lines
        .filter(({ from }) => from === box.id)
        .map(({ to }) => to)
        .sort(byHeight)[0] ?? null
    );
  const step = { ArrowDown: 1, ArrowUp: -1 }[key];
  if (step === undefined) return null;
  const layer = boxes
    .filter((one) => one.layer === box.layer)
    .map(({ id }) => id)
    .sort(byHeight);
  return layer[layer.indexOf(box.id) + step] ?? null;
}
