/** The middle of the desk: head with the source's name, its text, the menu of the text, the card of the pointer. */
import { useEffect, useMemo, useState, type DragEvent, type ReactNode, type SyntheticEvent } from 'react';
import type { Source } from '#shared/domain/source/source.ts';
import { useContent } from '#renderer/data/hooks.ts';
import { droppedCode, isCodeDragged } from '#renderer/features/coding/codebook/code-drag.ts';
import { useDesk } from '#renderer/features/coding/desk-context.ts';
import { AstrayCodings } from '#renderer/features/coding/reader/AstrayCodings.tsx';
import { HoverCard, type Hover } from '#renderer/features/coding/reader/HoverCard.tsx';
import { Reader } from '#renderer/features/coding/reader/Reader.tsx';
import type { ReaderEvents } from '#renderer/features/coding/reader/reader-coding.ts';
import { HiddenCodings } from '#renderer/features/coding/reader/ShownCodings.tsx';
import { TextHead } from '#renderer/features/coding/reader/TextHead.tsx';
import { useReaderCodings } from '#renderer/features/coding/reader/use-reader-codings.ts';
import { useTextMenu } from '#renderer/features/coding/reader/use-text-menu.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ContextMenu } from '#renderer/ui/Menu.tsx';
import { useWords } from '#renderer/ui/words.ts';
import { hoverCoding, swapBeside, useCodingDesk } from '#renderer/view-state/coding-desk.ts';
import { selectCoding } from '#renderer/view-state/navigation.ts';
import './TextPane.css';

/** The pane of the text. */
export function TextPane({ source }: { readonly source: Source }) {
  const words = useWords();
  const { reader } = useDesk();
  const content = useContent(source.revision);
  const codings = useReaderCodings(source);
  const [hover, setHover] = useState<Hover | null>(null);
  const events = useReaderEvents(setHover);
  const isBeside = useCodingDesk(({ beside }) => beside?.source === source.id);
  const drop = useCodeDrop();
  const takeInHand = ({ target }: SyntheticEvent): void => {
    // What closes this text must not take it into hand first.
    if (!isBeside || (target instanceof Element && target.closest('[data-keeps-hand]'))) return;
    swapBeside();
    useCodingDesk.setState({ hasTextSelection: reader.selection() !== null });
  };
  return (
    <section
      className="desk-pane"
      aria-label={isBeside ? words('coding.beside.text', { source: source.name }) : words('coding.text')}
      data-beside={isBeside || undefined}
      onPointerDownCapture={takeInHand}
      onFocusCapture={takeInHand}
    >
      <TextHead source={source} codings={codings} isBeside={isBeside} />
      <HiddenCodings {...codings} />
      {content && <AstrayCodings source={source} content={content} />}
      <div className="text-pane__body" {...drop}>
        {content && (
          <TextMenu>
            <Reader source={source} content={content} codings={codings.shown} events={events} />
          </TextMenu>
        )}
        {content === null && (
          <EmptyState title={words('coding.textMissing')}>{words('coding.textMissingHelp')}</EmptyState>
        )}
      </div>
      {hover && <HoverCard hover={hover} />}
    </section>
  );
}

/** Apart from the pane, so that the text does not render anew with what is selected in it. */
function TextMenu({ children }: { readonly children: ReactNode }) {
  const words = useWords();
  const entries = useTextMenu();
  return (
    <ContextMenu label={words('coding.textMenu')} entries={entries}>
      {children}
    </ContextMenu>
  );
}

/** A code that is dropped on the text codes what is selected, or the sentence under the pointer. */
function useCodeDrop() {
  const { actions, reader } = useDesk();
  return {
    onDragOver: (event: DragEvent) => {
      if (isCodeDragged(event)) event.preventDefault();
    },
    onDrop: (event: DragEvent) => {
      const code = droppedCode(event);
      if (!code) return;
      event.preventDefault();
      actions.codeAtPoint(code, event.clientX, event.clientY);
      reader.focus();
    },
  };
}

function useReaderEvents(setHover: (hover: Hover | null) => void): ReaderEvents {
  const { actions, reader } = useDesk();
  useEffect(
    () => () => {
      hoverCoding(null);
      useCodingDesk.setState({ hasTextSelection: false });
    },
    [],
  );
  return useMemo(
    () => ({
      onPickCoding: (id, withText) => {
        selectCoding(id);
        const coding = actions.selectedCoding();
        if (withText && coding) reader.select(coding);
      },
      onHover: setHover,
      onPointAt: hoverCoding,
      onResizeCoding: (id, extent) => actions.resize(id, extent),
      onMove: (extent) => actions.leaveCoding(extent),
      onCaretCodings: (codings) => actions.announceAt(codings),
      onSelectionChange: (hasTextSelection) => useCodingDesk.setState({ hasTextSelection }),
    }),
    [actions, reader, setHover],
  );
}
