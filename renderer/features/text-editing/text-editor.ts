/** An editor of one text: CodeMirror, counting as the text does, which tells the edits made since it was opened. */
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { ChangeSet, EditorState } from '@codemirror/state';
import { drawSelection, EditorView, keymap } from '@codemirror/view';
import type { TextEdit } from '#shared/domain/revision/revise-content.ts';

export type TextEditorInput = {
  readonly parent: HTMLElement;
  readonly text: string;
  readonly label: string;
  /** Called after each edit with all edits since the beginning, in order. */
  readonly onEdits: (edits: readonly TextEdit[]) => void;
};

/** Makes the editor. Only LF ends a line, as in the reader. */
export function createTextEditor({ parent, text, label, onEdits }: TextEditorInput): EditorView {
  let changes = ChangeSet.empty(text.length);
  return new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      extensions: [
        EditorState.lineSeparator.of('\n'),
        history(),
        drawSelection(),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0', spellcheck: 'true', translate: 'no' }),
        // Tab leaves the editor, so that nobody is caught in it.
        keymap.of([...defaultKeymap, ...historyKeymap]),
        EditorView.updateListener.of((update) => {
          if (!update.docChanged) return;
          changes = changes.compose(update.changes);
          onEdits(listEdits(changes));
        }),
      ],
    }),
  });
}

function listEdits(changes: ChangeSet): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  changes.iterChanges((from, to, _newFrom, _newTo, inserted) => {
    edits.push({ from, to, insert: inserted.sliceString(0, inserted.length, '\n') });
  });
  return edits;
}
