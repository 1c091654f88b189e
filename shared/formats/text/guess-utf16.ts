/** Recognises UTF-16 without a byte order mark: in most texts one of every two bytes is nearly constant. */

const SAMPLE = 65_536;

/** `utf-16le`, `utf-16be`, or null when the bytes are something else. */
export function guessUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes.length < 4 || bytes.length % 2 !== 0) return null;
  const end = Math.min(bytes.length, SAMPLE);
  const zeros = [0, 0];
  let spacesLittle = 0;
  let spacesBig = 0;
  for (let index = 0; index < end; index += 2) {
    const first = bytes[index] ?? 0;
    const second = bytes[index + 1] ?? 0;
    if (first === 0) zeros[0] = (zeros[0] ?? 0) + 1;
    if (second === 0) zeros[1] = (zeros[1] ?? 0) + 1;
    if (isBlank(first) && second === 0) spacesLittle += 1;
    if (isBlank(second) && first === 0) spacesBig += 1;
  }
  const pairs = end / 2;
  const even = (zeros[0] ?? 0) / pairs;
  const odd = (zeros[1] ?? 0) / pairs;
  if (odd > 0.5 && even < 0.1) return 'utf-16le';
  if (even > 0.5 && odd < 0.1) return 'utf-16be';
  // Arabic, Hebrew, Cyrillic and the like: only blanks and digits have a zero byte, but always the same one.
  if (odd > 0.08 && even < 0.01 && spacesLittle / pairs > 0.05) return decodes(bytes, 'utf-16le');
  if (even > 0.08 && odd < 0.01 && spacesBig / pairs > 0.05) return decodes(bytes, 'utf-16be');
  return null;
}

function isBlank(byte: number): boolean {
  return byte === 0x20 || byte === 0x0a;
}

function decodes<Label extends 'utf-16le' | 'utf-16be'>(bytes: Uint8Array, label: Label): Label | null {
  try {
    new TextDecoder(label, { fatal: true }).decode(bytes);
    return label;
  } catch {
    return null;
  }
}
