/** What the desk may ask of the reader: the selection, the caret, a jump to a stretch. Bound while a text is open. */
import { EditorSelection } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import type { Extent } from '#shared/domain/coding/coding-edits.ts';
import { growExtent } from '#renderer/features/coding/reader/grow-extent.ts';
import { snapExtent } from '#renderer/features/coding/reader/snap-extent.ts';
import type { SourceContent } from '#shared/domain/source/source-content.ts';

export class ReaderHandle {
  private view: EditorView | null = null;
  private content: SourceContent | null = null;

  /** Called by the reader when its view comes and goes. */
  bind(view: EditorView | null, content: SourceContent | null): void {
    this.view = view;
    this.content = content;
  }

  /** The selected stretch in whole characters, without blanks at its ends; null when nothing is selected. */
  selection(): Extent | null {
    const selection = this.view?.state.selection.main;
    if (!this.content || !selection || selection.empty) return null;
    return snapExtent(this.content.text, selection.from, selection.to);
  }

  /** The words of a stretch. */
  quote({ start, end }: Extent): string {
    return this.content?.text.slice(start, end) ?? '';
  }

  caret(): number {
    return this.view?.state.selection.main.head ?? 0;
  }

  /** Selects a stretch and brings it into sight. */
  select({ start, end }: Extent, align: 'nearest' | 'center' = 'nearest'): void {
    const length = this.view?.state.doc.length ?? 0;
    const range = EditorSelection.range(Math.min(start, length), Math.min(end, length));
    const scroll = EditorView.scrollIntoView(range, { y: align, yMargin: 48 });
    this.view?.dispatch({ selection: { anchor: range.anchor, head: range.head }, effects: scroll });
  }

  /** Selects the sentence at the caret; when it is selected already, the turn, answer or paragraph around it. */
  grow(): void {
    if (!this.view || !this.content) return;
    const { from, to } = this.view.state.selection.main;
    const grown = growExtent(this.content, { start: from, end: to });
    if (grown) this.select(grown);
  }

  /** Drops the selection, the caret stays where it ended. */
  clearSelection(): void {
    const head = this.caret();
    this.view?.dispatch({ selection: { anchor: head, head } });
  }

  focus(): void {
    this.view?.focus();
  }

  hasFocus(): boolean {
    return this.view?.hasFocus ?? false;
  }
}
