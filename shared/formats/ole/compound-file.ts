/**
 * Streams of the old Office container (OLE), in which Word 97 and Excel 97 files lie. Every chain of sectors is followed
 * for no longer than the file has sectors: in damaged files they run in circles.
 */

export type CompoundFile = { stream(name: string): Uint8Array | null };

const HEADER = 512;
const ENTRY = 128;
const endOfChain = 0xffff_fffa;
const streamLimit = 200_000_000;

type Entry = { readonly name: string; readonly type: number; readonly start: number; readonly size: number };

/** Opens a container; null when it is damaged. */
export function openCompoundFile(bytes: Uint8Array): CompoundFile | null {
  if (bytes.length < HEADER) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shift = view.getUint16(30, true);
  if (shift !== 9 && shift !== 12) return null;
  const sectors = new Sectors(bytes, 1 << shift);
  const fat = readFat(view, sectors);
  const directory = sectors.chain(view.getUint32(48, true), fat);
  const entries = entriesOf(directory);
  const root = entries.find(({ type }) => type === 5);
  const cutoff = view.getUint32(56, true);
  const miniFat = numbersOf(sectors.chain(view.getUint32(60, true), fat));
  const mini = root === undefined ? null : new Sectors(sectors.chain(root.start, fat), 64, 0);
  return {
    stream(name) {
      const wanted = name.toLowerCase();
      const entry = entries.find((candidate) => candidate.type === 2 && candidate.name.toLowerCase() === wanted);
      if (entry === undefined || entry.size > streamLimit) return null;
      const isMini = entry.size < cutoff && mini !== null;
      const whole = isMini ? mini.chain(entry.start, miniFat) : sectors.chain(entry.start, fat);
      return whole.length === 0 ? null : whole.subarray(0, entry.size);
    },
  };
}

class Sectors {
  private readonly bytes: Uint8Array;
  private readonly size: number;
  private readonly offset: number;

  constructor(bytes: Uint8Array, size: number, offset = size) {
    this.bytes = bytes;
    this.size = size;
    this.offset = offset;
  }

  at(index: number): Uint8Array {
    const start = this.offset + index * this.size;
    return this.bytes.subarray(start, start + this.size);
  }

  /** All sectors from `start` on, as far as they can be followed. */
  chain(start: number, next: Uint32Array): Uint8Array {
    const found: Uint8Array[] = [];
    const limit = Math.ceil(this.bytes.length / this.size);
    let length = 0;
    for (let index = start; index < endOfChain && found.length < limit; index = next[index] ?? endOfChain) {
      const sector = this.at(index);
      if (sector.length === 0) break;
      found.push(sector);
      length += sector.length;
    }
    const whole = new Uint8Array(length);
    let place = 0;
    for (const sector of found) {
      whole.set(sector, place);
      place += sector.length;
    }
    return whole;
  }
}

/** Which sector follows which; the list of its own sectors begins in the header and may go on elsewhere. */
function readFat(view: DataView, sectors: Sectors): Uint32Array {
  const places: number[] = [];
  for (let index = 0; index < 109; index += 1) places.push(view.getUint32(76 + index * 4, true));
  const limit = Math.ceil(view.byteLength / HEADER);
  let more = view.getUint32(68, true);
  for (let count = 0; more < endOfChain && count < limit; count += 1) {
    const numbers = numbersOf(sectors.at(more));
    if (numbers.length === 0) break;
    places.push(...numbers.subarray(0, -1));
    more = numbers[numbers.length - 1] ?? endOfChain;
    if (places.length > limit) break;
  }
  const parts = places.filter((place) => place < endOfChain).slice(0, limit);
  const tables = parts.map((place) => numbersOf(sectors.at(place)));
  const fat = new Uint32Array(tables.reduce((sum, table) => sum + table.length, 0));
  let place = 0;
  for (const table of tables) {
    fat.set(table, place);
    place += table.length;
  }
  return fat;
}

function numbersOf(bytes: Uint8Array): Uint32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Uint32Array.from({ length: Math.floor(bytes.length / 4) }, (_, index) => view.getUint32(index * 4, true));
}

function entriesOf(directory: Uint8Array): readonly Entry[] {
  const view = new DataView(directory.buffer, directory.byteOffset, directory.byteLength);
  const names = new TextDecoder('utf-16le');
  return Array.from({ length: Math.floor(directory.length / ENTRY) }, (_, index): Entry => {
    const start = index * ENTRY;
    const length = Math.min(64, view.getUint16(start + 64, true));
    return {
      name: names.decode(directory.subarray(start, start + Math.max(0, length - 2))),
      type: view.getUint8(start + 66),
      start: view.getUint32(start + 116, true),
      size: view.getUint32(start + 120, true),
    };
  });
}
