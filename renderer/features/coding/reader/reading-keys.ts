/** The keys that move and select in a text that cannot be edited: what every text field does, and no more. */
import {
  cursorCharLeft,
  cursorCharRight,
  cursorDocEnd,
  cursorDocStart,
  cursorGroupLeft,
  cursorGroupRight,
  cursorLineBoundaryBackward,
  cursorLineBoundaryForward,
  cursorLineDown,
  cursorLineUp,
  cursorPageDown,
  cursorPageUp,
  selectAll,
  selectCharLeft,
  selectCharRight,
  selectDocEnd,
  selectDocStart,
  selectGroupLeft,
  selectGroupRight,
  selectLineBoundaryBackward,
  selectLineBoundaryForward,
  selectLineDown,
  selectLineUp,
  selectPageDown,
  selectPageUp,
} from '@codemirror/commands';
import type { Extension } from '@codemirror/state';
import { EditorView, keymap, type Command, type KeyBinding } from '@codemirror/view';

type Move = readonly [key: string, move: Command, select: Command, mac?: string];

const moves: readonly Move[] = [
  ['ArrowLeft', cursorCharLeft, selectCharLeft],
  ['ArrowRight', cursorCharRight, selectCharRight],
  ['ArrowUp', cursorLineUp, selectLineUp],
  ['ArrowDown', cursorLineDown, selectLineDown],
  ['Ctrl-ArrowLeft', cursorGroupLeft, selectGroupLeft, 'Alt-ArrowLeft'],
  ['Ctrl-ArrowRight', cursorGroupRight, selectGroupRight, 'Alt-ArrowRight'],
  ['Ctrl-ArrowUp', toParagraph(-1, false), toParagraph(-1, true), 'Alt-ArrowUp'],
  ['Ctrl-ArrowDown', toParagraph(1, false), toParagraph(1, true), 'Alt-ArrowDown'],
  ['PageUp', cursorPageUp, selectPageUp],
  ['PageDown', cursorPageDown, selectPageDown],
  ['Home', cursorLineBoundaryBackward, selectLineBoundaryBackward, 'Cmd-ArrowLeft'],
  ['End', cursorLineBoundaryForward, selectLineBoundaryForward, 'Cmd-ArrowRight'],
  ['Mod-Home', cursorDocStart, selectDocStart, 'Cmd-ArrowUp'],
  ['Mod-End', cursorDocEnd, selectDocEnd, 'Cmd-ArrowDown'],
];

const bindings: readonly KeyBinding[] = [
  ...moves.map(([key, run, shift, mac]) => ({ key, run, shift, preventDefault: true, ...(mac && { mac }) })),
  { key: 'Mod-a', run: selectAll, preventDefault: true },
];

/** Movement and selection; whatever would change the text is refused before the browser shows it. */
export const readingKeys: Extension = [
  keymap.of(bindings),
  EditorView.domEventHandlers({
    beforeinput: (event) => {
      event.preventDefault();
      return true;
    },
    paste: (event) => {
      event.preventDefault();
      return true;
    },
    cut: (event) => {
      event.preventDefault();
      return true;
    },
  }),
];

/** To the start of the paragraph before or after. */
function toParagraph(direction: 1 | -1, isSelecting: boolean): Command {
  return (view) => {
    const { doc, selection } = view.state;
    const { anchor, head } = selection.main;
    const line = doc.lineAt(head);
    const isInside = direction === -1 && head > line.from;
    let number = isInside ? line.number : line.number + direction;
    while (number > 1 && number < doc.lines && doc.line(number).length === 0) number += direction;
    const target = number < 1 ? 0 : number > doc.lines ? doc.length : doc.line(number).from;
    view.dispatch({
      selection: { anchor: isSelecting ? anchor : target, head: target },
      scrollIntoView: true,
      userEvent: 'select',
    });
    return true;
  };
}
