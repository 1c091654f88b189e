/** Walks through WordprocessingML and says what a reader would see when all tracked changes were accepted. */
import { DocumentText } from '#shared/formats/document/document-text.ts';
import { noCounts } from '#shared/formats/document/read-document.ts';
import type { XmlElement, XmlVisitor } from '#shared/formats/xml/walk-xml.ts';

const wordNamespaces = new Set([
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'http://purl.oclc.org/ooxml/wordprocessingml/main',
]);
const mathNamespaces = new Set([
  'http://schemas.openxmlformats.org/officeDocument/2006/math',
  'http://purl.oclc.org/ooxml/officeDocument/math',
]);

/** Whole subtrees that are no text of the document: deleted words, old properties, field codes, second renderings. */
const skipped = new Set([
  'del',
  'moveFrom',
  'pPrChange',
  'rPrChange',
  'tblPrChange',
  'trPrChange',
  'tcPrChange',
  'sectPrChange',
]);
const alsoSkipped = new Set(['instrText', 'delText', 'delInstrText', 'rt', 'sectPr', 'tblGridChange']);

type Paragraph = { text: string; level: number | null; joinsNext: boolean; readonly after: Paragraph[] };

/** `headingLevels` tells the level of a paragraph style; note numbers are collected in the order of the text. */
export class DocumentVisitor implements XmlVisitor {
  readonly output = new DocumentText();
  readonly counts = noCounts();
  private readonly paragraphs: Paragraph[] = [];
  private skipDepth = 0;
  private textDepth = 0;
  private inParagraphProperties = 0;
  private readonly headingLevels: ReadonlyMap<string, number>;

  constructor(headingLevels: ReadonlyMap<string, number>) {
    this.headingLevels = headingLevels;
  }

  open(element: XmlElement): void {
    const { local } = element;
    if (this.skipDepth > 0) {
      this.skipDepth += 1;
      return;
    }
    const isWord = wordNamespaces.has(element.namespace);
    if (local === 'Fallback' || (isWord && this.startsSkipping(local))) {
      this.skipDepth = 1;
      return;
    }
    if (local === 'blip' || local === 'imagedata') this.counts.images += 1;
    if (local === 't' && (isWord || mathNamespaces.has(element.namespace))) this.textDepth += 1;
    if (isWord) this.openWord(local, element);
  }

  close(local: string, namespace: string): void {
    if (this.skipDepth > 0) {
      this.skipDepth -= 1;
      return;
    }
    if (local === 't' && this.textDepth > 0) this.textDepth -= 1;
    if (!wordNamespaces.has(namespace)) return;
    if (local === 'p') this.endParagraph();
    else if (local === 'pPr') this.inParagraphProperties -= 1;
    else if (this.paragraphs.length > 0) return;
    else if (local === 'tc') this.output.endCell();
    else if (local === 'tr') this.output.endRow();
    else if (local === 'tbl') this.output.endTable();
  }

  text(text: string): void {
    if (this.textDepth > 0 && this.skipDepth === 0) this.add(text.replace(/\r\n?/g, '\n'));
  }

  private startsSkipping(local: string): boolean {
    const isChange = local === 'del' || local === 'moveFrom';
    if (isChange || local === 'ins' || local === 'moveTo') this.counts.trackedChanges += 1;
    // A deleted paragraph mark stands among the properties: the paragraph then runs on into the next one.
    if (isChange && this.inParagraphProperties > 0) {
      const paragraph = this.paragraphs[this.paragraphs.length - 1];
      if (paragraph !== undefined) paragraph.joinsNext = true;
    }
    return skipped.has(local) || alsoSkipped.has(local);
  }

  private openWord(local: string, element: XmlElement): void {
    const isInTextBox = this.paragraphs.length > 0;
    switch (local) {
      case 'p':
        this.paragraphs.push({ text: '', level: null, joinsNext: false, after: [] });
        break;
      case 'pPr':
        this.inParagraphProperties += 1;
        break;
      case 'pStyle':
        this.setLevel(this.headingLevels.get(element.attribute('val') ?? '') ?? null);
        break;
      case 'outlineLvl':
        this.setLevel(levelOf(element.attribute('val')));
        break;
      case 'tbl':
        if (!isInTextBox) this.output.startTable();
        break;
      case 'tr':
        if (!isInTextBox) this.output.startRow();
        break;
      case 'tc':
        if (!isInTextBox) this.output.startCell();
        break;
      default:
        this.openInRun(local, element);
    }
  }

  private openInRun(local: string, element: XmlElement): void {
    switch (local) {
      case 'tab':
        // The tab stops among a paragraph's properties have the same name.
        if (this.inParagraphProperties === 0) this.add('\t');
        break;
      case 'br':
        if ((element.attribute('type') ?? 'textWrapping') === 'textWrapping') this.add('\n');
        break;
      case 'cr':
        this.add('\n');
        break;
      case 'noBreakHyphen':
        this.add('\u2011');
        break;
      case 'softHyphen':
        this.add('\u00ad');
        break;
      case 'commentReference':
        this.counts.comments += 1;
        break;
      case 'footnoteReference':
      case 'endnoteReference':
        this.counts.notes += 1;
        break;
      default:
    }
  }

  private setLevel(level: number | null): void {
    const paragraph = this.paragraphs[this.paragraphs.length - 1];
    if (paragraph !== undefined && this.inParagraphProperties > 0 && level !== null) paragraph.level = level;
  }

  private add(text: string): void {
    const paragraph = this.paragraphs[this.paragraphs.length - 1];
    if (paragraph !== undefined) paragraph.text += text;
  }

  /** What stands in a text box comes behind the paragraph that the box hangs on. */
  private endParagraph(): void {
    const paragraph = this.paragraphs.pop();
    if (paragraph === undefined) return;
    const outer = this.paragraphs[this.paragraphs.length - 1];
    if (outer !== undefined) {
      outer.after.push(paragraph, ...paragraph.after);
      return;
    }
    for (const { text, level, joinsNext } of [paragraph, ...paragraph.after])
      this.output.paragraph(text, level, joinsNext);
  }
}

/** Word counts outline levels from 0; 9 is body text. */
export function levelOf(value: string | null): number | null {
  const level = value === null ? Number.NaN : Number(value);
  return Number.isInteger(level) && level >= 0 && level < 9 ? level + 1 : null;
}
