/** A file glued together from UTF-8 and Windows-1252: every line is read as what it is. */
import type { ImportWarning } from '#shared/formats/imported-source.ts';
import { countUtf8 } from '#shared/formats/text/count-utf8.ts';
import { decodeWindows1252 } from '#shared/formats/text/windows-1252.ts';

/** Reads line by line; a line that holds both kinds is read as UTF-8, and what fits nowhere is counted. */
export function readMixedLines(bytes: Uint8Array): {
  readonly text: string;
  readonly warnings: readonly ImportWarning[];
} {
  const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
  const parts: string[] = [];
  let foreignLines = 0;
  let lost = 0;
  let start = 0;
  while (start < bytes.length) {
    const lineFeed = bytes.indexOf(0x0a, start);
    const end = lineFeed === -1 ? bytes.length : lineFeed + 1;
    const line = bytes.subarray(start, end);
    const count = countUtf8(line);
    if (count.invalid > 0 && count.multibyte === 0) {
      parts.push(decodeWindows1252(line));
      foreignLines += 1;
    } else {
      parts.push(utf8.decode(line));
      lost += count.invalid;
    }
    start = end;
  }
  const warnings: ImportWarning[] = [];
  if (foreignLines > 0)
    warnings.push({ code: 'mixed-encodings', values: { encoding: 'windows-1252', lines: foreignLines } });
  if (lost > 0) warnings.push({ code: 'undecodable-bytes', values: { count: lost } });
  return { text: parts.join(''), warnings };
}
