/** The text that somebody wants to edit, from whatever place; a dialog takes it up. */
import { create } from 'zustand';
import type { SourceId } from '#shared/domain/source/source.ts';

export const textViews = ['edit', 'replace', 'earlier'] as const;
export type TextView = (typeof textViews)[number];

type TextRequest = { readonly source: SourceId | null; readonly view: TextView };

export const useTextRequest = create<TextRequest>(() => ({ source: null, view: 'edit' }));

/** Opens the text of a source for editing. */
export function requestTextEdit(source: SourceId, view: TextView = 'edit'): void {
  useTextRequest.setState({ source, view });
}

/** Shows another view of the same text. */
export function showTextView(view: TextView): void {
  useTextRequest.setState({ view });
}

/** The dialog is done. */
export function clearTextRequest(): void {
  useTextRequest.setState({ source: null });
}
