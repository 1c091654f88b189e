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
  if (entry.encrypted) return fail('encrypted');
  const { offset } = entry;
  if (offset + 30 > view.byteLength || view.getUint32(offset, true) !== 0x04034b50) return fail('damaged');
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const end = start + entry.packedSize;
  if (end > view.byteLength) return fail('damaged');
  const packed = bytes.subarray(start, end);
  if (entry.method !== 0 && entry.method !== 8) return fail('damaged');
  if (entry.method === 0 && packed.length > limit) return fail('too-large');
  const unpacked = entry.method === 0 ? succeed(packed) : inflate(packed, limit);
  if (!unpacked.ok) return unpacked;
  return crc32(unpacked.value) === entry.checksum ? unpacked : fail('damaged');
}

/** In small steps: the sizes that an archive tells are not believed. */
function inflate(packed: Uint8Array, limit: number): Result<Uint8Array, ZipFailure> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const inflater = new Inflate((chunk) => {
    chunks.push(chunk);
    size += chunk.length;
  });
  try {
    for (let index = 0; index < packed.length || index === 0; index += CHUNK) {
      inflater.push(packed.subarray(index, index + CHUNK), index + CHUNK >= packed.length);
      if (size > limit) return fail('too-large');
    }
  } catch {
    return fail('damaged');
  }
  const whole = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.length;
  }
  return succeed(whole);
}
