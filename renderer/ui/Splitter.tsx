/** Panels beside each other whose borders can be dragged or moved by keyboard; where they stand is remembered. */
import { Fragment, type ReactNode } from 'react';
import { Group, Panel, Separator, useDefaultLayout } from 'react-resizable-panels';
import { useWords } from '#renderer/ui/words.ts';
import './Splitter.css';

export type SplitterPanel = {
  readonly id: string;
  readonly content: ReactNode;
  /** Pixels as a number, or a share such as '40%'. Panels without one share what is left. */
  readonly size?: number | string;
  readonly minimum?: number | string;
  readonly maximum?: number | string;
  /** Dragged below its minimum it folds away. */
  readonly isCollapsible?: boolean;
  /** Keeps its width when the window grows: for side panels. */
  readonly keepsSize?: boolean;
};

export type SplitterProps = {
  /** Where the layout is remembered: unique in the app. */
  readonly id: string;
  /** `rows` stacks the panels. */
  readonly direction?: 'columns' | 'rows';
  /** Panels that come and go are left out of the list; each set has its own memory. */
  readonly panels: readonly SplitterPanel[];
};

/** Panels with borders that move. */
export function Splitter({ id, direction = 'columns', panels }: SplitterProps) {
  const words = useWords();
  const panelIds = panels.map((panel) => panel.id);
  const { defaultLayout, onLayoutChanged } = useDefaultLayout({
    id: `layout-${id}`,
    panelIds,
    storage: window.localStorage,
    onlySaveAfterUserInteractions: true,
  });
  return (
    <Group
      // A set of panels is laid out anew when one comes or goes.
      key={panelIds.join(' ')}
      className="ui-splitter"
      orientation={direction === 'columns' ? 'horizontal' : 'vertical'}
      defaultLayout={defaultLayout}
      onLayoutChanged={onLayoutChanged}
    >
      {panels.map((panel, index) => (
        <Fragment key={panel.id}>
          {index > 0 && <Separator className="ui-splitter__handle" aria-label={words('common.movePanelBorder')} />}
          <Panel
            id={panel.id}
            className="ui-splitter__panel"
            defaultSize={panel.size}
            minSize={panel.minimum ?? 120}
            maxSize={panel.maximum}
            collapsible={panel.isCollapsible}
            groupResizeBehavior={panel.keepsSize ? 'preserve-pixel-size' : 'preserve-relative-size'}
          >
            {panel.content}
          </Panel>
        </Fragment>
      ))}
    </Group>
  );
}
