/** Turns the characters of a Word 97 text into paragraphs and table cells; fields show their result only. */
import { DocumentText } from '#shared/formats/document/document-text.ts';
import type { Settings } from '#shared/formats/doc/formatted-runs.ts';

/** Characters that Word keeps for things that are no text: pictures, notes, drawings. */
const plain: Readonly<Record<number, string>> = {
  0x09: '\t',
  0x0b: '\n',
  0x1e: '\u2011',
  0x1f: '\u00ad',
};
const FIELD = { begin: 0x13, middle: 0x14, end: 0x15 } as const;

export class DocOutput {
  readonly document = new DocumentText();
  private line = '';
  private readonly cells: string[][] = [];
  private cell: string[] = [];
  private isTableOpen = false;
  /** One entry per open field: does its result have begun? */
  private readonly fields: boolean[] = [];

  /** Adds a character; `settings` are those of the paragraph that it stands in. */
  character(code: number, text: string, settings: Settings): void {
    if (code === FIELD.begin) this.fields.push(false);
    else if (code === FIELD.middle) this.fields[this.fields.length - 1] = true;
    else if (code === FIELD.end) this.fields.pop();
    else if (code === 0x0d || code === 0x0c) this.endParagraph(settings);
    else if (code === 0x07) this.endCell(settings);
    else if (this.fields.every((hasResult) => hasResult)) this.line += code < 0x20 ? (plain[code] ?? '') : text;
  }

  end(): void {
    if (this.line !== '') this.endParagraph(null);
    if (this.cell.length > 0 || this.cells.length > 0) this.endRow();
    this.closeTable();
  }

  private endParagraph(settings: Settings | null): void {
    const { line } = this;
    this.line = '';
    if (settings?.isInTable === true) {
      this.cell.push(line);
      return;
    }
    if (this.cell.length > 0 || this.cells.length > 0) this.endRow();
    this.closeTable();
    const style = settings?.style ?? 0;
    this.document.paragraph(line, style >= 1 && style <= 9 ? style : null, false);
  }

  private endCell(settings: Settings): void {
    if (settings.isRowEnd) {
      this.line = '';
      this.endRow();
      return;
    }
    this.cell.push(this.line);
    this.line = '';
    this.cells.push(this.cell);
    this.cell = [];
  }

  private endRow(): void {
    if (this.cell.length > 0) this.cells.push(this.cell);
    this.cell = [];
    if (this.cells.length === 0) return;
    if (!this.isTableOpen) this.document.startTable();
    this.isTableOpen = true;
    this.document.startRow();
    for (const lines of this.cells) {
      this.document.startCell();
      for (const line of lines) this.document.paragraph(line, null, false);
      this.document.endCell();
    }
    this.document.endRow();
    this.cells.length = 0;
  }

  private closeTable(): void {
    if (this.isTableOpen) this.document.endTable();
    this.isTableOpen = false;
  }
}
