/** The small parts of an Excel file: its sheets, its shared texts, its number formats. */
import { numberKind } from '#shared/formats/workbook/number-format.ts';
import type { NumberKind } from '#shared/formats/workbook/number-format.ts';
import { TooMuch } from '#shared/formats/workbook/xml-pieces.ts';
import type { ScanVisitor, TagAttributes } from '#shared/formats/workbook/xml-scanner.ts';

export type SheetPart = { readonly name: string; readonly isHidden: boolean; readonly relation: string };

/** `xl/workbook.xml`: names of the sheets and the calendar. */
export class WorkbookVisitor implements ScanVisitor {
  readonly sheets: SheetPart[] = [];
  startsIn1904 = false;

  open(name: string, attributes: TagAttributes): void {
    if (name === 'workbookPr') this.startsIn1904 = /^(?:1|true)$/.test(attributes.get('date1904') ?? '');
    if (name !== 'sheet') return;
    const relation = attributes.get('id') ?? '';
    this.sheets.push({
      name: attributes.get('name') ?? '',
      isHidden: (attributes.get('state') ?? 'visible') !== 'visible',
      relation,
    });
  }

  close(): void {
    // All that counts stands in attributes.
  }

  text(): void {
    // The same.
  }
}

/** `xl/_rels/workbook.xml.rels`: where each sheet is. */
export class RelationsVisitor implements ScanVisitor {
  readonly targets = new Map<string, string>();

  open(name: string, attributes: TagAttributes): void {
    const id = attributes.get('Id');
    const target = attributes.get('Target');
    if (name !== 'Relationship' || id === undefined || target === undefined) return;
    this.targets.set(id, target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`);
  }

  close(): void {
    // All that counts stands in attributes.
  }

  text(): void {
    // The same.
  }
}

/** `xl/styles.xml`: how the numbers of each cell style are shown. */
export class StylesVisitor implements ScanVisitor {
  readonly kinds: NumberKind[] = [];
  private readonly codes = new Map<number, string>();
  private isInCells = false;

  open(name: string, attributes: TagAttributes): void {
    if (name === 'numFmt') this.codes.set(Number(attributes.get('numFmtId')), attributes.get('formatCode') ?? '');
    if (name === 'cellXfs') this.isInCells = true;
    if (name !== 'xf' || !this.isInCells) return;
    const id = Number(attributes.get('numFmtId') ?? 0);
    this.kinds.push(numberKind(id, this.codes.get(id)));
  }

  close(name: string): void {
    if (name === 'cellXfs') this.isInCells = false;
  }

  text(): void {
    // Styles hold no text.
  }
}

const textLimit = 5_000_000;

/** `xl/sharedStrings.xml`: texts that cells refer to; reading aids in East Asian ones are left out. */
export class SharedTextsVisitor implements ScanVisitor {
  readonly texts: string[] = [];
  private current = '';
  private isText = false;
  private phonetic = 0;

  open(name: string): void {
    if (name === 'rPh') this.phonetic += 1;
    else if (name === 'si') this.current = '';
    else if (name === 't') this.isText = this.phonetic === 0;
  }

  close(name: string): void {
    if (name === 'rPh') this.phonetic -= 1;
    else if (name === 't') this.isText = false;
    else if (name === 'si') {
      if (this.texts.length >= textLimit) throw new TooMuch();
      this.texts.push(plainText(this.current));
    }
  }

  text(text: string): void {
    if (this.isText) this.current += text;
  }
}

/** Excel writes `_x000D_` for characters that XML cannot hold; line ends become LF. */
export function plainText(text: string): string {
  const decoded = text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;
  return decoded.includes('\r') ? decoded.replace(/\r\n?/g, '\n') : decoded;
}
