/** Collects the styles that cells ask for and writes styles.xml. */
import { escapeXml } from '#shared/formats/spreadsheet/cell-text.ts';
import type { CellStyle } from '#shared/formats/spreadsheet/workbook.ts';

const FIRST_OWN_FORMAT = 164;
/** Of plain cells, in points. */
export const FONT_SIZE = 10;

/** A list in which each entry stands once; `place` gives its number. */
class Distinct {
  readonly entries: string[];
  private readonly places = new Map<string, number>();

  constructor(first: readonly string[]) {
    this.entries = [...first];
    first.forEach((entry, place) => this.places.set(entry, place));
  }

  place(entry: string): number {
    const known = this.places.get(entry);
    if (known !== undefined) return known;
    this.places.set(entry, this.entries.length);
    return this.entries.push(entry) - 1;
  }
}

export class StyleBook {
  private readonly fonts = new Distinct([fontOf({})]);
  // The first two fills are fixed by the format.
  private readonly fills = new Distinct([
    '<fill><patternFill patternType="none"/></fill>',
    '<fill><patternFill patternType="gray125"/></fill>',
  ]);
  private readonly formats = new Distinct([]);
  private readonly cells = new Distinct(['<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>']);
  private readonly known = new Map<CellStyle, readonly [number, number]>();

  /** The number under which cells name this style; `isQuoted` keeps a text from becoming a formula when it is edited. */
  place(style: CellStyle, isQuoted = false): number {
    let places = this.known.get(style);
    if (!places) {
      places = [this.add(style, false), this.add(style, true)];
      this.known.set(style, places);
    }
    return places[isQuoted ? 1 : 0];
  }

  private add(style: CellStyle, isQuoted: boolean): number {
    const font = this.fonts.place(fontOf(style));
    const fill = style.fill
      ? this.fills.place(
          `<fill><patternFill patternType="solid"><fgColor rgb="FF${style.fill}"/><bgColor indexed="64"/></patternFill></fill>`,
        )
      : 0;
    const format = style.numberFormat ? FIRST_OWN_FORMAT + this.formats.place(style.numberFormat) : 0;
    const align = style.align ? ` horizontal="${style.align}"` : '';
    return this.cells.place(
      `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="0" xfId="0"` +
        `${format ? ' applyNumberFormat="1"' : ''}${font ? ' applyFont="1"' : ''}${fill ? ' applyFill="1"' : ''}` +
        `${isQuoted ? ' quotePrefix="1"' : ''} applyAlignment="1">` +
        `<alignment${align} vertical="top"${style.wrap ? ' wrapText="1"' : ''}/></xf>`,
    );
  }

  toXml(): string {
    const formats = this.formats.entries
      .map((code, place) => `<numFmt numFmtId="${FIRST_OWN_FORMAT + place}" formatCode="${escapeXml(code)}"/>`)
      .join('');
    return (
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
      '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
      (formats ? `<numFmts count="${this.formats.entries.length}">${formats}</numFmts>` : '') +
      `<fonts count="${this.fonts.entries.length}">${this.fonts.entries.join('')}</fonts>` +
      `<fills count="${this.fills.entries.length}">${this.fills.entries.join('')}</fills>` +
      '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
      `<cellXfs count="${this.cells.entries.length}">${this.cells.entries.join('')}</cellXfs>` +
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>' +
      '</styleSheet>'
    );
  }
}

function fontOf(style: CellStyle): string {
  return (
    `<font>${style.bold ? '<b/>' : ''}${style.italic ? '<i/>' : ''}<sz val="${style.size ?? FONT_SIZE}"/>` +
    `<color rgb="FF${style.color ?? '1F2933'}"/><name val="Calibri"/><family val="2"/></font>`
  );
}
