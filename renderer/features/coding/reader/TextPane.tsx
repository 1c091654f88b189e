/** The middle of the desk: head with the source's name, its text, the menu of the text, the card of the pointer. */
import { useEffect, useMemo, useState } from 'react';
import type { Source } from '#shared/domain/source/source.ts';
import { useCodingsOfSource, useContent } from '#renderer/data/hooks.ts';
import { droppedCode, isCodeDragged } from '#renderer/features/coding/codebook/code-drag.ts';
import { useDesk } from '#renderer/features/coding/desk-context.ts';
import { HoverCard, type Hover } from '#renderer/features/coding/reader/HoverCard.tsx';
import { Reader } from '#renderer/features/coding/reader/Reader.tsx';
import type { ReaderEvents } from '#renderer/features/coding/reader/reader-coding.ts';
import { useTextMenu } from '#renderer/features/coding/reader/use-text-menu.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { useFormats } from '#renderer/ui/formats.ts';
import { ContextMenu } from '#renderer/ui/Menu.tsx';
import { useWords } from '#renderer/ui/words.ts';
import { hoverCoding, useCodingDesk } from '#renderer/view-state/coding-desk.ts';
import { selectCoding } from '#renderer/view-state/navigation.ts';
import { requestTextEdit } from '#renderer/view-state/text-request.ts';
import './TextPane.css';

/** The pane of the text. */
export function TextPane({ source }: { readonly source: Source }) {
  const words = useWords();
  const { actions, reader } = useDesk();
  const content = useContent(source.revision);
  const [hover, setHover] = useState<Hover | null>(null);
  const events = useReaderEvents(setHover);
  const entries = useTextMenu();
  return (
    <section className="desk-pane" aria-label={words('coding.text')}>
      <TextHead source={source} />
      <div
        className="text-pane__body"
        onDragOver={(event) => {
          if (isCodeDragged(event)) event.preventDefault();
        }}
        onDrop={(event) => {
          const code = droppedCode(event);
          if (!code) return;
          event.preventDefault();
          actions.code(code);
          reader.focus();
        }}
      >
        {content && (
          <ContextMenu label={words('coding.textMenu')} entries={entries}>
            <Reader source={source} content={content} events={events} />
          </ContextMenu>
        )}
        {content === null && (
          <EmptyState title={words('coding.textMissing')}>{words('coding.textMissingHelp')}</EmptyState>
        )}
      </div>
      {hover && <HoverCard hover={hover} />}
    </section>
  );
}

function TextHead({ source }: { readonly source: Source }) {
  const words = useWords();
  const formats = useFormats();
  const codings = useCodingsOfSource(source.id);
  const date = useMemo(() => (source.date === '' ? '' : formats.date(source.date)), [formats, source.date]);
  const facts = [
    words(`common.method.${source.method}`),
    date,
    source.place,
    words('common.codings', { count: codings.length }),
  ];
  return (
    <header className="text-pane__head">
      <h2 className="text-pane__title">{source.name}</h2>
      <p className="text-pane__facts">{facts.filter(Boolean).join(' · ')}</p>
      <Button variant="quiet" onPress={() => requestTextEdit(source.id)}>
        {words('texts.editButton')}
      </Button>
    </header>
  );
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
      onSelectionChange: (hasTextSelection) => useCodingDesk.setState({ hasTextSelection }),
    }),
    [actions, reader, setHover],
  );
}
