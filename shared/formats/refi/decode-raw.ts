/** A text file of another program as it stands, line ends included: its positions count them. */
import { decodeWindows1252 } from '#shared/formats/text/windows-1252.ts';

export type RawText = {
  readonly raw: string;
  readonly encoding: string;
  /** No UTF-8 and no byte order mark: which encoding it is had to be guessed. */
  readonly isGuessed: boolean;
};

/** Byte order mark off, nothing else. */
export function decodeRaw(bytes: Uint8Array): RawText {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe)
    return { raw: decode('utf-16le', bytes.subarray(2)), encoding: 'utf-16le', isGuessed: false };
  if (first === 0xfe && second === 0xff)
    return { raw: decode('utf-16be', bytes.subarray(2)), encoding: 'utf-16be', isGuessed: false };
  const hasMark = first === 0xef && second === 0xbb && third === 0xbf;
  try {
    const raw = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(hasMark ? bytes.subarray(3) : bytes);
    return { raw, encoding: 'utf-8', isGuessed: false };
  } catch {
    return { raw: decodeWindows1252(bytes), encoding: 'windows-1252', isGuessed: true };
  }
}

function decode(label: string, bytes: Uint8Array): string {
  return new TextDecoder(label, { ignoreBOM: true }).decode(bytes);
}
