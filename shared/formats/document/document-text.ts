/** Collects the text of a Word document: paragraphs, headings and the cells of tables with their places. */
import type { Segment } from '#shared/domain/source/source-content.ts';

export type CellPlace = { readonly start: number; readonly end: number };
export type TablePlace = { readonly rows: readonly (readonly CellPlace[])[] };

type OpenTable = { readonly rows: CellPlace[][]; cells: CellPlace[]; cellStart: number };

/**
 * Paragraphs stand on lines of their own, cells of a row behind each other with a tab between them.
 * Every paragraph adds exactly one separator, so that empty ones are kept.
 */
export class DocumentText {
  private readonly parts: string[] = [];
  private length = 0;
  private separator: '' | '\n' | '\t' = '';
  private readonly openTables: OpenTable[] = [];
  readonly headings: Segment[] = [];
  readonly tables: TablePlace[] = [];

  /** Adds a paragraph; `joinsNext` when its end was deleted in a tracked change. */
  paragraph(text: string, headingLevel: number | null, joinsNext: boolean): void {
    this.writeSeparator();
    const start = this.length;
    this.write(text);
    if (headingLevel !== null && text.trim() !== '') {
      this.headings.push({ start, end: this.length, role: 'heading', level: headingLevel });
    }
    this.separator = joinsNext ? '' : '\n';
  }

  startTable(): void {
    this.openTables.push({ rows: [], cells: [], cellStart: this.length });
  }

  startRow(): void {
    const table = this.openTables[this.openTables.length - 1];
    if (table !== undefined) table.cells = [];
    if (this.length > 0) this.separator = '\n';
  }

  startCell(): void {
    const table = this.openTables[this.openTables.length - 1];
    if (table === undefined) return;
    if (table.cells.length > 0) this.separator = '\t';
    this.writeSeparator();
    table.cellStart = this.length;
  }

  endCell(): void {
    const table = this.openTables[this.openTables.length - 1];
    table?.cells.push({ start: table.cellStart, end: this.length });
  }

  endRow(): void {
    const table = this.openTables[this.openTables.length - 1];
    if (table !== undefined && table.cells.length > 0) table.rows.push(table.cells);
    this.separator = '\n';
  }

  endTable(): void {
    const table = this.openTables.pop();
    if (table !== undefined && table.rows.length > 0) this.tables.push({ rows: table.rows });
    this.separator = '\n';
  }

  get text(): string {
    return this.parts.join('');
  }

  private writeSeparator(): void {
    if (this.length > 0) this.write(this.separator);
    this.separator = '';
  }

  private write(text: string): void {
    this.parts.push(text);
    this.length += text.length;
  }
}
