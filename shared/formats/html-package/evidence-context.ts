/** What stands around a quote: the turns or paragraphs before and after, as far as a reader needs them. */
import type { Coding } from '#shared/domain/coding/coding.ts';
import type { SourceContent } from '#shared/domain/source/source-content.ts';

export type EvidenceContext = { readonly before: string; readonly quote: string; readonly after: string };

/** Characters on each side at most: enough to judge a quote, not the whole interview. */
const MOST_AROUND = 700;
/** Lines on each side: the turn before, and the turn after. */
const LINES_AROUND = 2;

/** The context of a coding; null when its text is not at hand or nothing stands around it. */
export function contextOf(
  content: SourceContent | undefined,
  { start, end }: Pick<Coding, 'start' | 'end'>,
): EvidenceContext | null {
  if (!content || end <= start) return null;
  const { text } = content;
  const before = cutStart(lastLines(text.slice(Math.max(0, start - 2 * MOST_AROUND), start)));
  const after = cutEnd(firstLines(text.slice(end, end + 2 * MOST_AROUND)));
  if (before.trim() === '' && after.trim() === '') return null;
  return { before, quote: text.slice(start, end), after };
}

function lastLines(text: string): string {
  return text
    .split('\n')
    .slice(-1 - LINES_AROUND)
    .join('\n')
    .replace(/^\n+/u, '');
}

function firstLines(text: string): string {
  return text
    .split('\n')
    .slice(0, 1 + LINES_AROUND)
    .join('\n')
    .replace(/\n+$/u, '');
}

/** Cuts at a blank, so that no word and no character is torn. */
function cutStart(text: string): string {
  if (text.length <= MOST_AROUND) return text;
  const cut = text.slice(-MOST_AROUND);
  const blank = cut.search(/\s/u);
  return `… ${cut.slice(blank + 1)}`;
}

function cutEnd(text: string): string {
  if (text.length <= MOST_AROUND) return text;
  const cut = text.slice(0, MOST_AROUND);
  const blank = cut.search(/\s\S*$/u);
  return `${cut.slice(0, blank < 0 ? cut.length : blank)} …`;
}
