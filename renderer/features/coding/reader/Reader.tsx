/** The text of one source, with its codings painted in and bracketed in the margin. */
import type { EditorView } from '@codemirror/view';
import { useEffect, useRef, useState, type CSSProperties } from 'react';
import type { SourceContent } from '#shared/domain/source/source-content.ts';
import type { Source } from '#shared/domain/source/source.ts';
import { useDesk } from '#renderer/features/coding/desk-context.ts';
import { createReaderView } from '#renderer/features/coding/reader/reader-view.ts';
import {
  setCodings,
  setEmphasis,
  type ReaderCoding,
  type ReaderEvents,
} from '#renderer/features/coding/reader/reader-coding.ts';
import { useReadingPlace } from '#renderer/features/coding/reader/use-reading-place.ts';
import { useWords } from '#renderer/ui/words.ts';
import { useCodingDesk } from '#renderer/view-state/coding-desk.ts';
import { useDeskPreferences } from '#renderer/view-state/desk-preferences.ts';
import { useNavigation } from '#renderer/view-state/navigation.ts';
import './Reader.css';

export type ReaderProps = {
  readonly source: Source;
  readonly content: SourceContent;
  readonly codings: readonly ReaderCoding[];
  /** Memoised: a new object makes the view anew. */
  readonly events: ReaderEvents;
};

/** The reading view. */
export function Reader({ source, content, codings, events }: ReaderProps) {
  const host = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<EditorView | null>(null);
  const { reader } = useDesk();
  const words = useWords();
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
    reader.bind(source.id, made, content);
    setView(made);
    return () => {
      reader.release(made);
      setView(null);
      made.destroy();
    };
  }, [content, events, interviewers, name, reader, source.id, words]);

  useEffect(() => view?.dispatch({ effects: setCodings.of(codings) }), [view, codings]);
  useEffect(() => view?.dispatch({ effects: setEmphasis.of({ selected, hovered }) }), [view, selected, hovered]);
  useReadingPlace(view, source.id);
  const { textScale, lineWidth } = useDeskPreferences();
  useEffect(() => view?.requestMeasure(), [view, textScale, lineWidth]);
  return (
    <div
      ref={host}
      className="reader"
      data-desk-pane="text"
      data-line-width={lineWidth}
      style={{ '--text-scale': textScale } as CSSProperties}
    />
  );
}

function interviewersOf({ speakers }: Source): readonly string[] {
  return Object.keys(speakers).filter((label) => 'interviewer' in (speakers[label] ?? {}));
}
