/**
 * Windows-1252 by a table of our own: several releases of Node 20 to 23 decode it as Latin-1, so that typographic quotes,
 * dashes and the euro sign come out as control characters (nodejs/node issue 56542).
 */

/** What the bytes 80 to 9F stand for; five of them have no character and stay control characters, as in browsers. */
const high =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

const units = Uint16Array.from({ length: 256 }, (_, byte) =>
  byte >= 0x80 && byte < 0xa0 ? high.charCodeAt(byte - 0x80) : byte,
);
const CHUNK = 8_192;

/** Decodes bytes; every byte stands for something, so this cannot fail. */
export function decodeWindows1252(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let index = 0; index < bytes.length; index += CHUNK) {
    const piece = bytes.subarray(index, index + CHUNK);
    parts.push(String.fromCharCode(...Array.from(piece, (byte) => units[byte] ?? 0xfffd)));
  }
  return parts.join('');
}
