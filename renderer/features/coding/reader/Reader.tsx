/** The text of one source, with its codings painted in and bracketed in the margin. */
import type { EditorView } from '@codemirror/view';
import { useEffect, useRef, useState } from 'react';
import type { SourceContent } from '#shared/domain/source/source-content.ts';
import type { Source } from '#shared/domain/source/source.ts';
import { useDesk } from '#renderer/features/coding/desk-context.ts';
import { createReaderView } from '#renderer/features/coding/reader/reader-view.ts';
import { setCodings, setEmphasis, type ReaderEvents } from '#renderer/features/coding/reader/reader-coding.ts';
import { useReaderCodings } from '#renderer/features/coding/reader/use-reader-codings.ts';
import { useReadingPlace } from '#renderer/features/coding/reader/use-reading-place.ts';
import { useWords } from '#renderer/ui/words.ts';
import { useCodingDesk } from '#renderer/view-state/coding-desk.ts';
import { useNavigation } from '#renderer/view-state/navigation.ts';
import './Reader.css';

export type ReaderProps = {
  readonly source: Source;
  readonly content: SourceContent;
  /** Memoised: a new object makes the view anew. */
  readonly events: ReaderEvents;
};

/** The reading view. */
export function Reader({ source, content, events }: ReaderProps) {
  const host = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<EditorView | null>(null);
  const { reader } = useDesk();
  const words = useWords();
  const codings = useReaderCodings(source);
  const selected = useNavigation(({ here }) => here.coding);
  const hovered = useCodingDesk((desk) => desk.hoveredCoding);
  const { name } = source;
  // By value: an edit of something else about the source must not make the view anew.
  const interviewers = interviewersOf(source).join('\n');

  useEffect(() => {
    if (!host.current) return;
    const made = createReaderView({
      parent: host.current,
      content,
      label: words('coding.readerLabel', { source: name }),
      wording: {
        page: (page) => words('coding.page', { page: String(page) }),
        question: (column) => content.table?.columns.find((one) => one.name === column)?.label ?? column,
        isInterviewer: (speaker) => interviewers.split('\n').includes(speaker),
      },
      events,
    });
    reader.bind(made, content);
    setView(made);
    return () => {
      reader.bind(null, null);
      setView(null);
      made.destroy();
    };
  }, [content, events, interviewers, name, reader, words]);

  useEffect(() => view?.dispatch({ effects: setCodings.of(codings) }), [view, codings]);
  useEffect(() => view?.dispatch({ effects: setEmphasis.of({ selected, hovered }) }), [view, selected, hovered]);
  useReadingPlace(view, source.id);
  return <div ref={host} className="reader" data-desk-pane="text" />;
}

function interviewersOf({ speakers }: Source): readonly string[] {
  return Object.keys(speakers).filter((label) => 'interviewer' in (speakers[label] ?? {}));
}
