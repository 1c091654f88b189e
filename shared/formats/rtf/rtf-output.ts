/** Puts the paragraphs and table cells of an RTF file in order. */
import { DocumentText } from '#shared/formats/document/document-text.ts';

type Line = { readonly text: string; readonly level: number | null };

/** RTF says row by row, at its end, that it was one; cells before that are kept back. */
export class RtfOutput {
  readonly document = new DocumentText();
  private cells: Line[][] = [];
  private cell: Line[] = [];
  private isTableOpen = false;

  paragraph(text: string, level: number | null, isInTable: boolean): void {
    if (isInTable) {
      this.cell.push({ text, level });
      return;
    }
    this.flush();
    this.closeTable();
    this.document.paragraph(text, level, false);
  }

  endCell(text: string): void {
    this.cell.push({ text, level: null });
    this.cells.push(this.cell);
    this.cell = [];
  }

  endRow(): void {
    if (this.cell.some(({ text }) => text.trim() !== '')) this.cells.push(this.cell);
    this.cell = [];
    if (this.cells.length === 0) return;
    if (!this.isTableOpen) this.document.startTable();
    this.isTableOpen = true;
    this.document.startRow();
    for (const lines of this.cells) {
      this.document.startCell();
      for (const { text, level } of lines) this.document.paragraph(text, level, false);
      this.document.endCell();
    }
    this.document.endRow();
    this.cells = [];
  }

  end(): void {
    this.flush();
    this.closeTable();
  }

  /** A row that never ended, or paragraphs that only said they stood in a table: their words are kept. */
  private flush(): void {
    if (this.cells.length > 0) this.endRow();
    const lines = this.cell;
    this.cell = [];
    if (lines.length > 0) this.closeTable();
    for (const { text, level } of lines) this.document.paragraph(text, level, false);
  }

  private closeTable(): void {
    if (this.isTableOpen) this.document.endTable();
    this.isTableOpen = false;
  }
}
