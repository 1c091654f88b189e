/** Makes the reading view of one text: CodeMirror, focusable with a caret, never changed by typing. */
import { EditorView, highlightSpecialChars, ViewPlugin, Decoration } from '@codemirror/view';
import type { DecorationSet, ViewUpdate } from '@codemirror/view';
import type { SourceContent } from '#shared/domain/source/source-content.ts';
import { caretOnCodings } from '#renderer/features/coding/reader/caret-on-codings.ts';
import { codingMarks, keptSelection } from '#renderer/features/coding/reader/coding-marks.ts';
import { marginStripes } from '#renderer/features/coding/reader/margin-stripes.ts';
import { pointerOnCodings } from '#renderer/features/coding/reader/pointer-on-codings.ts';
import {
  codingsField,
  emphasisField,
  readerEvents,
  type ReaderEvents,
} from '#renderer/features/coding/reader/reader-coding.ts';
import { createReadingState } from '#renderer/features/coding/reader/reading-state.ts';
import { readingKeys } from '#renderer/features/coding/reader/reading-keys.ts';
import { textStructure, type StructureWording } from '#renderer/features/coding/reader/text-structure.ts';

/** What cannot be seen, other than line ends, joiners and marks of writing direction. */

const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ufff9-\ufffb]/gu;
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/u;

export type ReaderViewInput = {
  readonly parent: HTMLElement;
  readonly content: SourceContent;
  readonly label: string;
  readonly wording: StructureWording;
  readonly events: ReaderEvents;
};

/** The view with everything in it but the codings, which come by `setCodings`. */
export function createReaderView({ parent, content, label, wording, events }: ReaderViewInput): EditorView {
  const bare = createReadingState(content.text, []);
  const state = createReadingState(content.text, [
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({
      'aria-label': label,
      'aria-readonly': 'true',
      tabindex: '0',
      spellcheck: 'false',
      autocorrect: 'off',
      translate: 'no',
      class: 'reader-text',
    }),
    highlightSpecialChars({ specialChars: UNSEEN }),
    RIGHT_TO_LEFT.test(content.text) ? [EditorView.perLineTextDirection.of(true), ownDirections] : [],
    textStructure(content, bare.doc, wording),
    codingsField,
    emphasisField,
    readerEvents.of(events),
    codingMarks,
    keptSelection,
    marginStripes,
    pointerOnCodings(),
    caretOnCodings(),
    readingKeys,
  ]);
  return new EditorView({ state, parent });
}

/** Each line runs in the direction of its first letter. */
const ownDirections = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;
    constructor(view: EditorView) {
      this.decorations = directLines(view);
    }
    update(update: ViewUpdate): void {
      if (update.viewportChanged) this.decorations = directLines(update.view);
    }
  },
  { decorations: (plugin) => plugin.decorations },
);
const directedLine = Decoration.line({ attributes: { dir: 'auto' } });

function directLines(view: EditorView): DecorationSet {
  const starts: number[] = [];
  for (const { from, to } of view.visibleRanges) {
    for (let position = from; position <= to;) {
      const line = view.state.doc.lineAt(position);
      if (starts.at(-1) !== line.from) starts.push(line.from);
      position = line.to + 1;
    }
  }
  return Decoration.set(starts.map((start) => directedLine.range(start)));
}
