/**
 * Two versions brought together of which one had answers added (a further wave of a questionnaire): the respondents and
 * the segments that the other version knows nothing of come along. Pure.
 */
import { BLOCK } from '#shared/domain/consent/mask-content.ts';
import { replacementsOf, type Replacement } from '#shared/domain/revision/sections.ts';
import type { Sections } from '#shared/domain/revision/text-revision.ts';
import type { QuestionnaireTable, Segment, SourceContent } from '#shared/domain/source/source-content.ts';

/**
 * `united` is one version with the other's edits, `fromOther` the other with the one's edits: the same text, read by two
 * who each know their own edits best; `sections` lead to it from the one. The same object where the other knows of
 * nothing more.
 */
export function keepAdded(united: SourceContent, fromOther: SourceContent, sections: Sections): SourceContent {
  const table = addRows(united.table, fromOther.table);
  const trimmed = trim(united.segments, fromOther.segments, replacementsOf(sections));
  const segments = addSegments(trimmed, fromOther.segments);
  if (table === united.table && segments === united.segments) return united;
  return { text: united.text, segments, table };
}

/** What was put in behind a segment was taken for its end; whoever put it in says whether it is, or a segment of its own. */
function trim(
  known: readonly Segment[],
  others: readonly Segment[],
  replacements: readonly Replacement[],
): readonly Segment[] {
  const ends = new Map(others.map(({ role, start, end }) => [`${role} ${start}`, end]));
  const knownStarts = new Set(known.map(({ role, start }) => `${role} ${start}`));
  const newStarts = others.filter(({ role, start }) => !knownStarts.has(`${role} ${start}`));
  const insertions = new Map(
    replacements.filter(({ from, to }) => from === to).map(({ newFrom, newTo }) => [newTo, newFrom]),
  );
  const endOf = ({ role, start, end }: Segment): number => {
    const told = ends.get(`${role} ${start}`);
    if (told !== undefined) return Math.min(told, end);
    const from = insertions.get(end);
    const isOwn = from !== undefined && newStarts.some((other) => other.role === role && other.start >= from);
    return from !== undefined && isOwn ? Math.max(start, from) : end;
  };
  const trimmed = known.map((segment) => {
    const end = endOf(segment);
    if (end === segment.end) return segment;
    return { ...segment, end, ...(segment.bodyStart !== undefined && { bodyStart: Math.min(segment.bodyStart, end) }) };
  });
  return trimmed.every((segment, place) => segment === known[place]) ? known : trimmed;
}

/** A segment is new where none of its role stands at its place. */
function addSegments(known: readonly Segment[], others: readonly Segment[]): readonly Segment[] {
  const taken = new Map<string, Segment[]>();
  for (const segment of known) {
    const ofRole = taken.get(segment.role);
    if (ofRole) ofRole.push(segment);
    else taken.set(segment.role, [segment]);
  }
  const added = others.filter((segment) => !overlapsAny(taken.get(segment.role) ?? [], segment));
  if (added.length === 0) return known;
  return [...known, ...added].sort((a, b) => a.start - b.start || b.end - a.end);
}

/** `sorted` are the segments of one role: they follow each other, so the last that begins before the end is enough. */
function overlapsAny(sorted: readonly Segment[], { start, end }: { readonly start: number; readonly end: number }) {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as Segment).start < end) low = middle + 1;
    else high = middle;
  }
  const last = sorted[low - 1];
  return last !== undefined && last.end > start;
}

function addRows(known: QuestionnaireTable | null, other: QuestionnaireTable | null): QuestionnaireTable | null {
  if (!known || !other) return known;
  const respondents = new Set(known.respondents);
  // Rows are only ever added behind: where one of this version is blacked out, the other's is the same person's.
  const rows = [...other.respondents.keys()].filter(
    (row) => !respondents.has(other.respondents[row] as string) && !known.respondents[row]?.startsWith(BLOCK),
  );
  const names = new Set(known.columns.map(({ name }) => name));
  const columns = [...known.columns, ...other.columns.filter(({ name }) => !names.has(name))];
  if (rows.length === 0 && columns.length === known.columns.length) return known;
  const placeInOther = new Map(other.columns.map(({ name }, place) => [name, place]));
  const rowOfOther = new Map(other.respondents.map((respondent, row) => [respondent, row]));
  const cellOfOther = (row: number | undefined, name: string): string =>
    row === undefined ? '' : (other.rows[row]?.[placeInOther.get(name) ?? -1] ?? '');
  const filled = known.rows.map((cells, row) => [
    ...cells,
    ...columns
      .slice(known.columns.length)
      .map(({ name }) => cellOfOther(rowOfOther.get(known.respondents[row] as string), name)),
  ]);
  const added = rows.map((row) => columns.map(({ name }) => cellOfOther(row, name)));
  return {
    columns,
    respondents: [...known.respondents, ...rows.map((row) => other.respondents[row] as string)],
    rows: [...filled, ...added],
  };
}
