/** The texts of a workbook, each stored once. */
import { escapeCellText, needsSpaceKept } from '#shared/formats/spreadsheet/cell-text.ts';

export class SharedStrings {
  private readonly places = new Map<string, number>();
  private uses = 0;

  /** The number under which cells name this text. */
  place(text: string): number {
    this.uses += 1;
    const known = this.places.get(text);
    if (known !== undefined) return known;
    const place = this.places.size;
    this.places.set(text, place);
    return place;
  }

  /** The part of the file, piece by piece. */
  *toXml(): Generator<string> {
    yield (
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
      '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"' +
      ` count="${this.uses}" uniqueCount="${this.places.size}">`
    );
    for (const text of this.places.keys()) {
      yield `<si><t${needsSpaceKept(text) ? ' xml:space="preserve"' : ''}>${escapeCellText(text)}</t></si>`;
    }
    yield '</sst>';
  }
}
