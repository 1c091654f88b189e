/**
 * The matrix with a panel beside it that comes and goes. Unlike the splitter of the kit it keeps the matrix as it is
 * (scroll, focus) when the panel appears.
 */
import type { ReactNode } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';
import { useWords } from '#renderer/ui/words.ts';
import '#renderer/ui/Splitter.css';

export type SideBySideProps = {
  readonly main: ReactNode;
  /** Null while there is none. */
  readonly side: ReactNode;
};

const START_WIDTH = 380;
/** How wide the panel was when it was last there. */
let lastWidth = START_WIDTH;

/** The two panels. */
export function SideBySide({ main, side }: SideBySideProps) {
  const words = useWords();
  return (
    <Group className="ui-splitter" orientation="horizontal">
      <Panel id="main" className="ui-splitter__panel" minSize={360}>
        {main}
      </Panel>
      {side !== null && (
        <>
          <Separator className="ui-splitter__handle" aria-label={words('common.movePanelBorder')} />
          <Panel
            id="side"
            className="ui-splitter__panel"
            defaultSize={lastWidth}
            minSize={280}
            groupResizeBehavior="preserve-pixel-size"
            onResize={({ inPixels }) => {
              if (inPixels > 0) lastWidth = inPixels;
            }}
          >
            {side}
          </Panel>
        </>
      )}
    </Group>
  );
}
