/**
 * GUIDs of REFI-QDA and the ids of our records. A GUID that came from outside is the id of its record; an id of ours is
 * packed into a GUID from which it can be unpacked again, so that both survive any number of exchanges without a list.
 */

/** What a GUID stands for besides the record itself. */
export const guidKinds = [
  'record',
  'selection',
  'direction',
  'finding',
  'finding-folder',
  'variable',
  'file',
  'note',
  'set',
  'link',
  'sync-point',
  'transcript',
] as const;
export type GuidKind = (typeof guidKinds)[number];

const ALPHABET = '0123456789abcdefghijkmnpqrstuvwxyz';
const OWN = /^[0-9abcdefghijkmnpqrstuvwxyz]{16}$/;
const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** Marks a packed id and one that was only hashed. */
const PACKED = '7a';
const HASHED = '7b';

/** Small letters, no braces; '' when it is no GUID. */
export function normaliseGuid(text: string | null | undefined): string {
  const plain = (text ?? '')
    .trim()
    .replace(/^\{|\}$/g, '')
    .toLowerCase();
  return GUID.test(plain) ? plain : '';
}

/** The GUID of a record, or of something that hangs on it: an id that is a GUID stands for itself. */
export function guidOf(id: string, kind: GuidKind = 'record'): string {
  const tag = guidKinds.indexOf(kind).toString(16).padStart(2, '0');
  if (kind === 'record' && GUID.test(id)) return id;
  if (OWN.test(id)) return shape(PACKED + tag, pack(id));
  return shape(HASHED + tag, hash(id));
}

/** The id of ours that was packed into a GUID, with what the GUID stands for; null for any other GUID. */
export function unpackGuid(guid: string): { readonly id: string; readonly kind: GuidKind } | null {
  const digits = guid.replaceAll('-', '');
  const plain = digits.slice(0, 12) + digits.slice(13, 16) + digits.slice(17);
  if (plain.slice(0, 2) !== PACKED || digits[12] !== '8' || digits[16] !== 'a') return null;
  const kind = guidKinds[Number.parseInt(plain.slice(2, 4), 16)];
  const id = unpack(plain.slice(4, 28));
  return kind === undefined || id === null || plain.slice(28) !== '00' ? null : { id, kind };
}

/** What a GUID of ours stands for, packed or hashed; null for any other. */
export function kindOfGuid(guid: string): GuidKind | null {
  const isOurs = /^7[ab]/.test(guid) && guid[14] === '8' && guid[19] === 'a';
  return isOurs ? (guidKinds[Number.parseInt(guid.slice(2, 4), 16)] ?? null) : null;
}

/** 30 free digits in the form of a GUID of version 8. */
function shape(mark: string, digits: string): string {
  const plain = (mark + digits).padEnd(30, '0').slice(0, 30);
  const all = `${plain.slice(0, 12)}8${plain.slice(12, 15)}a${plain.slice(15)}`;
  return `${all.slice(0, 8)}-${all.slice(8, 12)}-${all.slice(12, 16)}-${all.slice(16, 20)}-${all.slice(20)}`;
}

/** Two characters of six bits are three digits. */
function pack(id: string): string {
  let digits = '';
  for (let index = 0; index < id.length; index += 2) {
    const pair = (ALPHABET.indexOf(id[index] ?? '') << 6) | ALPHABET.indexOf(id[index + 1] ?? '');
    digits += pair.toString(16).padStart(3, '0');
  }
  return digits;
}

function unpack(digits: string): string | null {
  let id = '';
  for (let index = 0; index < digits.length; index += 3) {
    const pair = Number.parseInt(digits.slice(index, index + 3), 16);
    const [first, second] = [ALPHABET[pair >> 6], ALPHABET[pair & 63]];
    if (first === undefined || second === undefined) return null;
    id += first + second;
  }
  return id;
}

/** 104 bits that depend on every character: four rounds of FNV-1a, each begun elsewhere. */
function hash(text: string): string {
  let digits = '';
  for (const seed of [0x811c9dc5, 0x01000193, 0x9e3779b9, 0x85ebca6b]) {
    let value = seed;
    for (let index = 0; index < text.length; index += 1) {
      value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
      value ^= value >>> 15;
    }
    digits += (value >>> 0).toString(16).padStart(8, '0');
  }
  return digits.slice(0, 26);
}
