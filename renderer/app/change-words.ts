/** What an edit is called, for the undo buttons and menus. */
import type { ChangeLabel } from '#shared/domain/change/change.ts';
import type { Words } from '#renderer/ui/words.ts';

/** A change in words, such as Code passage Relevance. */
export function nameChange(label: ChangeLabel, words: Words): string {
  return words(`change.${label.key}`, label.values);
}
