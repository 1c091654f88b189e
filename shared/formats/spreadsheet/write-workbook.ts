/** Writes a workbook as xlsx. Too long sheets continue on further ones, too long texts stand whole on a sheet of their own. */
import { fail, succeed } from '#shared/basics/result.ts';
import {
  exportCancelled,
  type ExportControl,
  type ExportRemark,
  type ExportResult,
} from '#shared/formats/deliverable/exported-file.ts';
import { breathe } from '#shared/formats/read-options.ts';
import { splitText } from '#shared/formats/spreadsheet/cell-text.ts';
import {
  applicationProperties,
  contentTypes,
  coreProperties,
  packageRelations,
  sheetPath,
  workbookRelations,
  workbookXml,
  type WrittenSheet,
} from '#shared/formats/spreadsheet/package-parts.ts';
import { SharedStrings } from '#shared/formats/spreadsheet/shared-strings.ts';
import { SheetNames } from '#shared/formats/spreadsheet/sheet-names.ts';
import { SheetXml, type LongText } from '#shared/formats/spreadsheet/sheet-xml.ts';
import { StyleBook } from '#shared/formats/spreadsheet/style-book.ts';
import {
  excelLimits,
  type LongTextWords,
  type Row,
  type Sheet,
  type SpreadsheetLimits,
  type Workbook,
} from '#shared/formats/spreadsheet/workbook.ts';
import { ZipParts, type ZipPart } from '#shared/formats/spreadsheet/zip-parts.ts';

const ROWS_PER_BREATH = 2_000;

/** Writes the file; row iterators are walked once, so nothing but its compressed form is held. */
export async function writeWorkbook(
  workbook: Workbook,
  control: ExportControl = {},
  limits: SpreadsheetLimits = excelLimits,
): Promise<ExportResult> {
  const widest = Math.max(...workbook.sheets.map((sheet) => sheet.columns.length));
  if (widest > limits.columns) {
    return fail({ code: 'too-many-columns', values: { columns: widest, limit: limits.columns } });
  }
  const writing = new WorkbookWriting(workbook, limits, control);
  for (const sheet of workbook.sheets) if (!(await writing.sheet(sheet))) return exportCancelled();
  const remarks: ExportRemark[] = [];
  if (writing.longTexts.length > 0) {
    const { length } = writing.longTexts;
    if (!(await writing.sheet(longTextSheet(writing.longTexts, workbook.longTexts, limits)))) return exportCancelled();
    remarks.push({ code: 'long-texts', values: { count: length, sheet: workbook.longTexts.sheetName } });
  }
  return succeed({ bytes: writing.finish(), remarks });
}

class WorkbookWriting {
  readonly longTexts: LongText[] = [];
  private readonly zip = new ZipParts();
  private readonly strings = new SharedStrings();
  private readonly styles = new StyleBook();
  private readonly names = new SheetNames();
  private readonly written: WrittenSheet[] = [];
  private readonly contentTypes: ZipPart;
  private readonly limits: SpreadsheetLimits;
  private readonly control: ExportControl;
  private readonly total: number;
  private readonly longTextWords: LongTextWords;
  private done = 0;

  constructor(workbook: Workbook, limits: SpreadsheetLimits, control: ExportControl) {
    this.limits = limits;
    this.control = control;
    this.longTextWords = workbook.longTexts;
    this.total = workbook.sheets.reduce((sum, sheet) => sum + sheet.rowCount, 0);
    // Programs that guess a file's kind by its first bytes expect this part first.
    this.contentTypes = this.zip.begin('[Content_Types].xml');
    this.zip.add('_rels/.rels', packageRelations());
    this.zip.add('docProps/core.xml', coreProperties(workbook));
    this.zip.add('docProps/app.xml', applicationProperties());
  }

  /** Writes one sheet, on several where its rows are too many; false when told to stop. */
  async sheet(sheet: Sheet): Promise<boolean> {
    let open = this.open(sheet);
    for (const row of sheet.rows) {
      if (open.xml.rowsWritten >= this.limits.rows) {
        this.close(open);
        open = this.open(sheet);
      }
      open.part.write(open.xml.row(row));
      this.done += 1;
      if (this.done % ROWS_PER_BREATH === 0 && !(await this.pause())) return false;
    }
    this.close(open);
    return this.pause();
  }

  finish(): Uint8Array<ArrayBuffer> {
    this.zip.add('xl/workbook.xml', workbookXml(this.written));
    this.zip.add('xl/_rels/workbook.xml.rels', workbookRelations(this.written.length));
    this.zip.add('xl/styles.xml', this.styles.toXml());
    const strings = this.zip.begin('xl/sharedStrings.xml');
    for (const piece of this.strings.toXml()) strings.write(piece);
    strings.end();
    this.contentTypes.end(contentTypes(this.written.length));
    return this.zip.finish();
  }

  private open(sheet: Sheet): { readonly xml: SheetXml; readonly part: ZipPart; readonly place: number } {
    const place = this.written.length;
    const name = this.names.claim(sheet.name);
    const xml = new SheetXml(sheet, name, {
      strings: this.strings,
      styles: this.styles,
      cellText: this.limits.cellText,
      keepLongText: (long) => this.longTextWords.pointer(this.longTexts.push(long)),
    });
    const part = this.zip.begin(sheetPath(place));
    this.written.push({ name, filterRange: null });
    part.write(xml.start(place === 0));
    return { xml, part, place };
  }

  private close({ xml, part, place }: ReturnType<WorkbookWriting['open']>): void {
    part.end(xml.end());
    this.written[place] = { name: this.written[place]?.name ?? '', filterRange: xml.filterRange() };
  }

  private async pause(): Promise<boolean> {
    this.control.onProgress?.({ done: Math.min(this.done, this.total), total: this.total });
    await breathe();
    return !this.control.signal?.aborted;
  }
}

/** Each text in full, in as many parts as Excel needs: joined without anything between them they are the text. */
function longTextSheet(texts: readonly LongText[], words: LongTextWords, limits: SpreadsheetLimits): Sheet {
  const rows: Row[] = texts.flatMap((long, index) =>
    splitText(long.text, limits.cellText).map((part, place) => [
      index + 1,
      `${long.sheet}!${long.cell}`,
      place + 1,
      part,
    ]),
  );
  return {
    name: words.sheetName,
    hasHeaderRow: true,
    columns: [
      { header: words.headers.number, width: 8, type: 'number' },
      { header: words.headers.cell, width: 26 },
      { header: words.headers.part, width: 8, type: 'number' },
      { header: words.headers.text, width: 120, style: { wrap: true } },
    ],
    rows,
    rowCount: rows.length,
    isLandscape: true,
  };
}
