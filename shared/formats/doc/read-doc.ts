/** Word 97 to 2003 (doc): the text in its order, paragraphs, tables, headings; deleted and hidden words left out. */
import { fail, succeed } from '#shared/basics/result.ts';
import type { Result } from '#shared/basics/result.ts';
import { openCompoundFile } from '#shared/formats/ole/compound-file.ts';
import { DocOutput } from '#shared/formats/doc/doc-output.ts';
import { readRuns } from '#shared/formats/doc/formatted-runs.ts';
import type { FormattedRun, Settings } from '#shared/formats/doc/formatted-runs.ts';
import { readPieces } from '#shared/formats/doc/piece-table.ts';
import type { Piece } from '#shared/formats/doc/piece-table.ts';
import { assembleDocument, noCounts } from '#shared/formats/document/read-document.ts';
import type { DocumentCounts, ReadDocument } from '#shared/formats/document/read-document.ts';
import type { ImportFailure } from '#shared/formats/imported-source.ts';
import { breathe, cancelled } from '#shared/formats/read-options.ts';
import type { ReadOptions } from '#shared/formats/read-options.ts';
import { decodeWindows1252 } from '#shared/formats/text/windows-1252.ts';

const damaged: ImportFailure = { code: 'damaged', values: { format: 'doc' } };

/** Places in the file information block of Word 97 and later. */
const fib = {
  magic: 0x00,
  version: 0x02,
  flags: 0x0a,
  bodyLength: 0x4c,
  noteLength: 0x50,
  headerLength: 0x54,
  commentLength: 0x5c,
  endnoteLength: 0x60,
  characterRuns: 0xfa,
  paragraphs: 0x102,
  pieces: 0x1a2,
} as const;

const noSettings: Settings = { style: 0, isInTable: false, isRowEnd: false, isDeleted: false, isHidden: false };

/** Reads a doc. Word 6 and 95 wrote another format, which is refused. */
export async function readDoc(bytes: Uint8Array, options: ReadOptions): Promise<Result<ReadDocument, ImportFailure>> {
  const file = openCompoundFile(bytes);
  const stream = file?.stream('WordDocument') ?? null;
  if (stream === null || stream.length < 0x200) return fail(damaged);
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  const flags = view.getUint16(fib.flags, true);
  if ((flags & 0x100) !== 0) return fail({ code: 'encrypted', values: { format: 'doc' } });
  if (view.getUint16(fib.magic, true) !== 0xa5ec) return fail({ code: 'unsupported-format', values: { found: 'doc' } });
  if (view.getUint16(fib.version, true) < 0xc1) return fail({ code: 'unsupported-format', values: { found: 'doc' } });
  const table = file?.stream((flags & 0x200) === 0 ? '0Table' : '1Table') ?? null;
  if (table === null) return fail(damaged);
  const place = (at: number): { readonly offset: number; readonly length: number } => ({
    offset: view.getUint32(at, true),
    length: view.getUint32(at + 4, true),
  });
  const clx = place(fib.pieces);
  const pieces = readPieces(table, clx.offset, clx.length);
  if (pieces === null) return fail(damaged);
  const body = new DocBody(
    stream,
    readRuns(stream, table, place(fib.paragraphs), 13),
    readRuns(stream, table, place(fib.characterRuns), 1),
  );
  const lengthAt = (at: number): number => view.getUint32(at, true);
  const bodyEnd = lengthAt(fib.bodyLength);
  for (const piece of pieces) {
    body.add(piece, bodyEnd);
    await breathe();
    if (options.signal?.aborted === true) return cancelled();
  }
  body.output.end();
  const notesEnd = bodyEnd + lengthAt(fib.noteLength);
  const endnotesStart = notesEnd + lengthAt(fib.headerLength) + lengthAt(fib.commentLength) + lengthAt(0x58);
  const notes =
    options.footnotes === 'at-end'
      ? [
          ...body.plain(pieces, bodyEnd, notesEnd),
          ...body.plain(pieces, endnotesStart, endnotesStart + lengthAt(fib.endnoteLength)),
        ]
      : null;
  return succeed(assembleDocument(body.output.document, body.counts, notes));
}

class DocBody {
  readonly output = new DocOutput();
  readonly counts: DocumentCounts = noCounts();
  private readonly stream: Uint8Array;
  private readonly paragraphs: readonly FormattedRun[];
  private readonly runs: readonly FormattedRun[];

  constructor(stream: Uint8Array, paragraphs: readonly FormattedRun[], runs: readonly FormattedRun[]) {
    this.stream = stream;
    this.paragraphs = paragraphs;
    this.runs = runs;
  }

  /** Adds what a piece holds of the body, which ends at character `end`. */
  add(piece: Piece, end: number): void {
    const text = this.textOf(piece, piece.start, Math.min(piece.end, end));
    const width = piece.isTwoBytes ? 2 : 1;
    const paragraphs = new RunCursor(this.paragraphs);
    const runs = new RunCursor(this.runs);
    let wasDeleted = false;
    for (let index = 0; index < text.length; index += 1) {
      const place = piece.offset + index * width;
      const { isDeleted, isHidden } = runs.at(place);
      if (isDeleted && !wasDeleted) this.counts.trackedChanges += 1;
      wasDeleted = isDeleted;
      const code = text.charCodeAt(index);
      this.count(code);
      const isMark = code === 0x0d || code === 0x07;
      if ((isDeleted || isHidden) && !isMark) continue;
      this.output.character(code, text[index] ?? '', paragraphs.at(place));
    }
  }

  /** Paragraphs between two characters of the text, without their marks: the notes. */
  plain(pieces: readonly Piece[], from: number, to: number): readonly string[] {
    const text = pieces
      .filter((piece) => piece.start < to && piece.end > from)
      .map((piece) => this.textOf(piece, Math.max(piece.start, from), Math.min(piece.end, to)))
      .join('');
    return text
      .split('\r')
      .map((line) => line.replace(/[\u0000-\u0008\u000e-\u001f]/g, '').trim())
      .filter((line) => line !== '');
  }

  private textOf(piece: Piece, from: number, to: number): string {
    if (to <= from) return '';
    const width = piece.isTwoBytes ? 2 : 1;
    const start = piece.offset + (from - piece.start) * width;
    const bytes = this.stream.subarray(start, start + (to - from) * width);
    return piece.isTwoBytes ? new TextDecoder('utf-16le').decode(bytes) : decodeWindows1252(bytes);
  }

  private count(code: number): void {
    if (code === 0x01) this.counts.images += 1;
    if (code === 0x02) this.counts.notes += 1;
    if (code === 0x05) this.counts.comments += 1;
  }
}

/** Finds the run at a place; places are asked in rising order. */
class RunCursor {
  private index = 0;
  private readonly runs: readonly FormattedRun[];

  constructor(runs: readonly FormattedRun[]) {
    this.runs = runs;
  }

  at(place: number): Settings {
    while ((this.runs[this.index]?.end ?? Infinity) <= place) this.index += 1;
    const run = this.runs[this.index];
    return run !== undefined && run.start <= place ? run.settings : noSettings;
  }
}
