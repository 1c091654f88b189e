/** What a file is, by what it holds; its ending only decides where the content leaves a choice. */
import { isSrt } from '#shared/formats/srt/parse-srt.ts';
import { openZip } from '#shared/formats/zip/read-zip.ts';
import type { ZipArchive } from '#shared/formats/zip/read-zip.ts';

export type Recognised =
  | { readonly kind: 'pdf' }
  | { readonly kind: 'docx' | 'odt' | 'xlsx'; readonly archive: ZipArchive }
  | { readonly kind: 'doc' | 'xls' | 'rtf' }
  | { readonly kind: 'text' }
  | { readonly kind: 'empty' }
  | { readonly kind: 'encrypted'; readonly format: string }
  | { readonly kind: 'damaged'; readonly format: string }
  | { readonly kind: 'unsupported'; readonly found: string };

/** First bytes of formats that are not text. */
const signatures: readonly (readonly [string, readonly number[]])[] = [
  ['png', [0x89, 0x50, 0x4e, 0x47]],
  ['jpg', [0xff, 0xd8, 0xff]],
  ['gif', [0x47, 0x49, 0x46, 0x38]],
  ['tiff', [0x49, 0x49, 0x2a, 0x00]],
  ['tiff', [0x4d, 0x4d, 0x00, 0x2a]],
  ['gz', [0x1f, 0x8b]],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf]],
  ['rar', [0x52, 0x61, 0x72, 0x21]],
  ['sqlite', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66]],
  ['mp3', [0x49, 0x44, 0x33]],
  ['ogg', [0x4f, 0x67, 0x67, 0x53]],
  ['flac', [0x66, 0x4c, 0x61, 0x43]],
  ['wav', [0x52, 0x49, 0x46, 0x46]],
];

/** Looks at the first bytes and, in archives, at the names inside. */
export function recogniseBytes(bytes: Uint8Array, name: string): Recognised {
  if (bytes.length === 0) return { kind: 'empty' };
  if (isPdf(bytes)) return { kind: 'pdf' };
  if (begins(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return recogniseOle(bytes);
  if (begins(bytes, [0x50, 0x4b, 0x03, 0x04]) || begins(bytes, [0x50, 0x4b, 0x05, 0x06]))
    return recogniseZip(bytes, name);
  if (startsRtf(bytes)) return { kind: 'rtf' };
  const image = signatures.find(([, start]) => begins(bytes, start));
  if (image !== undefined) return { kind: 'unsupported', found: image[0] };
  if (begins(bytes.subarray(4), [0x66, 0x74, 0x79, 0x70])) return { kind: 'unsupported', found: 'mp4' };
  return { kind: 'text' };
}

export type RecognisedText = 'html' | 'srt' | 'json' | 'odt' | 'qdc' | 'xml';

/** Formats that are written in letters but are not plain text; `odt` is the flat form in one file. */
export function recogniseText(text: string): RecognisedText | null {
  const head = text.slice(0, 4_000).replace(/^\s*(?:<!--[^]*?-->\s*)*/, '');
  if (
    /^<(?:!doctype html|(?:html|head|body|meta|title|div|p|span|table|cite|section|article|main|h[1-6]|ul|ol)[\s>])/i.test(
      head,
    )
  )
    return 'html';
  if (/^<\?xml[\s]/.test(head)) return recogniseXml(head);
  if (isSrt(head)) return 'srt';
  return /^[[{]\s*(?:"(?:[^"\\]|\\.)*"\s*:|[[{]\s*["{[])/.test(head) ? 'json' : null;
}

function recogniseXml(head: string): RecognisedText {
  if (/<html[\s>]/i.test(head)) return 'html';
  if (/<office:document[\s>]/.test(head)) return 'odt';
  return /<(?:\w+:)?CodeBook[\s>]/.test(head) ? 'qdc' : 'xml';
}

/** A byte order mark or blanks may stand in front. */
function startsRtf(bytes: Uint8Array): boolean {
  const start = bytes.subarray(0, 64).findIndex((byte) => byte === 0x7b);
  if (start === -1 || !begins(bytes.subarray(start), [0x7b, 0x5c, 0x72, 0x74, 0x66])) return false;
  return bytes.subarray(0, start).every((byte) => byte <= 0x20 || byte >= 0xbb);
}

/** Some programs put a few bytes before the mark. */
function isPdf(bytes: Uint8Array): boolean {
  const end = Math.min(bytes.length - 5, 1_024);
  for (let index = 0; index <= end; index += 1) {
    if (begins(bytes.subarray(index), [0x25, 0x50, 0x44, 0x46, 0x2d]))
      return index === 0 || !isMostlyText(bytes.subarray(0, index));
  }
  return false;
}

/** A text that talks about `%PDF-` is a text. */
function isMostlyText(bytes: Uint8Array): boolean {
  return bytes.length > 64 && bytes.every((byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d);
}

/** The container of Word 97, Excel 97 and of all Office files with a password; its names are in UTF-16. */
function recogniseOle(bytes: Uint8Array): Recognised {
  if (holdsUtf16(bytes, 'EncryptedPackage')) return { kind: 'encrypted', format: 'docx' };
  if (holdsUtf16(bytes, 'WordDocument')) return { kind: 'doc' };
  if (holdsUtf16(bytes, 'Workbook') || holdsUtf16(bytes, 'Book\0')) return { kind: 'xls' };
  if (holdsUtf16(bytes, 'PowerPoint Document')) return { kind: 'unsupported', found: 'ppt' };
  return { kind: 'unsupported', found: 'ole' };
}

function recogniseZip(bytes: Uint8Array, name: string): Recognised {
  const archive = openZip(bytes);
  const ending = /\.(docx|docm|xlsx|odt|pptx|zip|qdpx)$/i.exec(name)?.[1]?.toLowerCase() ?? 'zip';
  if (!archive.ok) return { kind: 'damaged', format: ending };
  const { names } = archive.value;
  const hasFolder = (folder: string): boolean => names.some((entry) => entry.startsWith(folder));
  if (hasFolder('word/')) return { kind: 'docx', archive: archive.value };
  if (names.some((entry) => /^xl\/workbook\.bin$/i.test(entry))) return { kind: 'unsupported', found: 'xlsb' };
  if (hasFolder('xl/')) return { kind: 'xlsx', archive: archive.value };
  if (hasFolder('ppt/')) return { kind: 'unsupported', found: 'pptx' };
  if (names.includes('project.qde')) return { kind: 'unsupported', found: 'qdpx' };
  const type = archive.value.read('mimetype', 200);
  if (type.ok) {
    const found = openDocumentKind(new TextDecoder().decode(type.value));
    return found === 'odt' ? { kind: 'odt', archive: archive.value } : { kind: 'unsupported', found };
  }
  if (names.includes('[Content_Types].xml')) return { kind: 'damaged', format: ending };
  return { kind: 'unsupported', found: 'zip' };
}

function openDocumentKind(type: string): string {
  if (type.includes('opendocument.text')) return 'odt';
  if (type.includes('opendocument.spreadsheet')) return 'ods';
  if (type.includes('opendocument.presentation')) return 'odp';
  return type.includes('epub') ? 'epub' : 'zip';
}

function holdsUtf16(bytes: Uint8Array, text: string): boolean {
  const wanted = [...text].flatMap((character) => [character.charCodeAt(0), 0]);
  const [first = 0] = wanted;
  const end = Math.min(bytes.length, 20_000_000);
  for (let index = bytes.indexOf(first); index !== -1 && index < end; index = bytes.indexOf(first, index + 1)) {
    if (wanted.every((byte, offset) => bytes[index + offset] === byte)) return true;
  }
  return false;
}

function begins(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}
