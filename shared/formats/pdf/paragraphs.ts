/** Lines to paragraphs: which line ends the author wrote, and which only the page's width made. */
import type { PageLine } from '#shared/formats/pdf/page-lines.ts';

/** How a line hangs on the one before it. */
export type LineJoin = 'paragraph' | 'blank' | 'hyphen' | 'hyphen-kept';

const hyphenAtEnd = /[\p{L}][-\u00ad\u2010]$/u;
const sentenceEnd = /[.!?:;…。؟]["'”’»)\]]*\s*$/u;
const listStart = /^\s*(?:[•◦▪‣●○■–—*-]\s|\(?(?:[a-zA-Z]|\d{1,3}|[ivx]{2,4})[.)]\s|\[[\d:]+\])/u;
const labelStart = /^\s*(?:\[[^\]]{1,20}\]\s*)?\p{L}[^:.!?,;\t]{0,40}(?:\([^)]{1,60}\))?\s?:(?:\s|$)/u;

/** A column's edge is judged by the lines around, so that a page of any length takes its time in proportion. */
const AROUND = 60;
const FEW_LINES = 10;

/** Says for each line of a page how it joins its forerunner; `before` are the lines of the page before. */
export function joinsOf(
  lines: readonly PageLine[],
  before: readonly PageLine[],
  words: ReadonlySet<string>,
): readonly LineJoin[] {
  const leading = usualLeading(lines.length < FEW_LINES ? [...before, ...lines] : lines);
  return lines.map((line, index) => {
    const previous = lines[index - 1] ?? before[before.length - 1];
    if (previous === undefined) return 'paragraph';
    const moved = index === 0 || line.baseline > previous.baseline + line.size * 0.5;
    if (moved) return breaksOverGap(previous, line) ? 'paragraph' : wordJoin(previous.text, line.text, words);
    const around = lines.slice(Math.max(0, index - AROUND), index + AROUND);
    const column = lines.length < FEW_LINES ? [...before.slice(-AROUND), ...around] : around;
    return breaksBelow(previous, line, column, leading) ? 'paragraph' : wordJoin(previous.text, line.text, words);
  });
}

/** The paragraph goes on in the next column or page when its sentence is plainly not at an end. */
function breaksOverGap(previous: PageLine, line: PageLine): boolean {
  if (differentSize(previous, line) || listStart.test(line.text)) return true;
  if (hyphenAtEnd.test(previous.text) && /^\p{Ll}/u.test(line.text)) return false;
  return sentenceEnd.test(previous.text) || !/^["'“‘«(]?[\p{Ll}\d\p{Lo}]/u.test(line.text);
}

function breaksBelow(previous: PageLine, line: PageLine, lines: readonly PageLine[], leading: number): boolean {
  if (differentSize(previous, line)) return true;
  if (hasCells(previous) || hasCells(line)) return true;
  if (previous.baseline - line.baseline > Math.max(leading * 1.3, line.size * 1.45)) return true;
  if (listStart.test(line.text)) return true;
  if (labelStart.test(line.text) && sentenceEnd.test(previous.text)) return true;
  const overlaps = line.left < previous.right && line.right > previous.left;
  return !overlaps || wouldHaveFitted(previous, line, lines);
}

/** A tab is a cell border, unless it stands behind the mark of a list. */
function hasCells(line: PageLine): boolean {
  return line.text.replace(/^\s*\S{1,3}\t/, '').includes('\t');
}

/** A line ends by the author's will when the next one's first word had room on it. */
function wouldHaveFitted(previous: PageLine, line: PageLine, lines: readonly PageLine[]): boolean {
  const letters = line.text.length;
  const firstWord = /^\S+/.exec(line.text)?.[0].length ?? letters;
  const wordWidth = letters === 0 ? 0 : ((line.right - line.left) * firstWord) / letters;
  const blank = previous.size * 0.35;
  if (previous.rightToLeft) {
    const edge = edgeOf(
      lines.filter((other) => Math.abs(other.right - previous.right) < previous.size * 3).map((other) => -other.left),
    );
    return previous.left + edge > wordWidth + blank + previous.size;
  }
  const edge = edgeOf(
    lines.filter((other) => Math.abs(other.left - previous.left) < previous.size * 3).map((other) => other.right),
  );
  return edge - previous.right > wordWidth + blank + previous.size * 0.5;
}

/** How far the lines of a column reach, without the few that reach over its edge. */
function edgeOf(rights: readonly number[]): number {
  const sorted = [...rights].sort((one, other) => other - one);
  return sorted[Math.floor(sorted.length * 0.05)] ?? 0;
}

function wordJoin(before: string, after: string, words: ReadonlySet<string>): LineJoin {
  if (!hyphenAtEnd.test(before) || !/^\p{Ll}/u.test(after))
    return /\S[-–—\u2010/]$/.test(before) ? 'hyphen-kept' : 'blank';
  const head = /[\p{L}\p{N}-]+$/u.exec(before.slice(0, -1))?.[0].toLowerCase() ?? '';
  const tail = /^[\p{L}\p{N}-]+/u.exec(after)?.[0].toLowerCase() ?? '';
  if (words.has(head + tail)) return 'hyphen';
  return words.has(`${head}-${tail}`) ? 'hyphen-kept' : 'hyphen';
}

/** All words of a document that stand whole on a line, by which a hyphen at a line's end is judged. */
export function wordsOf(lines: readonly PageLine[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const line of lines) {
    for (const match of line.text.matchAll(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu)) words.add(match[0].toLowerCase());
  }
  return words;
}

function differentSize(one: PageLine, other: PageLine): boolean {
  return Math.abs(one.size - other.size) > Math.max(one.size, other.size) * 0.12;
}

/** The commonest distance of two lines below each other. */
function usualLeading(lines: readonly PageLine[]): number {
  const counts = new Map<number, number>();
  for (let index = 1; index < lines.length; index += 1) {
    const distance = Math.round((lines[index - 1]?.baseline ?? 0) - (lines[index]?.baseline ?? 0));
    const size = lines[index]?.size ?? 0;
    if (distance > size * 0.8 && distance < size * 4) counts.set(distance, (counts.get(distance) ?? 0) + 1);
  }
  let best = 0;
  let most = 0;
  for (const [distance, count] of counts) {
    if (count > most || (count === most && distance < best)) [best, most] = [distance, count];
  }
  return best;
}
