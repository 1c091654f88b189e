/** Changes in the language of the interface. */
import type { HistoryItem } from '#renderer/features/history/history-items.ts';
import type { Words } from '#renderer/ui/words.ts';

/** What a row says, such as Undone: Code passage Relevance. */
export function wordItem({ change, turn }: HistoryItem, words: Words): string {
  const key = `change.${change.label.key}`;
  const said = words(key, change.label.values);
  // A newer version has edits that this one has no words for.
  const name = said === key ? words('history.unnamed') : said;
  if (turn === 'undone') return words('shell.undone', { change: name });
  return turn === 'redone' ? words('shell.redone', { change: name }) : name;
}
