/** Cuts RTF into its parts: groups, control words, bytes of text. Pictures and other data are skipped by their length. */

export type RtfToken =
  | { readonly kind: 'open' }
  | { readonly kind: 'close' }
  | { readonly kind: 'word'; readonly word: string; readonly value: number | null }
  /** Text in the encoding of the current font, as far as it goes without a break. */
  | { readonly kind: 'text'; readonly bytes: Uint8Array };

const BACKSLASH = 0x5c;
const OPEN = 0x7b;
const CLOSE = 0x7d;

/** Yields the tokens one after the other; `place` of the reader tells how far it is. */
export class RtfTokens {
  place = 0;
  private readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  /** The next token, null at the end. */
  next(): RtfToken | null {
    for (;;) {
      const byte = this.bytes[this.place];
      if (byte === undefined) return null;
      this.place += 1;
      if (byte === OPEN) return { kind: 'open' };
      if (byte === CLOSE) return { kind: 'close' };
      // The lines of the file are no lines of the text.
      if (byte === 0x0a || byte === 0x0d || byte === 0) continue;
      return byte === BACKSLASH ? this.control() : this.run();
    }
  }

  private run(): RtfToken {
    const start = this.place - 1;
    while (this.place < this.bytes.length && isPlain(this.bytes[this.place] ?? 0)) this.place += 1;
    return { kind: 'text', bytes: this.bytes.subarray(start, this.place) };
  }

  private control(): RtfToken {
    const byte = this.bytes[this.place] ?? 0x20;
    if (!isLetter(byte)) return this.symbol(byte);
    const start = this.place;
    while (isLetter(this.bytes[this.place] ?? 0) && this.place - start < 40) this.place += 1;
    const word = String.fromCharCode(...this.bytes.subarray(start, this.place));
    const value = this.number();
    if (this.bytes[this.place] === 0x20) this.place += 1;
    if (word === 'bin' && value !== null && value > 0) this.place = Math.min(this.bytes.length, this.place + value);
    return { kind: 'word', word, value };
  }

  private symbol(byte: number): RtfToken {
    this.place += 1;
    if (byte !== 0x27) return { kind: 'word', word: String.fromCharCode(byte), value: null };
    const code = Number.parseInt(String.fromCharCode(this.bytes[this.place] ?? 0, this.bytes[this.place + 1] ?? 0), 16);
    this.place += 2;
    return { kind: 'text', bytes: Uint8Array.of(Number.isNaN(code) ? 0x3f : code) };
  }

  private number(): number | null {
    let text = '';
    if (this.bytes[this.place] === 0x2d) {
      text = '-';
      this.place += 1;
    }
    while (isDigit(this.bytes[this.place] ?? 0) && text.length < 12) {
      text += String.fromCharCode(this.bytes[this.place] ?? 0);
      this.place += 1;
    }
    return text === '' || text === '-' ? null : Number(text);
  }
}

function isPlain(byte: number): boolean {
  return byte !== BACKSLASH && byte !== OPEN && byte !== CLOSE && byte !== 0x0a && byte !== 0x0d && byte !== 0;
}

function isLetter(byte: number): boolean {
  return (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a);
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}
