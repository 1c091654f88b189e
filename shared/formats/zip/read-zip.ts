/** Zip archives from strangers: entries by name, unpacked one by one under a limit, checked by their checksum. */
import { Inflate } from 'fflate';
import { fail, succeed } from '#shared/basics/result.ts';
import type { Result } from '#shared/basics/result.ts';
import { crc32 } from '#shared/formats/zip/crc32.ts';

export type ZipFailure = 'not-a-zip' | 'damaged' | 'encrypted' | 'missing' | 'too-large';

export type ZipArchive = {
  readonly names: readonly string[];
  /** Unpacks one entry, giving up as soon as it grows beyond `limit` bytes. */
  read(name: string, limit: number): Result<Uint8Array, ZipFailure>;
  /** The same piece by piece, for parts that are too large to be held whole; the last word says whether all was well. */
  pieces(name: string, limit: number): Generator<Uint8Array, ZipFailure | null, void>;
};

type Entry = {
  readonly method: number;
  readonly encrypted: boolean;
  readonly checksum: number;
  readonly packedSize: number;
  readonly offset: number;
};

const ENTRY_LIMIT = 20_000;
const CHUNK = 16_384;

/** Reads the table of contents; nothing is unpacked yet. */
export function openZip(bytes: Uint8Array): Result<ZipArchive, ZipFailure> {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return fail('not-a-zip');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === null) return fail('damaged');
  const entries = readEntries(view, bytes, view.getUint32(end + 16, true), view.getUint16(end + 10, true));
  if (entries === null) return fail('damaged');
  return succeed({
    names: [...entries.keys()],
    read(name, limit) {
      const entry = entries.get(name);
      return entry === undefined ? fail('missing') : unpack(view, bytes, entry, limit);
    },
    *pieces(name, limit) {
      const entry = entries.get(name);
      return entry === undefined ? 'missing' : yield* unpackPieces(view, bytes, entry, limit);
    },
  });
}

/** The record at the end stands before a comment of at most 64 kB. */
function findEnd(view: DataView): number | null {
  const last = view.byteLength - 22;
  for (let index = last; index >= 0 && index >= last - 65_536; index -= 1) {
    if (view.getUint32(index, true) === 0x06054b50) return index;
  }
  return null;
}

function readEntries(view: DataView, bytes: Uint8Array, start: number, count: number): Map<string, Entry> | null {
  const names = new TextDecoder();
  const entries = new Map<string, Entry>();
  let offset = start;
  for (let index = 0; index < count && index < ENTRY_LIMIT; index += 1) {
    if (offset + 46 > view.byteLength || view.getUint32(offset, true) !== 0x02014b50) return null;
    const nameLength = view.getUint16(offset + 28, true);
    const nameEnd = offset + 46 + nameLength;
    if (nameEnd > view.byteLength) return null;
    entries.set(names.decode(bytes.subarray(offset + 46, nameEnd)), {
      encrypted: (view.getUint16(offset + 8, true) & 1) === 1,
      method: view.getUint16(offset + 10, true),
      checksum: view.getUint32(offset + 16, true),
      packedSize: view.getUint32(offset + 20, true),
      offset: view.getUint32(offset + 42, true),
    });
    offset = nameEnd + view.getUint16(offset + 30, true) + view.getUint16(offset + 32, true);
  }
  return entries;
}

function unpack(view: DataView, bytes: Uint8Array, entry: Entry, limit: number): Result<Uint8Array, ZipFailure> {
  const chunks: Uint8Array[] = [];
  const pieces = unpackPieces(view, bytes, entry, limit);
  let size = 0;
  for (let piece = pieces.next(); ; piece = pieces.next()) {
    if (piece.done === true) {
      if (piece.value !== null) return fail(piece.value);
      break;
    }
    chunks.push(piece.value);
    size += piece.value.length;
  }
  const [only] = chunks;
  if (chunks.length === 1 && only !== undefined) return succeed(only);
  const whole = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.length;
  }
  return succeed(whole);
}

/** In small steps: the sizes that an archive tells are not believed. */
function* unpackPieces(
  view: DataView,
  bytes: Uint8Array,
  entry: Entry,
  limit: number,
): Generator<Uint8Array, ZipFailure | null, void> {
  if (entry.encrypted) return 'encrypted';
  const { offset } = entry;
  if (offset + 30 > view.byteLength || view.getUint32(offset, true) !== 0x04034b50) return 'damaged';
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const end = start + entry.packedSize;
  if (end > view.byteLength) return 'damaged';
  const packed = bytes.subarray(start, end);
  if (entry.method !== 0 && entry.method !== 8) return 'damaged';
  let checksum = 0;
  let size = 0;
  try {
    for (const piece of entry.method === 0 ? [packed] : inflate(packed)) {
      size += piece.length;
      if (size > limit) return 'too-large';
      checksum = crc32(piece, checksum);
      yield piece;
    }
  } catch {
    return 'damaged';
  }
  return checksum === entry.checksum ? null : 'damaged';
}

function* inflate(packed: Uint8Array): Generator<Uint8Array, void, void> {
  let ready: Uint8Array[] = [];
  const inflater = new Inflate((chunk) => {
    ready.push(chunk);
  });
  for (let index = 0; index < packed.length || index === 0; index += CHUNK) {
    inflater.push(packed.subarray(index, index + CHUNK), index + CHUNK >= packed.length);
    yield* ready;
    ready = [];
  }
}
