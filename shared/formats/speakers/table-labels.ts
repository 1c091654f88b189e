/** Transcripts typed into a table: one column says who, the next one what; perhaps one says when. */
import type { TablePlace } from '#shared/formats/document/document-text.ts';
import { candidateOf } from '#shared/formats/speakers/label-candidate.ts';
import type { LabelCandidate } from '#shared/formats/speakers/label-candidate.ts';
import { parseTime } from '#shared/formats/speakers/time-stamp.ts';

type Cell = { readonly start: number; readonly end: number; readonly text: string };

/** Labels of all tables that are transcripts; forms and tables of figures give none. */
export function tableLabels(text: string, tables: readonly TablePlace[]): readonly LabelCandidate[] {
  return tables.flatMap((table) => {
    const rows = table.rows.map((row) =>
      row.map((cell): Cell => ({ ...cell, text: text.slice(cell.start, cell.end).trim() })),
    );
    return labelsOf(rows);
  });
}

function labelsOf(rows: readonly (readonly Cell[])[]): readonly LabelCandidate[] {
  const width = rows[0]?.length ?? 0;
  if (width < 2 || width > 4) return [];
  for (let column = 0; column < width - 1; column += 1) {
    const labels = withoutHeader(rows.flatMap((row) => labelOfRow(row, column)));
    if (isTranscript(rows, labels)) return labels;
  }
  return [];
}

function labelOfRow(row: readonly Cell[], column: number): readonly LabelCandidate[] {
  const cell = row[column];
  const words = row[column + 1];
  const last = row[row.length - 1];
  if (cell === undefined || words === undefined || last === undefined || cell.text === '') return [];
  // Behind the words there may be a time, but no further column: `Sex | Role | District` is a list.
  if (row.slice(column + 2).some((other) => other.text !== '' && parseTime(other.text) === null)) return [];
  const time =
    row.map((other) => parseTime(other.text.replace(/[[\]()]/g, ''))).find((value) => value !== null) ?? null;
  const candidate = candidateOf({
    start: cell.start,
    bodyStart: words.start,
    lineEnd: last.end,
    name: cell.text.replace(/[\s:]+$/u, ''),
    style: 'cell',
    timed: time !== null,
    timeMilliseconds: time,
    emphasised: false,
    tight: false,
  });
  return candidate.shape === 'prose' || candidate.shape === 'heading' ? [] : [candidate];
}

/** Few names that come back, beside cells that are much longer than they are. */
function isTranscript(rows: readonly (readonly Cell[])[], labels: readonly LabelCandidate[]): boolean {
  if (labels.length < 4 || labels.length < rows.length * 0.7) return false;
  const names = new Set(labels.map((label) => label.name));
  if (names.size < 2 || names.size > labels.length * 0.6) return false;
  const nameLength = labels.reduce((sum, label) => sum + label.name.length, 0);
  const bodyLength = labels.reduce((sum, label) => sum + label.lineEnd - label.bodyStart, 0);
  return bodyLength > nameLength * 2 && bodyLength > labels.length * 15;
}

/** `Speaker | What was said` above the talk: its name comes once, the others come back. */
function withoutHeader(labels: readonly LabelCandidate[]): readonly LabelCandidate[] {
  const [first, ...others] = labels;
  return first !== undefined &&
    others.every((label) => label.name !== first.name) &&
    first.lineEnd - first.bodyStart < 40
    ? others
    : labels;
}
