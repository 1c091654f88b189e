/** Dragging an end of a coding: the text shows the new stretch while the pointer moves, one change when it is let go. */
import type { EditorView } from '@codemirror/view';
import type { CodingId } from '#shared/domain/coding/coding.ts';
import { codingsField, readerEvents } from '#renderer/features/coding/reader/reader-coding.ts';
import { snapExtent } from '#renderer/features/coding/reader/snap-extent.ts';

/** Follows the pointer from now until it is let go; Esc leaves everything as it was. */
export function dragEnd(view: EditorView, id: CodingId, end: 'start' | 'end'): void {
  const coding = view.state.field(codingsField).find((one) => one.id === id);
  if (!coding) return;
  const fixed = end === 'start' ? coding.end : coding.start;
  let moved = end === 'start' ? coding.start : coding.end;
  const finish = new AbortController();
  const { signal } = finish;
  view.dom.classList.add('reader--dragging');
  signal.addEventListener('abort', () => view.dom.classList.remove('reader--dragging'));

  const follow = (event: PointerEvent): void => {
    // The margin is beside the text: the row counts, and the column as far as the text goes.
    const box = view.contentDOM.getBoundingClientRect();
    const x = Math.min(Math.max(event.clientX, box.left + 1), box.right - 2);
    moved = view.posAtCoords({ x, y: event.clientY }, false);
    view.dispatch({ selection: { anchor: fixed, head: moved } });
  };
  const letGo = (): void => {
    finish.abort();
    const extent = snapExtent(view.state.doc.toString(), fixed, moved);
    if (!extent) return;
    view.dispatch({ selection: { anchor: extent.start, head: extent.end } });
    view.state.facet(readerEvents).onResizeCoding(id, extent);
  };
  const giveUp = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    finish.abort();
    view.dispatch({ selection: { anchor: coding.start, head: coding.end } });
  };
  window.addEventListener('pointermove', follow, { signal });
  window.addEventListener('pointerup', letGo, { signal });
  window.addEventListener('keydown', giveUp, { signal, capture: true });
}
