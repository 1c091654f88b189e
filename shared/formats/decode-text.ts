/**
 * Bytes to text: which encoding, byte order mark off, line ends to LF, and nothing else.
 * Guesses are said as warnings, so that the user can choose another encoding.
 */
import { fail, succeed } from '#shared/basics/result.ts';
import type { Result } from '#shared/basics/result.ts';
import type { ImportFailure, ImportWarning } from '#shared/formats/imported-source.ts';
import { guessLegacyEncoding } from '#shared/formats/text/guess-legacy-encoding.ts';
import { guessUtf16 } from '#shared/formats/text/guess-utf16.ts';
import { readMixedLines } from '#shared/formats/text/read-mixed-lines.ts';
import { countUtf8 } from '#shared/formats/text/count-utf8.ts';
import { decodeWindows1252 } from '#shared/formats/text/windows-1252.ts';

export type DecodedText = {
  readonly text: string;
  /** WHATWG label of the encoding that was used. */
  readonly encoding: string;
  readonly warnings: readonly ImportWarning[];
};

/** Decodes a text file; `override` is the WHATWG label that a user chose, unknown labels are ignored. */
export function decodeText(bytes: Uint8Array, override?: string): Result<DecodedText, ImportFailure> {
  if (bytes.length === 0) return fail({ code: 'empty', values: {} });
  const chosen = override === undefined ? null : decoderFor(override);
  const decoded = chosen === null ? decodeByGuess(bytes) : decodeWith(bytes, chosen.encoding, []);
  if (decoded === null) return fail({ code: 'binary', values: {} });
  const text = withPlainLineEnds(decoded.text);
  if (text === '') return fail({ code: 'empty', values: {} });
  const controls = countControls(text);
  const allowed = decoded.encoding === 'utf-8' ? 0.2 : 0.02;
  if (chosen === null && controls.all / text.length > allowed) return fail({ code: 'binary', values: {} });
  const warnings = [...decoded.warnings];
  if (controls.nul > 0) warnings.push({ code: 'nul-characters', values: { count: controls.nul } });
  return succeed({ text, encoding: decoded.encoding, warnings });
}

/** CRLF and lone CR become LF. */
function withPlainLineEnds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

function decodeByGuess(bytes: Uint8Array): DecodedText | null {
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return decodeWith(bytes, 'utf-8', []);
  if (startsWith(bytes, [0xff, 0xfe])) return decodeWith(bytes, 'utf-16le', []);
  if (startsWith(bytes, [0xfe, 0xff])) return decodeWith(bytes, 'utf-16be', []);
  const utf16 = guessUtf16(bytes);
  if (utf16 !== null) return decodeWith(bytes, utf16, [guessed(utf16)]);
  const clean = decodeCleanUtf8(bytes);
  if (clean !== null) return { text: clean, encoding: 'utf-8', warnings: [] };
  const utf8 = countUtf8(bytes);
  if (utf8.multibyte >= 2 && utf8.multibyte * 3 >= utf8.invalid) {
    const mixed = readMixedLines(bytes);
    return { text: mixed.text, encoding: 'utf-8', warnings: mixed.warnings };
  }
  const legacy = guessLegacyEncoding(bytes);
  return legacy === null ? null : decodeWith(bytes, legacy, [guessed(legacy)]);
}

/** Null when anything in it is no UTF-8. */
function decodeCleanUtf8(bytes: Uint8Array): string | null {
  try {
    return withoutByteOrderMarks(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return null;
  }
}

function decodeWith(bytes: Uint8Array, encoding: string, warnings: readonly ImportWarning[]): DecodedText {
  if (encoding === 'windows-1252') return { text: decodeWindows1252(bytes), encoding, warnings };
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  const text = withoutByteOrderMarks(decoder.decode(bytes));
  const lost = undecodable(bytes, encoding, text);
  const remarks =
    lost === 0 ? warnings : [...warnings, { code: 'undecodable-bytes', values: { count: lost } } as const];
  return { text, encoding: decoder.encoding, warnings: remarks };
}

/** Some programs write the mark twice; none of them is text. */
function withoutByteOrderMarks(text: string): string {
  let start = 0;
  while (text.charCodeAt(start) === 0xfeff) start += 1;
  return text.slice(start);
}

/** Replacement characters that the decoder made; those that stand in the file itself are the author's. */
function undecodable(bytes: Uint8Array, encoding: string, text: string): number {
  if (!text.includes('\ufffd')) return 0;
  if (isCleanly(bytes, encoding)) return 0;
  const all = text.split('\ufffd').length - 1;
  const own = encoding === 'utf-8' ? countReplacementInUtf8(bytes) : 0;
  return Math.max(1, all - own);
}

function isCleanly(bytes: Uint8Array, encoding: string): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function countReplacementInUtf8(bytes: Uint8Array): number {
  let count = 0;
  for (let index = 0; index + 2 < bytes.length; index += 1) {
    if (bytes[index] === 0xef && bytes[index + 1] === 0xbf && bytes[index + 2] === 0xbd) count += 1;
  }
  return count;
}

const hasControl = /[\u0000-\u0008\u000b\u000d-\u001f]/;

function countControls(text: string): { readonly all: number; readonly nul: number } {
  let all = 0;
  let nul = 0;
  if (!hasControl.test(text)) return { all, nul };
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit >= 0x20 || unit === 0x09 || unit === 0x0a || unit === 0x0c) continue;
    all += 1;
    if (unit === 0) nul += 1;
  }
  return { all, nul };
}

function decoderFor(label: string): TextDecoder | null {
  try {
    return new TextDecoder(label);
  } catch {
    return null;
  }
}

function guessed(encoding: string): ImportWarning {
  return { code: 'encoding-guessed', values: { encoding } };
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}
