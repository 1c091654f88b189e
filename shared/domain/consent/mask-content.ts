/**
 * Blacking out what some speakers said: every character becomes a block of the same length, so that all places in the
 * text, and with them the codings of the others, stay where they are.
 */
import type { ParticipantId } from '#shared/domain/participant/participant.ts';
import type { Segment, SourceContent } from '#shared/domain/source/source-content.ts';
import type { Source } from '#shared/domain/source/source.ts';

/** What a blacked-out character is shown as. */
export const BLOCK = '█';

/** Labels under which these participants speak; null when they stand for the source as a whole or for all of it. */
export function labelsOf(
  source: Pick<Source, 'speakers'>,
  participants: ReadonlySet<ParticipantId>,
): ReadonlySet<string> | null {
  const entries = Object.entries(source.speakers).flatMap(([label, role]) =>
    'participant' in role ? [{ label, isTheirs: participants.has(role.participant) }] : [],
  );
  const labels = new Set(entries.filter(({ isTheirs }) => isTheirs).map(({ label }) => label));
  if (labels.size > 0 && (labels.has('') || entries.every(({ isTheirs }) => isTheirs))) return null;
  return labels;
}

/** Stretches that speakers of these labels said or answered. */
export function stretchesOf(
  content: Pick<SourceContent, 'segments'>,
  labels: ReadonlySet<string>,
): readonly { readonly start: number; readonly end: number }[] {
  return content.segments.filter((segment) => isOf(segment, labels)).map(({ start, end }) => ({ start, end }));
}

/** The content without what these speakers said and answered. */
export function maskContent(content: SourceContent, labels: ReadonlySet<string>): SourceContent {
  if (labels.size === 0) return content;
  let text = '';
  let place = 0;
  for (const { start, end } of stretchesOf(content, labels)) {
    if (end <= place) continue;
    const from = Math.max(start, place);
    text += content.text.slice(place, from) + content.text.slice(from, end).replace(/[^\n]/gu, blocks);
    place = end;
  }
  text += content.text.slice(place);
  const segments = content.segments.map((segment) => (isOf(segment, labels) ? withoutSpeaker(segment) : segment));
  return { text, segments, table: maskTable(content.table, labels) };
}

/** Says whether a stretch of a masked text holds what was blacked out. */
export function isMasked(text: string): boolean {
  return text.includes(BLOCK);
}

function blocks(character: string): string {
  return BLOCK.repeat(character.length);
}

function isOf({ respondent, speaker }: Segment, labels: ReadonlySet<string>): boolean {
  const label = respondent ?? speaker;
  return label !== undefined && labels.has(label);
}

/** A stretch of which nobody can tell any more who said it. */
export function withoutSpeaker({
  speaker: _speaker,
  respondent: _respondent,
  bodyStart: _body,
  ...rest
}: Segment): Segment {
  return rest;
}

function maskTable(table: SourceContent['table'], labels: ReadonlySet<string>): SourceContent['table'] {
  if (!table) return null;
  // A respondent's id may be an e-mail address: it goes too, and the rows stay as many as they were.
  const gone = table.respondents.map((respondent) => labels.has(respondent));
  return {
    columns: table.columns,
    respondents: table.respondents.map((respondent, row) => (gone[row] ? `${BLOCK}${row + 1}` : respondent)),
    rows: table.rows.map((cells, row) => (gone[row] ? cells.map(() => '') : cells)),
  };
}
