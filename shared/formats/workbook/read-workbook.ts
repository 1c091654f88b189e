/** Excel files (xlsx): all sheets, cell by cell, under limits of size and number; the first problem is the answer. */
import { fail, succeed } from '#shared/basics/result.ts';
import type { Result } from '#shared/basics/result.ts';
import type { ImportFailure } from '#shared/formats/imported-source.ts';
import { cancelled } from '#shared/formats/read-options.ts';
import type { ReadOptions } from '#shared/formats/read-options.ts';
import type { SheetRows } from '#shared/formats/workbook/sheet-rows.ts';
import { longestSheet, SheetVisitor } from '#shared/formats/workbook/sheet-visitor.ts';
import type { CellContext } from '#shared/formats/workbook/sheet-visitor.ts';
import {
  RelationsVisitor,
  SharedTextsVisitor,
  StylesVisitor,
  WorkbookVisitor,
} from '#shared/formats/workbook/workbook-parts.ts';
import { walkPart } from '#shared/formats/workbook/xml-pieces.ts';
import type { PieceOutcome } from '#shared/formats/workbook/xml-pieces.ts';
import type { ScanVisitor } from '#shared/formats/workbook/xml-scanner.ts';
import type { ZipArchive } from '#shared/formats/zip/read-zip.ts';

const LIMIT_MEGABYTES = 400;
const LIMIT = LIMIT_MEGABYTES * 1_000_000;
const cellLimit = 6_000_000;
const sheetLimit = 60;

type Options = Pick<ReadOptions, 'signal' | 'onProgress'>;

/** Reads all sheets of an opened xlsx, hidden ones as well. */
export async function readWorkbook(
  archive: ZipArchive,
  options: Options,
): Promise<Result<readonly SheetRows[], ImportFailure>> {
  const book = new WorkbookVisitor();
  const relations = new RelationsVisitor();
  const styles = new StylesVisitor();
  const texts = new SharedTextsVisitor();
  const parts: readonly (readonly [string, ScanVisitor, number, boolean])[] = [
    ['xl/workbook.xml', book, 5_000_000, true],
    ['xl/_rels/workbook.xml.rels', relations, 5_000_000, true],
    ['xl/styles.xml', styles, 50_000_000, false],
    ['xl/sharedStrings.xml', texts, LIMIT / 2, false],
  ];
  for (const [name, visitor, limit, isNeeded] of parts) {
    const outcome = await walkPart(archive, nameIn(archive, name), limit, visitor, options);
    if (outcome !== 'done' && (isNeeded || outcome !== 'missing')) return failureOf(outcome);
  }
  const context: CellContext = { texts: texts.texts, kinds: styles.kinds, startsIn1904: book.startsIn1904 };
  const sheets: SheetRows[] = [];
  let left = cellLimit;
  for (const [index, { name, isHidden, relation }] of book.sheets.slice(0, sheetLimit).entries()) {
    const target = relations.targets.get(relation);
    // Sheets that hold a chart have no cells.
    if (target === undefined || !/worksheets?\//i.test(target)) continue;
    const visitor = new SheetVisitor(context, left);
    const outcome = await walkPart(archive, nameIn(archive, target), LIMIT, visitor, options);
    if (outcome !== 'done') return failureOf(outcome);
    sheets.push({ name, isHidden, ...visitor.sheet });
    left -= visitor.rows.reduce((sum, row) => sum + row.length, 0);
    options.onProgress?.({ done: index + 1, total: book.sheets.length });
    if (left <= 0) return failureOf('too-much');
  }
  return succeed(sheets);
}

/** Names are compared without regard to capitals, as Excel does. */
function nameIn(archive: ZipArchive, name: string): string {
  if (archive.names.includes(name)) return name;
  const wanted = name.toLowerCase();
  return archive.names.find((other) => other.replaceAll('\\', '/').toLowerCase() === wanted) ?? name;
}

function failureOf(outcome: Exclude<PieceOutcome, 'done'>): ReturnType<typeof fail<ImportFailure>> {
  if (outcome === 'cancelled') return cancelled();
  if (outcome === 'too-large' || outcome === 'too-much') {
    return fail({ code: 'too-large', values: { limitMegabytes: LIMIT_MEGABYTES, limitRows: longestSheet } });
  }
  return fail({ code: outcome === 'encrypted' ? 'encrypted' : 'damaged', values: { format: 'xlsx' } });
}
