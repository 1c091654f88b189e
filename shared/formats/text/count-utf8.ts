/** How much of a file is UTF-8: sequences of several bytes that are right, and bytes that fit nowhere. */

export type Utf8Count = { readonly multibyte: number; readonly invalid: number };

/** Counts without decoding; surrogates and overlong forms count as invalid, as the decoder has it. */
export function countUtf8(bytes: Uint8Array, start = 0, end = bytes.length): Utf8Count {
  let multibyte = 0;
  let invalid = 0;
  let index = start;
  while (index < end) {
    const byte = bytes[index] ?? 0;
    if (byte < 0x80) {
      index += 1;
      continue;
    }
    const length = sequenceLength(bytes, index, end);
    if (length === 0) {
      invalid += 1;
      index += 1;
    } else {
      multibyte += 1;
      index += length;
    }
  }
  return { multibyte, invalid };
}

/** Length of the right sequence that starts here, 0 when there is none. */
function sequenceLength(bytes: Uint8Array, index: number, end: number): number {
  const lead = bytes[index] ?? 0;
  const length =
    lead >= 0xc2 && lead <= 0xdf ? 2 : lead >= 0xe0 && lead <= 0xef ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
  if (length === 0 || index + length > end) return 0;
  for (let offset = 1; offset < length; offset += 1) {
    if (((bytes[index + offset] ?? 0) & 0xc0) !== 0x80) return 0;
  }
  const second = bytes[index + 1] ?? 0;
  if (lead === 0xe0 && second < 0xa0) return 0;
  if (lead === 0xed && second > 0x9f) return 0;
  if (lead === 0xf0 && second < 0x90) return 0;
  if (lead === 0xf4 && second > 0x8f) return 0;
  return length;
}
