/** One worksheet as XML, row after row, so that a sheet of any length never stands in memory as text. */
import { plainNumber } from '#shared/formats/deliverable/plain-number.ts';
import { looksLikeFormula, splitText } from '#shared/formats/spreadsheet/cell-text.ts';
import { headerStyle } from '#shared/formats/spreadsheet/look.ts';
import { serialOfDate, serialOfTime } from '#shared/formats/spreadsheet/serial-date.ts';
import type { SharedStrings } from '#shared/formats/spreadsheet/shared-strings.ts';
import { columnLetters } from '#shared/formats/spreadsheet/sheet-names.ts';
import { FONT_SIZE, type StyleBook } from '#shared/formats/spreadsheet/style-book.ts';
import type { Cell, CellStyle, Column, ColumnType, Row, Sheet } from '#shared/formats/spreadsheet/workbook.ts';

/** A text that did not fit: where it belongs, whole. */
export type LongText = { readonly sheet: string; readonly cell: string; readonly text: string };

export type SheetSurroundings = {
  readonly strings: SharedStrings;
  readonly styles: StyleBook;
  readonly cellText: number;
  /** Takes a text that is too long and returns what ends the cut one, such as ` ... (continues: Long texts 3)`. */
  keepLongText(long: LongText): string;
};

type PreparedColumn = {
  readonly letters: string;
  readonly type: ColumnType;
  readonly style: CellStyle;
  readonly text: number;
  readonly quoted: number;
  readonly value: number;
  readonly width: number;
};

const DEFAULT_STYLE: CellStyle = {};
/** In points. */
const LINE_HEIGHT = 13.5;
const TALLEST_ROW = 409;
/** Widths count digits, and letters are narrower; what is lost at line ends is already taken off. */
const WIDENING = 1.15;
/** Characters across a page that can still be read in print. */
const WIDEST_PRINT = 400;

/** Writes the cells of one sheet; `name` is its final name. */
export class SheetXml {
  private readonly columns: readonly PreparedColumn[];
  private readonly sheet: Sheet;
  private readonly name: string;
  private readonly around: SheetSurroundings;
  private rows = 0;

  constructor(sheet: Sheet, name: string, around: SheetSurroundings) {
    this.sheet = sheet;
    this.name = name;
    this.around = around;
    this.columns = sheet.columns.map((column, index) => prepareColumn(column, index, around.styles));
  }

  get rowsWritten(): number {
    return this.rows;
  }

  /** Whether all columns are still readable when printed on one page. */
  private get fitsPage(): boolean {
    return this.sheet.columns.reduce((sum, column) => sum + column.width, 0) <= WIDEST_PRINT;
  }

  /** All up to the first row, the header row included. */
  start(isFirstSheet: boolean): string {
    const { sheet } = this;
    const widths = sheet.columns
      .map(
        (column, index) =>
          `<col min="${index + 1}" max="${index + 1}" width="${column.width}" ` +
          `style="${this.columns[index]?.text ?? 0}" customWidth="1"/>`,
      )
      .join('');
    return (
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
      '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
      (this.fitsPage ? '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' : '') +
      `<sheetViews><sheetView${isFirstSheet ? ' tabSelected="1"' : ''}${sheet.hasHeaderRow ? '' : ' showGridLines="0"'} workbookViewId="0">` +
      `${this.pane()}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="${LINE_HEIGHT}"/>` +
      `<cols>${widths}</cols><sheetData>` +
      (sheet.hasHeaderRow ? this.row(sheet.columns.map(({ header }) => ({ value: header, style: headerStyle }))) : '')
    );
  }

  row(cells: Row): string {
    this.rows += 1;
    const height = this.heightOf(cells);
    let xml = `<row r="${this.rows}"${height > LINE_HEIGHT ? ` ht="${height}"` : ''}>`;
    for (let index = 0; index < cells.length; index += 1) {
      const cell = cells[index];
      const column = this.columns[index];
      if (cell !== null && cell !== undefined && cell !== '' && column) xml += this.cell(cell, column);
    }
    return `${xml}</row>`;
  }

  end(): string {
    const { sheet } = this;
    const range = this.filterRange();
    const all = `A1:${this.columns.at(-1)?.letters ?? 'A'}${Math.max(1, this.rows)}`;
    return (
      `</sheetData>${range ? `<autoFilter ref="${range}"/>` : ''}` +
      '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>' +
      `<pageSetup paperSize="9" orientation="${sheet.isLandscape ? 'landscape' : 'portrait'}"` +
      `${this.fitsPage ? ' fitToHeight="0"' : ''}/>` +
      '<headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter></headerFooter>' +
      // Ids and code names of digits are text on purpose: no green corners.
      `<ignoredErrors><ignoredError sqref="${all}" numberStoredAsText="1"/></ignoredErrors></worksheet>`
    );
  }

  /** The filtered range, null for a sheet without header row. */
  filterRange(): string | null {
    if (!this.sheet.hasHeaderRow) return null;
    return `A1:${this.columns.at(-1)?.letters ?? 'A'}${Math.max(1, this.rows)}`;
  }

  private pane(): string {
    const rows = this.sheet.hasHeaderRow ? 1 : 0;
    const columns = this.sheet.frozenColumns ?? 0;
    if (!rows && !columns) return '';
    const corner = `${columnLetters(columns)}${rows + 1}`;
    const pane = rows && columns ? 'bottomRight' : rows ? 'bottomLeft' : 'topRight';
    return (
      `<pane${columns ? ` xSplit="${columns}"` : ''}${rows ? ` ySplit="${rows}"` : ''} topLeftCell="${corner}"` +
      ` activePane="${pane}" state="frozen"/><selection pane="${pane}" activeCell="${corner}" sqref="${corner}"/>`
    );
  }

  /** Height for wrapped texts: Excel fits rows when it opens a file, LibreOffice shows them as high as the file says. */
  private heightOf(cells: Row): number {
    let lines = 1;
    for (let index = 0; index < cells.length; index += 1) {
      const cell = cells[index];
      const column = this.columns[index];
      if (!column || cell === null || cell === undefined || typeof cell === 'number') continue;
      const { value, style } = typeof cell === 'object' ? cell : { value: cell, style: column.style };
      if (!style.wrap || typeof value !== 'string' || (value.length <= column.width && !value.includes('\n'))) continue;
      const size = (style.size ?? FONT_SIZE) / FONT_SIZE;
      lines = Math.max(lines, countLines(value, (column.width * WIDENING) / size) * size);
    }
    return Math.min(TALLEST_ROW, Math.round(lines * LINE_HEIGHT * 10) / 10);
  }

  private cell(cell: Exclude<Cell, null>, column: PreparedColumn): string {
    const place = column.letters + this.rows;
    if (typeof cell === 'object') {
      if (cell.value === null || cell.value === '') return '';
      const plain = this.around.styles.place(cell.style);
      if (typeof cell.value === 'number') return this.number(place, cell.value, plain);
      return this.text(place, cell.value, plain, this.around.styles.place(cell.style, true));
    }
    if (typeof cell === 'number') return this.number(place, cell, column.value);
    const value = readValue(cell, column.type);
    return value === null
      ? this.text(place, cell, column.text, column.quoted)
      : this.number(place, value, column.value);
  }

  private number(place: string, value: number, style: number): string {
    if (!Number.isFinite(value)) return this.text(place, String(value), style, style);
    return `<c r="${place}" s="${style}"><v>${value}</v></c>`;
  }

  private text(place: string, text: string, plain: number, quoted: number): string {
    let shown = text;
    if (text.length > this.around.cellText) {
      const pointer = this.around.keepLongText({ sheet: this.name, cell: place, text });
      shown = (splitText(text, this.around.cellText - pointer.length)[0] ?? '') + pointer;
    }
    const style = looksLikeFormula(text) ? quoted : plain;
    return `<c r="${place}" s="${style}" t="s"><v>${this.around.strings.place(shown)}</v></c>`;
  }
}

function prepareColumn(column: Column, index: number, styles: StyleBook): PreparedColumn {
  const style = column.style ?? DEFAULT_STYLE;
  const type = column.type ?? 'text';
  const format = type === 'date' ? 'yyyy-mm-dd' : type === 'date-time' ? 'yyyy-mm-dd hh:mm' : undefined;
  return {
    letters: columnLetters(index),
    type,
    style,
    text: styles.place(style),
    quoted: styles.place(style, true),
    width: column.width,
    value: format ? styles.place({ ...style, numberFormat: format, align: 'left' }) : styles.place(style),
  };
}

function countLines(text: string, perLine: number): number {
  let lines = 0;
  for (const line of text.split('\n')) lines += Math.max(1, Math.ceil(line.length / perLine));
  return lines;
}

function readValue(text: string, type: ColumnType): number | null {
  switch (type) {
    case 'text':
      return null;
    case 'number':
      return plainNumber(text);
    case 'date':
      return serialOfDate(text);
    case 'date-time':
      return serialOfTime(text);
  }
}
