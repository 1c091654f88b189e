/** Coded excerpts as csv: the same columns as the workbook, for programs that read plain tables. */
import { succeed } from '#shared/basics/result.ts';
import { excerptTable, type TableColumn } from '#shared/formats/deliverable/excerpt-table.ts';
import {
  exportCancelled,
  type ExportControl,
  type ExportRemark,
  type ExportResult,
} from '#shared/formats/deliverable/exported-file.ts';
import type { Excerpt } from '#shared/formats/deliverable/excerpts.ts';
import { indexMaterial, type EvaluationMaterial } from '#shared/formats/deliverable/material.ts';
import { plainNumber } from '#shared/formats/deliverable/plain-number.ts';
import {
  defaultDelimitedOptions,
  DelimitedWriter,
  type DelimitedCell,
  type DelimitedOptions,
} from '#shared/formats/delimited/write-delimited.ts';
import { breathe } from '#shared/formats/read-options.ts';
import { tableRemarks, type ExcerptExportRequest } from '#shared/formats/spreadsheet/coded-excerpts-workbook.ts';
import { excelLimits } from '#shared/formats/spreadsheet/workbook.ts';

const ROWS_PER_BREATH = 2_000;

/** Writes the table. Dates and times are ISO; csv has no place for the filters, so the caller's file name tells. */
export async function writeCodedExcerptsCsv(
  material: EvaluationMaterial,
  request: Omit<ExcerptExportRequest, 'exportedAt' | 'language' | 'filters'>,
  options: Partial<DelimitedOptions> = {},
  control: ExportControl = {},
): Promise<ExportResult> {
  const index = indexMaterial(material);
  const table = excerptTable(index, request.codings ?? material.records.coding, request.words);
  const writer = new DelimitedWriter({ ...defaultDelimitedOptions, ...options });
  const remarks: ExportRemark[] = [...tableRemarks(table)];
  let longCells = 0;
  let done = 0;
  writer.row(table.columns.map((column) => column.header));
  for (const coding of table.codings) {
    const excerpt = table.excerptOf(coding);
    const cells = table.columns.map((column) => readCell(column, excerpt));
    longCells += cells.filter((cell) => typeof cell === 'string' && cell.length > excelLimits.cellText).length;
    writer.row(cells);
    done += 1;
    if (done % ROWS_PER_BREATH !== 0) continue;
    control.onProgress?.({ done, total: table.codings.length });
    await breathe();
    if (control.signal?.aborted) return exportCancelled();
  }
  const bytes = writer.finish();
  if (longCells > 0) remarks.push({ code: 'long-cells', values: { count: longCells } });
  if (writer.replaced > 0) remarks.push({ code: 'replaced-characters', values: { count: writer.replaced } });
  control.onProgress?.({ done, total: done });
  return succeed({ bytes, remarks });
}

function readCell(column: TableColumn, excerpt: Excerpt): DelimitedCell {
  const value = column.read(excerpt);
  // A number is no text cell: `-5` keeps its sign without an apostrophe.
  return column.type === 'number' && typeof value === 'string' ? (plainNumber(value) ?? value) : value;
}
