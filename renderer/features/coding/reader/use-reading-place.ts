/** Where the reader stands: at the stretch that was asked for, else where this text was left. */
import { EditorView } from '@codemirror/view';
import { useEffect, useRef } from 'react';
import type { SourceId } from '#shared/domain/source/source.ts';
import { useDesk } from '#renderer/features/coding/desk-context.ts';
import { rememberPosition, useCodingDesk } from '#renderer/view-state/coding-desk.ts';
import { useNavigation } from '#renderer/view-state/navigation.ts';

/** Keeps the place of a source's view. */
export function useReadingPlace(view: EditorView | null, source: SourceId): void {
  const { reader } = useDesk();
  const jump = useNavigation((state) => state.jump);
  const shownJump = useRef<number | null>(null);
  const shownView = useRef<EditorView | null>(null);

  useEffect(() => {
    if (!view) return;
    const { here } = useNavigation.getState();
    const isNewView = shownView.current !== view;
    shownView.current = view;
    if (here.extent && here.source === source && shownJump.current !== jump) {
      reader.select(here.extent, 'center');
      reader.focus();
    } else if (isNewView) restore(view, source);
    shownJump.current = jump;
  }, [jump, reader, source, view]);

  useEffect(() => {
    if (!view) return;
    const scroller = view.scrollDOM;
    // Kept aside: when the view goes, its scroller has left the page and stands at 0.
    let scrollTop = scroller.scrollTop;
    const follow = (): void => {
      scrollTop = scroller.scrollTop;
    };
    scroller.addEventListener('scroll', follow, { passive: true });
    return () => {
      scroller.removeEventListener('scroll', follow);
      const { anchor, head } = view.state.selection.main;
      rememberPosition(source, { anchor, head, topPosition: view.lineBlockAtHeight(scrollTop).from });
    };
  }, [source, view]);
}

function restore(view: EditorView, source: SourceId): void {
  const left = useCodingDesk.getState().positions.get(source);
  if (!left || left.head > view.state.doc.length || left.anchor > view.state.doc.length) return;
  const top = Math.min(left.topPosition, view.state.doc.length);
  view.dispatch({
    selection: { anchor: left.anchor, head: left.head },
    effects: EditorView.scrollIntoView(top, { y: 'start' }),
  });
}
