/** An edited text: its words, its turns, pages and answers at their new places, and who speaks under which label now. */
import { ChangeSet } from '@codemirror/state';
import { replacementsOf, type Replacement } from '#shared/domain/revision/sections.ts';
import type { Sections } from '#shared/domain/revision/text-revision.ts';
import type { QuestionnaireTable, Segment, SourceContent } from '#shared/domain/source/source-content.ts';

/** One piece of an edit: `from`-`to` of the text is replaced by `insert`. */
export type TextEdit = { readonly from: number; readonly to: number; readonly insert: string };

export type RevisedContent = {
  readonly content: SourceContent;
  readonly sections: Sections;
  /** Labels of speakers that stand in the text in other words now, in all their turns. */
  readonly renamed: ReadonlyMap<string, string>;
};

/**
 * Applies edits, which are in order and do not overlap. Each is widened to whole characters of the old and of the new
 * text, so that no quote ever ends inside one.
 */
export function reviseContent(content: SourceContent, edits: readonly TextEdit[]): RevisedContent {
  const whole = widenToCharacters(content.text, edits);
  const changes = ChangeSet.of([...whole], content.text.length, '\n');
  const sections = changes.desc.toJSON();
  const text = applyEdits(content.text, whole);
  return { ...reviseSegments(content, text, sections), sections };
}

/** The text after edits that are in order and do not overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let place = 0;
  for (const { from, to, insert } of edits) {
    result += text.slice(place, from) + insert;
    place = to;
  }
  return result + text.slice(place);
}

/** The edits that lead from one text to another along known lengths: what was put in is read off the new text. */
export function editsBetween(sections: Sections, after: string): readonly TextEdit[] {
  return replacementsOf(sections).map(({ from, to, newFrom, newTo }) => ({
    from,
    to,
    insert: after.slice(newFrom, newTo),
  }));
}

/** Moves segments to where they are in `text`; those of which nothing is left go. */
function reviseSegments(
  content: SourceContent,
  text: string,
  sections: Sections,
): { readonly content: SourceContent; readonly renamed: ReadonlyMap<string, string> } {
  const replacements = replacementsOf(sections);
  const starts = new Set(content.segments.map(({ role, start }) => `${role} ${start}`));
  const labels = new Map<string, Set<string>>();
  const segments: Segment[] = [];
  for (const segment of content.segments) {
    const start = mapPosition(replacements, segment.start, 'before');
    // What is put in where the next one begins belongs to the next.
    const isFollowed = starts.has(`${segment.role} ${segment.end}`);
    const end = mapPosition(replacements, segment.end, isFollowed ? 'before' : 'after');
    if (start >= end) continue;
    const moved: Segment = { ...segment, start, end };
    if (segment.bodyStart === undefined) {
      segments.push(moved);
      continue;
    }
    const bodyStart = Math.min(end, Math.max(start, mapPosition(replacements, segment.bodyStart, 'before')));
    const speaker = relabel(content.text, segment, text.slice(start, bodyStart));
    if (segment.speaker !== undefined && speaker !== undefined) {
      const known = labels.get(segment.speaker) ?? new Set();
      labels.set(segment.speaker, known.add(speaker));
    }
    segments.push({ ...moved, bodyStart, ...(speaker === undefined ? {} : { speaker }) });
  }
  segments.sort((a, b) => a.start - b.start || b.end - a.end);
  const renamed = new Map(
    [...labels].flatMap(([label, now]): [string, string][] => {
      const [only] = now;
      return now.size === 1 && only !== undefined && only !== label ? [[label, only]] : [];
    }),
  );
  return { content: { text, segments, table: reviseTable(content, text, segments) }, renamed };
}

/** A label that stands in the text is read from it again where the words around it are as they were. */
function relabel(oldText: string, { start, bodyStart, speaker }: Segment, head: string): string | undefined {
  if (speaker === undefined || speaker === '' || bodyStart === undefined) return speaker;
  const oldHead = oldText.slice(start, bodyStart);
  const at = oldHead.indexOf(speaker);
  if (at < 0 || head === oldHead) return speaker;
  const [lead, tail] = [oldHead.slice(0, at), oldHead.slice(at + speaker.length)];
  if (!head.startsWith(lead) || !head.endsWith(tail) || head.length <= lead.length + tail.length) return speaker;
  return head.slice(lead.length, head.length - tail.length).trim() || speaker;
}

/** The cells of open questions say what the answers say. */
function reviseTable(before: SourceContent, text: string, segments: readonly Segment[]): QuestionnaireTable | null {
  const { table } = before;
  if (!table) return null;
  const columns = new Map(table.columns.map(({ name }, index) => [name, index]));
  const rowsById = new Map(table.respondents.map((respondent, index) => [respondent, index]));
  const answers = new Map<string, string>();
  const note = (list: readonly Segment[], textOf: (segment: Segment) => string): void => {
    for (const segment of list) {
      if (segment.role !== 'answer' || segment.question === undefined || segment.respondent === undefined) continue;
      const [row, column] = [rowsById.get(segment.respondent), columns.get(segment.question)];
      if (row !== undefined && column !== undefined) answers.set(`${row} ${column}`, textOf(segment));
    }
  };
  // An answer that is gone from the text leaves an empty cell.
  note(before.segments, () => '');
  note(segments, ({ start, end }) => text.slice(start, end));
  const rows = table.rows.map((cells, row) => {
    const isSame = cells.every((cell, column) => (answers.get(`${row} ${column}`) ?? cell) === cell);
    return isSame ? cells : cells.map((cell, column) => answers.get(`${row} ${column}`) ?? cell);
  });
  return { ...table, rows };
}

/** Where a position is after the edit; `side` says on which side of what is put in there. */
function mapPosition(replacements: readonly Replacement[], position: number, side: 'before' | 'after'): number {
  let low = 0;
  let high = replacements.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const { from } = replacements[middle] as Replacement;
    if (from < position || (from === position && side === 'after')) low = middle + 1;
    else high = middle;
  }
  const last = replacements[low - 1];
  if (!last) return position;
  if (position >= last.to) return last.newTo + (position - last.to);
  // A stretch that begins inside what was replaced begins behind it: the replacement belongs to the one before.
  return last.newTo;
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
/** How much around an edit is looked at; longer characters do not occur in language. */
const REACH = 200;

/** Widens edits so that they begin and end between whole characters, before and after. */
function widenToCharacters(text: string, edits: readonly TextEdit[]): readonly TextEdit[] {
  let current: readonly TextEdit[] = edits.filter(({ from, to, insert }) => text.slice(from, to) !== insert);
  for (;;) {
    const widened: TextEdit[] = [];
    current.forEach((edit, place) => {
      const wide = widen(text, edit, widened.at(-1)?.to ?? 0, current[place + 1]?.from ?? text.length);
      const last = widened.at(-1);
      // Two that have grown together are one.
      if (last?.to === wide.from)
        widened[widened.length - 1] = { ...wide, from: last.from, insert: last.insert + wide.insert };
      else widened.push(wide);
    });
    if (widened.length === current.length && widened.every((edit, index) => isSameEdit(edit, current[index]))) {
      return current;
    }
    current = widened;
  }
}

/** Up to its neighbours, never over them: where it reaches one, the two are joined and looked at again. */
function widen(text: string, edit: TextEdit, lowest: number, highest: number): TextEdit {
  const before = text.slice(Math.max(lowest, edit.from - REACH), edit.from);
  const after = text.slice(edit.to, Math.min(highest, edit.to + REACH));
  const old = before + text.slice(edit.from, edit.to) + after;
  const next = before + edit.insert + after;
  // The nearest place at which both the old and the new text part whole characters.
  let lead = before.length;
  while (lead > 0 && !(isBoundary(old, lead) && isBoundary(next, lead))) lead -= 1;
  let tail = after.length;
  while (tail > 0 && !(isBoundary(old, old.length - tail) && isBoundary(next, next.length - tail))) tail -= 1;
  return {
    from: edit.from - (before.length - lead),
    to: edit.to + (after.length - tail),
    insert: before.slice(lead) + edit.insert + after.slice(0, after.length - tail),
  };
}

/** Below this code unit nothing combines with what stands before it, CR LF aside. */
const FIRST_COMBINING = 0x300;

function isBoundary(text: string, position: number): boolean {
  if (position <= 0 || position >= text.length) return true;
  const [before, after] = [text.charCodeAt(position - 1), text.charCodeAt(position)];
  if (before < FIRST_COMBINING && after < FIRST_COMBINING) return !(before === 13 && after === 10);
  return (graphemes.segment(text).containing(position)?.index ?? position) === position;
}

function isSameEdit(a: TextEdit, b: TextEdit | undefined): boolean {
  return b !== undefined && a.from === b.from && a.to === b.to && a.insert === b.insert;
}

/** The smallest single edit between two texts: what they share at both ends stays. */
export function editBetween(before: string, after: string): TextEdit | null {
  if (before === after) return null;
  let lead = 0;
  const shorter = Math.min(before.length, after.length);
  while (lead < shorter && before.charCodeAt(lead) === after.charCodeAt(lead)) lead += 1;
  let tail = 0;
  while (
    tail < shorter - lead &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  ) {
    tail += 1;
  }
  return { from: lead, to: before.length - tail, insert: after.slice(lead, after.length - tail) };
}
