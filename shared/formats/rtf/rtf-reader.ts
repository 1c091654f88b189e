/** Reads RTF group by group: what is text, in which encoding, in which paragraph or cell. */
import { noCounts } from '#shared/formats/document/read-document.ts';
import { encodingOfCharset, encodingOfCodePage } from '#shared/formats/rtf/rtf-encodings.ts';
import { RtfOutput } from '#shared/formats/rtf/rtf-output.ts';
import type { RtfToken } from '#shared/formats/rtf/rtf-tokens.ts';
import { characters, skippedGroups } from '#shared/formats/rtf/rtf-words.ts';
import { decodeWindows1252 } from '#shared/formats/text/windows-1252.ts';

type Group = {
  /** Why nothing of it is text; text boxes and Unicode forms stand inside groups that are skipped. */
  skip: 'upr' | 'shpinst' | 'pict' | 'other' | null;
  /** Reads the character sets of the fonts. */
  fonts: boolean;
  /** Nobody sees it: hidden, or deleted in a tracked change. */
  unseen: boolean;
  encoding: string | null;
  /** How many characters stand behind `\u` for programs that do not know it. */
  fallback: number;
  note: 'note' | 'comment' | null;
  boxed: boolean;
  starred: boolean;
};

const depthLimit = 1_000;

export class RtfReader {
  readonly output = new RtfOutput();
  readonly counts = noCounts();
  readonly notes: string[] = [];
  isTooDeep = false;
  private readonly groups: Group[] = [];
  private group: Group = {
    skip: null,
    fonts: false,
    unseen: false,
    encoding: null,
    fallback: 1,
    note: null,
    boxed: false,
    starred: false,
  };
  private readonly fonts = new Map<number, string | null>();
  private documentEncoding = 'windows-1252';
  private font = 0;
  private line = '';
  private note = '';
  private pending: Uint8Array[] = [];
  private pendingEncoding = '';
  private toSkip = 0;
  private isInTable = false;
  private level: number | null = null;
  /** Lines of text boxes, which come behind the paragraph that they hang on. */
  private boxLines: string[] = [];
  private boxLine = '';

  take(token: RtfToken): void {
    if (token.kind === 'text') return this.bytes(token.bytes);
    this.flush();
    if (token.kind === 'open') {
      if (this.groups.length >= depthLimit) this.isTooDeep = true;
      else this.groups.push({ ...this.group });
      this.group.starred = false;
    } else if (token.kind === 'close') this.closeGroup();
    else this.word(token.word, token.value);
  }

  end(): void {
    this.flush();
    if (this.line !== '' || this.boxLines.length > 0) this.endParagraph();
    this.output.end();
  }

  private endParagraph(): void {
    this.output.paragraph(this.line, this.level, this.isInTable);
    for (const line of this.boxLines) this.output.paragraph(line, null, this.isInTable);
    this.line = '';
    this.boxLines = [];
  }

  private endBoxLine(): void {
    if (this.boxLine.trim() !== '') this.boxLines.push(this.boxLine);
    this.boxLine = '';
  }

  private closeGroup(): void {
    const outer = this.groups.pop();
    if (outer === undefined) return;
    if (this.group.note === 'note' && outer.note === null) {
      if (this.note.trim() !== '') this.notes.push(this.note.trim());
      this.note = '';
    }
    if (this.group.boxed && !outer.boxed) this.endBoxLine();
    this.group = outer;
    this.toSkip = 0;
  }

  private bytes(all: Uint8Array): void {
    const bytes = all.subarray(this.toSkip);
    this.toSkip = Math.max(0, this.toSkip - all.length);
    if (bytes.length === 0 || this.group.skip !== null || this.group.unseen || this.group.fonts) return;
    const encoding = this.group.encoding ?? this.documentEncoding;
    if (encoding !== this.pendingEncoding) this.flush();
    this.pendingEncoding = encoding;
    this.pending.push(bytes);
  }

  /** Characters of several bytes may be written byte by byte: they are decoded together. */
  private flush(): void {
    if (this.pending.length === 0) return;
    const bytes = joined(this.pending);
    this.pending = [];
    this.add(
      this.pendingEncoding === 'windows-1252'
        ? decodeWindows1252(bytes)
        : new TextDecoder(this.pendingEncoding).decode(bytes),
    );
  }

  private add(added: string): void {
    if (this.group.skip !== null || this.group.unseen || this.group.fonts) return;
    const text = added.includes('\r') ? added.replace(/\r\n?/g, '\n') : added;
    if (this.group.note === 'note') this.note += text;
    else if (this.group.boxed) this.boxLine += text;
    else if (this.group.note === null) this.line += text;
  }

  private word(word: string, value: number | null): void {
    if (word === '*') {
      this.group.starred = true;
      return;
    }
    if (this.group.starred) {
      this.group.starred = false;
      if (word !== 'ud' && word !== 'shpinst' && !this.startsNote(word)) this.group.skip ??= 'other';
    }
    const character = characters[word];
    if (character !== undefined) this.character(character);
    else if (word === 'u') this.unicode(value ?? 0x3f);
    else if (word === 'pict') this.picture();
    // Behind the data of a picture its group ends; where it does not, what follows is text.
    else if (word === 'bin') this.group.skip = this.group.skip === 'pict' ? null : this.group.skip;
    else if (skippedGroups.has(word)) this.group.skip ??= word === 'upr' || word === 'shpinst' ? word : 'other';
    else if (word === 'ud' || word === 'shptxt') this.innerText(word);
    else if (!this.startsNote(word)) this.setting(word, value);
  }

  private character(character: string): void {
    if (this.toSkip > 0) this.toSkip -= 1;
    else this.add(character);
  }

  private picture(): void {
    if (this.group.skip === null) this.counts.images += 1;
    this.group.skip ??= 'pict';
  }

  private innerText(word: 'ud' | 'shptxt'): void {
    if (this.group.skip !== (word === 'ud' ? 'upr' : 'shpinst')) return;
    this.group.skip = null;
    if (word === 'shptxt') this.group.boxed = true;
  }

  private unicode(value: number): void {
    this.toSkip = this.group.fallback;
    // Halves of a pair are written one after the other; some programs write the whole number.
    const code = value < 0 ? value + 0x1_0000 : value;
    if (code > 0 && code <= 0x10_ffff) this.add(String.fromCodePoint(code));
  }

  private startsNote(word: string): boolean {
    if (word !== 'footnote' && word !== 'annotation') return false;
    if (this.group.note === null) this.counts[word === 'footnote' ? 'notes' : 'comments'] += 1;
    this.group.note ??= word === 'footnote' ? 'note' : 'comment';
    return true;
  }

  private setting(word: string, value: number | null): void {
    switch (word) {
      case 'ansicpg':
        this.documentEncoding = encodingOfCodePage(value ?? 1252);
        break;
      case 'mac':
        this.documentEncoding = 'macintosh';
        break;
      case 'fonttbl':
        this.group.fonts = true;
        break;
      case 'f':
        this.font = value ?? 0;
        if (!this.group.fonts) this.group.encoding = this.fonts.get(this.font) ?? null;
        break;
      case 'fcharset':
        if (this.group.fonts) this.fonts.set(this.font, encodingOfCharset(value ?? 0));
        break;
      case 'uc':
        this.group.fallback = Math.min(Math.max(value ?? 1, 0), 8);
        break;
      case 'v':
        this.group.unseen = value !== 0;
        break;
      case 'plain':
        this.group.unseen = false;
        this.group.encoding = null;
        break;
      case 'deleted':
        if (value !== 0 && !this.group.unseen) this.counts.trackedChanges += 1;
        this.group.unseen = value !== 0;
        break;
      case 'revised':
        if (value !== 0) this.counts.trackedChanges += 1;
        break;
      default:
        this.layout(word, value);
    }
  }

  private layout(word: string, value: number | null): void {
    if (this.group.skip !== null || this.group.fonts) return;
    if (this.group.note !== null || this.group.boxed) {
      if (word !== 'par') return;
      if (this.group.note === null) this.endBoxLine();
      else this.add('\n');
      return;
    }
    switch (word) {
      case 'par':
      case 'sect':
      case 'page':
        // A page break in the middle of a line ends no paragraph.
        if (word !== 'par' && this.line === '') break;
        this.endParagraph();
        break;
      case 'cell':
      case 'nestcell':
        this.output.endCell(this.line);
        this.line = '';
        break;
      case 'row':
      case 'nestrow':
        this.output.endRow();
        break;
      case 'pard':
        this.isInTable = false;
        this.level = null;
        break;
      case 'intbl':
        this.isInTable = true;
        break;
      case 'outlinelevel':
        this.level = value !== null && value >= 0 && value < 9 ? value + 1 : null;
        break;
      default:
    }
  }
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const [only] = pieces;
  if (pieces.length === 1 && only !== undefined) return only;
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let place = 0;
  for (const piece of pieces) {
    whole.set(piece, place);
    place += piece.length;
  }
  return whole;
}
