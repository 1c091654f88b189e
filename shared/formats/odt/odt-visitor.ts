/** Walks through OpenDocument text and says what a reader would see: changes accepted, notes and comments apart. */
import { DocumentText } from '#shared/formats/document/document-text.ts';
import { noCounts } from '#shared/formats/document/read-document.ts';
import type { XmlElement, XmlVisitor } from '#shared/formats/xml/walk-xml.ts';

/** Subtrees that are no text of the document: deleted words, comments, hidden words, templates. */
const skipped = new Set([
  'tracked-changes',
  'annotation',
  'note-citation',
  'ruby-text',
  'hidden-text',
  'hidden-paragraph',
  'forms',
  'script',
  'binary-data',
  'sequence-decls',
  'table-of-content-source',
  'alphabetical-index-source',
  'illustration-index-source',
  'table-index-source',
  'user-index-source',
  'bibliography-source',
  'meta',
  'settings',
  'styles',
  'automatic-styles',
  'master-styles',
  'font-face-decls',
]);

const blankRepeatLimit = 200;

type Paragraph = {
  text: string;
  readonly level: number | null;
  /** The last character is a blank of the file's own layout, with which the next one melts. */
  endsInBlank: boolean;
  readonly after: Paragraph[];
};

export class OdtVisitor implements XmlVisitor {
  readonly output = new DocumentText();
  readonly counts = noCounts();
  readonly notes: string[] = [];
  private readonly paragraphs: Paragraph[] = [];
  private skipDepth = 0;
  /** How many paragraphs were open where each open note began. */
  private readonly openNotes: { readonly depth: number; readonly lines: string[] }[] = [];

  open(element: XmlElement): void {
    const { local } = element;
    if (this.skipDepth > 0) {
      this.skipDepth += 1;
      if (local === 'changed-region') this.counts.trackedChanges += 1;
      return;
    }
    if (local === 'annotation') this.counts.comments += 1;
    if (local === 'image') this.counts.images += 1;
    // The description of a picture stays: it stands where the picture stood, for those who cannot see it.
    if (skipped.has(local)) {
      this.skipDepth = 1;
      return;
    }
    this.openElement(local, element);
  }

  close(local: string): void {
    if (this.skipDepth > 0) {
      this.skipDepth -= 1;
      return;
    }
    if (local === 'p' || local === 'h') this.endParagraph();
    else if (local === 'note-body') this.endNote();
    else if (this.paragraphs.length > 0) return;
    else if (local === 'table-cell' || local === 'covered-table-cell') this.output.endCell();
    else if (local === 'table-row') this.output.endRow();
    else if (local === 'table') this.output.endTable();
  }

  text(text: string): void {
    const paragraph = this.current();
    if (paragraph === undefined || this.skipDepth > 0) return;
    // The layout of the file is no text: runs of blanks stand for one, and none stands at the beginning.
    let plain = text.replace(/[ \t\r\n]+/g, ' ');
    if (paragraph.endsInBlank || paragraph.text === '') plain = plain.replace(/^ /, '');
    if (plain === '') return;
    paragraph.text += plain;
    paragraph.endsInBlank = plain.endsWith(' ');
  }

  private openElement(local: string, element: XmlElement): void {
    const isInside = this.paragraphs.length > 0;
    switch (local) {
      case 'p':
      case 'h':
        this.paragraphs.push({
          text: '',
          level: local === 'h' ? levelOf(element.attribute('outline-level')) : null,
          endsInBlank: false,
          after: [],
        });
        break;
      case 's':
        this.add(' '.repeat(countOf(element.attribute('c'))));
        break;
      case 'tab':
      case 'tab-stop':
        this.add('\t');
        break;
      case 'line-break':
        this.add('\n');
        break;
      case 'note':
        this.counts.notes += 1;
        break;
      case 'note-body':
        this.openNotes.push({ depth: this.paragraphs.length, lines: [] });
        break;
      case 'table':
        if (!isInside) this.output.startTable();
        break;
      case 'table-row':
        if (!isInside) this.output.startRow();
        break;
      case 'table-cell':
      case 'covered-table-cell':
        if (!isInside) this.output.startCell();
        break;
      default:
    }
  }

  private current(): Paragraph | undefined {
    return this.paragraphs[this.paragraphs.length - 1];
  }

  private add(text: string): void {
    const paragraph = this.current();
    if (paragraph === undefined) return;
    paragraph.text += text;
    paragraph.endsInBlank = false;
  }

  /** What stands in a frame comes behind the paragraph that the frame hangs on. */
  private endParagraph(): void {
    const paragraph = this.paragraphs.pop();
    if (paragraph === undefined) return;
    const note = this.openNotes[this.openNotes.length - 1];
    const outer = this.current();
    if (note !== undefined && this.paragraphs.length === note.depth) note.lines.push(paragraph.text);
    else if (outer !== undefined) outer.after.push(paragraph, ...paragraph.after);
    else for (const { text, level } of [paragraph, ...paragraph.after]) this.output.paragraph(text, level, false);
  }

  private endNote(): void {
    const note = this.openNotes.pop()?.lines.join('\n').trim() ?? '';
    if (note !== '') this.notes.push(note);
  }
}

function levelOf(value: string | null): number {
  const level = Number(value ?? 1);
  return Number.isInteger(level) && level >= 1 && level <= 10 ? level : 1;
}

function countOf(value: string | null): number {
  const count = Number(value ?? 1);
  return Number.isInteger(count) && count > 0 ? Math.min(count, blankRepeatLimit) : 1;
}
