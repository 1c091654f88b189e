/** A chart with its title, the same numbers as a table beside it, and buttons that save it as a picture. */
import { Image as ImageIcon } from 'lucide-react';
import { Suspense, useRef, type ReactNode } from 'react';
import { chartAsPng, chartAsSvg } from '#renderer/charts/export-chart.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { classNames } from '#renderer/ui/class-names.ts';
import { Menu } from '#renderer/ui/Menu.tsx';
import { useWords } from '#renderer/ui/words.ts';
import './ChartFrame.css';

export type ChartColumn = { readonly id: string; readonly label: string; readonly isNumber?: boolean };
export type ChartRow = {
  readonly id: string;
  /** A cell for each column. */
  readonly cells: readonly ReactNode[];
};
export type SavePicture = (kind: 'svg' | 'png', bytes: Uint8Array<ArrayBuffer>) => Promise<void>;

export type ChartFrameProps = {
  readonly title: string;
  /** What is counted, in words. */
  readonly caption: string;
  readonly columns: readonly ChartColumn[];
  readonly rows: readonly ChartRow[];
  readonly onSave: SavePicture;
  /** Called when the picture could not be made. */
  readonly onFailure: () => void;
  /** Controls beside the title. */
  readonly actions?: ReactNode;
  readonly isWide?: boolean;
  readonly children: ReactNode;
};

/** The frame. */
export function ChartFrame(props: ChartFrameProps) {
  const { title, caption, columns, rows, actions, isWide, children } = props;
  const words = useWords();
  const picture = useRef<HTMLDivElement>(null);
  const save = async (kind: 'svg' | 'png'): Promise<void> => {
    const container = picture.current;
    const svg = container && chartAsSvg(container, title);
    if (!container || !svg) return props.onFailure();
    if (kind === 'svg') return props.onSave(kind, new TextEncoder().encode(svg));
    const size = container.querySelector('svg')?.getBoundingClientRect();
    const bytes = await chartAsPng(svg, size?.width ?? 800, size?.height ?? 400).catch(() => null);
    return bytes ? props.onSave(kind, bytes) : props.onFailure();
  };
  return (
    <figure className={classNames('chart-frame', isWide && 'chart-frame--wide')} aria-label={title}>
      <figcaption className="chart-frame__head">
        <span className="chart-frame__words">
          <span className="chart-frame__title">{title}</span>
          <span className="chart-frame__caption">{caption}</span>
        </span>
        {actions}
        <Menu
          label={words('charts.savePicture')}
          entries={[
            { id: 'png', label: words('charts.savePng'), onAction: () => void save('png') },
            { id: 'svg', label: words('charts.saveSvg'), onAction: () => void save('svg') },
          ]}
        >
          <Button variant="quiet" icon={<ImageIcon aria-hidden />}>
            {words('charts.savePicture')}
          </Button>
        </Menu>
      </figcaption>
      <div className="chart-frame__body">
        <div ref={picture} className="chart-frame__picture">
          <Suspense fallback={<p className="chart-frame__wait">{words('charts.drawing')}</p>}>{children}</Suspense>
        </div>
        {/* Can be scrolled by keyboard, so it can be focused. */}
        <div className="chart-frame__table" tabIndex={0} role="group" aria-label={words('charts.tableOf', { title })}>
          <table>
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column.id} scope="col" className={column.isNumber ? 'chart-frame__number' : undefined}>
                    {column.label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  {columns.map((column, place) => (
                    <td key={column.id} className={column.isNumber ? 'chart-frame__number' : undefined}>
                      {row.cells[place]}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </div>
    </figure>
  );
}
