/** The state of a text in the reader, in which positions are the text's own UTF-16 offsets. */
import { EditorState, type Extension } from '@codemirror/state';

/** Only LF ends a line, so that no other separator is ever counted differently. */
export function createReadingState(text: string, extensions: Extension): EditorState {
  return EditorState.create({
    doc: text,
    extensions: [EditorState.lineSeparator.of('\n'), EditorState.readOnly.of(true), extensions],
  });
}
