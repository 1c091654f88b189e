/** The pointer on coded text: a click selects the innermost coding (the next one when clicked again), resting tells. */
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import {
  codingsAt,
  codingsField,
  emphasisField,
  readerEvents,
} from '#renderer/features/coding/reader/reader-coding.ts';

const HOVER_WAIT_MILLISECONDS = 350;

/** The extension; it keeps one timer per editor. */
export function pointerOnCodings(): Extension {
  let hoverTimer = 0;
  let isTold = false;
  const leave = (view: EditorView): void => {
    clearTimeout(hoverTimer);
    if (isTold) view.state.facet(readerEvents).onHover(null);
    isTold = false;
  };
  return [
    EditorView.domEventHandlers({
      click: (event, view) => {
        if (event.button === 0 && view.state.selection.main.empty) pickAt(view, event, true);
      },
      contextmenu: (event, view) => {
        // The menu is about what is under the pointer, and about nothing out of sight.
        const position = view.posAtCoords({ x: event.clientX, y: event.clientY });
        const { from, to } = view.state.selection.main;
        if (position !== null && (position < from || position > to)) {
          view.dispatch({ selection: { anchor: position, head: position }, userEvent: 'select.pointer' });
        }
        pickAt(view, event, false);
      },
      mousemove: (event, view) => {
        leave(view);
        if (event.buttons !== 0) return;
        const { clientX, clientY } = event;
        hoverTimer = window.setTimeout(() => {
          const codings = codingsUnder(view, clientX, clientY).map((coding) => coding.id);
          if (codings.length === 0) return;
          isTold = true;
          view.state.facet(readerEvents).onHover({ codings, x: clientX, y: clientY + 18 });
        }, HOVER_WAIT_MILLISECONDS);
      },
      mouseleave: (_event, view) => leave(view),
      keydown: (_event, view) => leave(view),
      scroll: (_event, view) => leave(view),
    }),
    EditorView.updateListener.of((update) => {
      if (!update.selectionSet) return;
      const before = update.startState.selection.main.empty;
      const now = update.state.selection.main.empty;
      const events = update.state.facet(readerEvents);
      if (before !== now) events.onSelectionChange(!now);
      if (!update.transactions.some((one) => one.isUserEvent('select'))) return;
      const { from, to } = update.state.selection.main;
      events.onMove({ start: from, end: to });
    }),
  ];
}

function pickAt(view: EditorView, event: MouseEvent, isCycling: boolean): void {
  const here = codingsUnder(view, event.clientX, event.clientY);
  const current = here.findIndex((coding) => coding.id === view.state.field(emphasisField).selected);
  const picked = isCycling || current === -1 ? here[(current + 1) % Math.max(1, here.length)] : here[current];
  view.state.facet(readerEvents).onPickCoding(picked?.id ?? null, false);
}

function codingsUnder(view: EditorView, x: number, y: number) {
  const position = view.posAtCoords({ x, y });
  if (position === null) return [];
  // Between two characters the pointer may be on either; the box of the character decides.
  const box = view.coordsAtPos(position, 1);
  const at = box && x < box.left && position > 0 ? position - 1 : position;
  return codingsAt(view.state.field(codingsField), at);
}
