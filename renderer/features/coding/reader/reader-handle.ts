/** What the desk may ask of the reader: the selection, the caret, a jump to a stretch. Bound while a text is open. */
import { EditorSelection } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import type { Extent } from '#shared/domain/coding/coding-edits.ts';
import { growExtent, unitAfter, unitAt, type Unit } from '#renderer/features/coding/reader/grow-extent.ts';
import { snapExtent } from '#renderer/features/coding/reader/snap-extent.ts';
import type { SourceContent } from '#shared/domain/source/source-content.ts';
import type { SourceId } from '#shared/domain/source/source.ts';
import { useNavigation } from '#renderer/view-state/navigation.ts';

type OpenText = { readonly view: EditorView; readonly content: SourceContent };

export class ReaderHandle {
  private readonly texts = new Map<SourceId, OpenText>();

  /** Called by a reader when its view comes. Two sources may be open; what is asked is asked of the one in hand. */
  bind(source: SourceId, view: EditorView, content: SourceContent): void {
    this.texts.set(source, { view, content });
  }

  /** Called by a reader when its view goes. */
  release(view: EditorView): void {
    for (const [source, text] of this.texts) if (text.view === view) this.texts.delete(source);
  }

  private get view(): EditorView | null {
    return this.text?.view ?? null;
  }

  private get content(): SourceContent | null {
    return this.text?.content ?? null;
  }

  private get text(): OpenText | undefined {
    const { source } = useNavigation.getState().here;
    return source === null ? undefined : this.texts.get(source);
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
    const sentence = from === to ? unitAt(this.content, 'sentence', from) : null;
    const grown = sentence ?? growExtent(this.content, { start: from, end: to });
    if (grown) this.select(grown);
  }

  /** The unit at the caret; null when no text is open or there is only blank text. */
  unitAtCaret(unit: Unit): Extent | null {
    return this.content && unitAt(this.content, unit, this.caret());
  }

  /** The unit at a place of the window. */
  unitAtPoint(unit: Unit, x: number, y: number): Extent | null {
    const position = this.view?.posAtCoords({ x, y });
    return this.content && position != null ? unitAt(this.content, unit, position) : null;
  }

  /** The unit behind what is selected; the one at the caret while nothing is. */
  nextUnit(unit: Unit): Extent | null {
    const selection = this.selection();
    if (!this.content || !selection) return this.unitAtCaret(unit);
    return unitAfter(this.content, unit, selection);
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
