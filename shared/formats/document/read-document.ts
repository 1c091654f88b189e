/** What the readers of written documents have in common: text, headings, tables, notes, and what was left out. */
import type { Segment } from '#shared/domain/source/source-content.ts';
import type { DocumentText, TablePlace } from '#shared/formats/document/document-text.ts';
import type { ImportWarning } from '#shared/formats/imported-source.ts';

export type ReadDocument = {
  readonly text: string;
  readonly segments: readonly Segment[];
  readonly tables: readonly TablePlace[];
  readonly warnings: readonly ImportWarning[];
};

/** What stands in a document besides its text. */
export type DocumentCounts = { trackedChanges: number; comments: number; notes: number; images: number };

export function noCounts(): DocumentCounts {
  return { trackedChanges: 0, comments: 0, notes: 0, images: 0 };
}

/** Puts the wanted notes behind the text and says what was left out; `notes` is null when nobody asked for them. */
export function assembleDocument(
  output: DocumentText,
  counts: DocumentCounts,
  notes: readonly string[] | null,
): ReadDocument {
  let { text } = output;
  const segments: Segment[] = [...output.headings];
  for (const note of notes ?? []) {
    const start = text.length + 1;
    text += `\n${note}`;
    segments.push({ start, end: text.length, role: 'note' });
  }
  const leftOut = notes === null ? counts.notes : 0;
  return { text, segments, tables: output.tables, warnings: warningsOf({ ...counts, notes: leftOut }) };
}

function warningsOf(counts: DocumentCounts): readonly ImportWarning[] {
  const all: readonly ImportWarning[] = [
    { code: 'tracked-changes-accepted', values: { count: counts.trackedChanges } },
    { code: 'comments-left-out', values: { count: counts.comments } },
    { code: 'footnotes-left-out', values: { count: counts.notes } },
    { code: 'images-left-out', values: { count: counts.images } },
  ];
  return all.filter((warning) => warning.values['count'] !== 0);
}
