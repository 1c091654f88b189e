/** One sheet of an Excel file: its cells as people see them, and which of them are merged. */
import { showNumber } from '#shared/formats/workbook/number-format.ts';
import type { NumberKind } from '#shared/formats/workbook/number-format.ts';
import type { MergedCells, SheetRows } from '#shared/formats/workbook/sheet-rows.ts';
import { plainText } from '#shared/formats/workbook/workbook-parts.ts';
import { TooMuch } from '#shared/formats/workbook/xml-pieces.ts';
import type { ScanVisitor, TagAttributes } from '#shared/formats/workbook/xml-scanner.ts';

export type CellContext = {
  readonly texts: readonly string[];
  readonly kinds: readonly NumberKind[];
  readonly startsIn1904: boolean;
};

export const longestSheet = 1 << 20;
const widestSheet = 1 << 14;
const mergeLimit = 100_000;

/** Short texts come again and again; one copy of each is enough. */
const internedLength = 12;

export class SheetVisitor implements ScanVisitor {
  readonly rows: string[][] = [];
  readonly numbers: number[] = [];
  readonly merged: MergedCells[] = [];
  private readonly context: CellContext;
  private readonly cellLimit: number;
  private readonly interned = new Map<string, string>();
  private filled = 0;
  private row: string[] = [];
  private rowNumber = 0;
  private column = -1;
  private type = 'n';
  private style = 0;
  private value = '';
  private isValue = false;
  private phonetic = 0;

  constructor(context: CellContext, cellLimit: number) {
    this.context = context;
    this.cellLimit = cellLimit;
  }

  get sheet(): Pick<SheetRows, 'rows' | 'numbers' | 'merged'> {
    return { rows: this.rows, numbers: this.numbers, merged: this.merged };
  }

  open(name: string, attributes: TagAttributes): void {
    switch (name) {
      case 'row':
        this.rowNumber = Number(attributes.get('r') ?? this.rowNumber + 1);
        this.row = [];
        this.column = -1;
        break;
      case 'c':
        this.column = columnOf(attributes.get('r')) ?? this.column + 1;
        this.type = attributes.get('t') ?? 'n';
        this.style = Number(attributes.get('s') ?? 0);
        this.value = '';
        break;
      case 'v':
        this.isValue = true;
        break;
      case 't':
        this.isValue = this.phonetic === 0;
        break;
      case 'rPh':
        this.phonetic += 1;
        break;
      case 'mergeCell':
        this.merge(attributes.get('ref') ?? '');
        break;
      default:
    }
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.isValue = false;
    else if (name === 'rPh') this.phonetic -= 1;
    else if (name === 'c') this.endCell();
    else if (name === 'row') this.endRow();
  }

  text(text: string): void {
    if (this.isValue) this.value += text;
  }

  private endCell(): void {
    if (this.value === '') return;
    const text = this.shown();
    if (text === '') return;
    if (this.column >= widestSheet) return;
    this.filled += 1;
    if (this.filled > this.cellLimit) throw new TooMuch();
    while (this.row.length < this.column) this.row.push('');
    this.row[this.column] = text;
  }

  private endRow(): void {
    if (this.row.length === 0) return;
    if (this.rows.length >= longestSheet) throw new TooMuch();
    this.rows.push(this.row);
    this.numbers.push(this.rowNumber);
    this.row = [];
  }

  private shown(): string {
    const { value } = this;
    switch (this.type) {
      case 's':
        return this.context.texts[Number(value)] ?? '';
      case 'b':
        return value === '0' ? 'FALSE' : 'TRUE';
      case 'inlineStr':
      case 'str':
      case 'e':
        return this.intern(plainText(value));
      case 'd':
        return this.intern(value.replace(/^(\d{4}-\d{2}-\d{2})T00:00:00(?:\.0+)?Z?$/, '$1'));
      default: {
        const number = Number(value);
        if (value.trim() === '' || !Number.isFinite(number)) return plainText(value);
        const kind = this.context.kinds[this.style] ?? { kind: 'plain' };
        return this.intern(showNumber(number, kind, this.context.startsIn1904));
      }
    }
  }

  private intern(text: string): string {
    if (text.length > internedLength) return text;
    const known = this.interned.get(text);
    if (known !== undefined) return known;
    if (this.interned.size < 100_000) this.interned.set(text, text);
    return text;
  }

  private merge(reference: string): void {
    const match = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(reference);
    const [, left = '', top = '', right = '', bottom = ''] = match ?? [];
    if (match === null || this.merged.length >= mergeLimit) return;
    this.merged.push({
      top: Number(top),
      bottom: Number(bottom),
      left: columnOf(left) ?? 0,
      right: columnOf(right) ?? 0,
    });
  }
}

/** `AB12` is column 27, counted from 0. */
function columnOf(reference: string | undefined): number | null {
  if (reference === undefined) return null;
  let column = 0;
  for (let index = 0; index < reference.length && index < 4; index += 1) {
    const letter = reference.charCodeAt(index) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column === 0 ? null : column - 1;
}
