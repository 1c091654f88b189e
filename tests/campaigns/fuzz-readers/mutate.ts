/** Spoils files in the ways that disks, mail programs and strangers do, repeatable by its seed. */
import { unzipSync, zipSync } from 'fflate';
import { chance } from '#tests/campaigns/chance.ts';
import { mutateXml } from '#tests/campaigns/fuzz-readers/mutate-xml.ts';
import type { Family } from '#tests/campaigns/fuzz-readers/families.ts';

type Random = () => number;

const longest = 200_000;
const bytesOfInterest = [
  0x00, 0x01, 0x0a, 0x0d, 0x1a, 0x20, 0x22, 0x3c, 0x7f, 0x80, 0xbf, 0xc3, 0xed, 0xef, 0xfe, 0xff,
];

/** The input of a family for a seed. */
export function mutantOf(family: Family, seed: number): Uint8Array {
  const random = chance(seed * 2_654_435_761 + family.name.length * 97 + family.name.charCodeAt(0));
  const start = pick(family.seeds, random) ?? new Uint8Array();
  if (family.isArchive && random() < 0.8) return insideArchive(start, family, random);
  if (start[0] === 0xd0 && start[1] === 0xcf && random() < 0.8) return mutateInPlace(start, random);
  return mutateText(start, family, random);
}

/** Spoils one or two parts and packs them again with right checksums, so that the reader gets to see them. */
function insideArchive(archive: Uint8Array, family: Family, random: Random): Uint8Array {
  const parts: Record<string, Uint8Array> = unzipSync(archive);
  const names = Object.keys(parts).filter((name) => /\.(?:xml|rels)$|mimetype/.test(name));
  const rounds = 1 + Math.floor(random() * 2);
  for (let round = 0; round < rounds; round += 1) {
    // The part with the text matters most.
    const main = names.filter((name) =>
      /document\.xml$|content\.xml|sheet1\.xml|sharedStrings|workbook\.xml/.test(name),
    );
    const name = pick(random() < 0.7 ? main : names, random);
    if (name === undefined) continue;
    if (random() < 0.04) Reflect.deleteProperty(parts, name);
    else parts[name] = mutateText(parts[name] ?? new Uint8Array(), family, random);
  }
  return zipSync(parts, { level: 0 });
}

/** XML is spoiled as XML most of the time, so that readers get further than its first tag. */
function mutateText(bytes: Uint8Array, family: Family, random: Random): Uint8Array {
  const isXml = bytes[0] === 0x3c || bytes[3] === 0x3c;
  if (!isXml || random() < 0.3) return mutate(bytes, family, random);
  let xml = new TextDecoder().decode(bytes);
  const rounds = 1 + Math.floor(random() * 4);
  for (let round = 0; round < rounds && xml.length < 400_000; round += 1) xml = mutateXml(xml, random);
  return encoded(xml);
}

/** Old Office files fall apart when their length changes; most of their spoiled bytes stay where they are. */
function mutateInPlace(bytes: Uint8Array, random: Random): Uint8Array {
  const mutant = bytes.slice();
  const rounds = 1 + Math.floor(random() ** 2 * 40);
  // The first sector is the table of contents of the container.
  const first = random() < 0.2 ? 0 : 512;
  for (let round = 0; round < rounds; round += 1) {
    const place = first + Math.floor(random() * (mutant.length - first));
    mutant[place] = random() < 0.5 ? Math.floor(random() * 256) : (pick(bytesOfInterest, random) ?? 0);
  }
  return mutant;
}

function mutate(bytes: Uint8Array, family: Family, random: Random): Uint8Array {
  let mutant: Uint8Array = bytes;
  const rounds = 1 + Math.floor(random() * random() * 8);
  for (let round = 0; round < rounds; round += 1) mutant = mutateOnce(mutant, family, random);
  return mutant.slice(0, longest);
}

function mutateOnce(bytes: Uint8Array, family: Family, random: Random): Uint8Array {
  const place = Math.floor(random() * (bytes.length + 1));
  const length = Math.floor(random() ** 3 * 200) + 1;
  const piece = bytes.slice(place, place + length);
  switch (Math.floor(random() * 12)) {
    case 0:
      return withByte(bytes, place, (bytes[place] ?? 0) ^ (1 << Math.floor(random() * 8)));
    case 1:
      return withByte(bytes, place, pick(bytesOfInterest, random) ?? 0);
    case 2:
      return splice(bytes, place, length, new Uint8Array());
    case 3:
      return splice(bytes, place, 0, piece);
    case 4:
      return bytes.slice(0, place);
    case 5:
    case 6:
      return splice(bytes, place, 0, encoded(pick(family.words, random) ?? ''));
    case 7:
      return splice(
        bytes,
        place,
        0,
        encoded((pick(family.words, random) ?? '').repeat(1 + Math.floor(random() ** 2 * 3_000))),
      );
    case 8:
      return splice(bytes, place, length, encoded(pick(family.words, random) ?? ''));
    case 9:
      return withNumber(bytes, random);
    case 10: {
      const other = pick(family.seeds, random) ?? bytes;
      return splice(bytes, place, length, other.slice(Math.floor(random() * other.length)).slice(0, length * 5));
    }
    default:
      return moved(bytes, place, length, random);
  }
}

/** A number in the text becomes one that nobody expects. */
function withNumber(bytes: Uint8Array, random: Random): Uint8Array {
  const digits = [...bytes.keys()].filter((index) => isDigit(bytes[index] ?? 0) && !isDigit(bytes[index - 1] ?? 0));
  const start = pick(digits, random);
  if (start === undefined) return bytes;
  let end = start;
  while (isDigit(bytes[end] ?? 0)) end += 1;
  const numbers = ['0', '-1', '99999999999', '65536', '1e9', '4294967295', '00', '2147483648'];
  return splice(bytes, start, end - start, encoded(pick(numbers, random) ?? '0'));
}

function moved(bytes: Uint8Array, place: number, length: number, random: Random): Uint8Array {
  const piece = bytes.slice(place, place + length);
  const rest = splice(bytes, place, length, new Uint8Array());
  return splice(rest, Math.floor(random() * (rest.length + 1)), 0, piece);
}

function withByte(bytes: Uint8Array, place: number, byte: number): Uint8Array {
  const changed = bytes.slice();
  if (place < changed.length) changed[place] = byte;
  return changed;
}

function splice(bytes: Uint8Array, place: number, removed: number, added: Uint8Array): Uint8Array {
  const end = Math.min(bytes.length, place + removed);
  const result = new Uint8Array(bytes.length - (end - place) + added.length);
  result.set(bytes.subarray(0, place));
  result.set(added, place);
  result.set(bytes.subarray(end), place + added.length);
  return result;
}

function encoded(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

function pick<Item>(items: readonly Item[], random: Random): Item | undefined {
  return items[Math.floor(random() * items.length)];
}
