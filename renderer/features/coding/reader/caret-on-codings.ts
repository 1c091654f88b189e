/** Tells which codings the caret came to by keyboard: what colours and brackets show, for who does not see them. */
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { codingsAt, codingsField, readerEvents } from '#renderer/features/coding/reader/reader-coding.ts';

/** A screen reader first says the line or character that the caret came to. */
const WAIT_MILLISECONDS = 250;

/** The extension; it keeps one timer per editor. */
export function caretOnCodings(): Extension {
  let timer = 0;
  let told = '';
  return EditorView.updateListener.of((update) => {
    const isMoved = update.transactions.some((one) => one.isUserEvent('select') && !one.isUserEvent('select.pointer'));
    if (!isMoved) return;
    const { view } = update;
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      const { head, empty } = view.state.selection.main;
      if (!empty || !view.hasFocus) return;
      const here = codingsAt(view.state.field(codingsField), head).map(({ id }) => id);
      const key = here.join(' ');
      if (key === told) return;
      told = key;
      view.state.facet(readerEvents).onCaretCodings(here);
    }, WAIT_MILLISECONDS);
  });
}
