/** The text of a Word 97 file: pieces of the stream, each in one or two bytes per character, put in order. */

export type Piece = {
  /** First character of the piece in the text, and the one behind its last. */
  readonly start: number;
  readonly end: number;
  /** Where it stands in the stream. */
  readonly offset: number;
  readonly isTwoBytes: boolean;
};

const pieceLimit = 500_000;

/** Reads the table of pieces (`clx`); null when it makes no sense. */
export function readPieces(table: Uint8Array, offset: number, length: number): readonly Piece[] | null {
  const view = new DataView(table.buffer, table.byteOffset, table.byteLength);
  let place = offset;
  const end = offset + length;
  // Formatting that pieces share comes first and does not matter here.
  while (place + 3 <= end && place + 3 <= view.byteLength && view.getUint8(place) === 1) {
    place += 3 + view.getUint16(place + 1, true);
  }
  if (place + 5 > Math.min(end, view.byteLength) || view.getUint8(place) !== 2) return null;
  const size = view.getUint32(place + 1, true);
  const count = Math.floor((size - 4) / 12);
  const start = place + 5;
  if (count < 1 || count > pieceLimit || start + size > view.byteLength) return null;
  const pieces: Piece[] = [];
  for (let index = 0; index < count; index += 1) {
    const from = view.getUint32(start + index * 4, true);
    const to = view.getUint32(start + index * 4 + 4, true);
    const raw = view.getUint32(start + (count + 1) * 4 + index * 8 + 2, true);
    const isTwoBytes = (raw & 0x4000_0000) === 0;
    const where = raw & 0x3fff_ffff;
    if (to < from) return null;
    pieces.push({ start: from, end: to, offset: isTwoBytes ? where : where / 2, isTwoBytes });
  }
  return pieces;
}
