/** The tables of an evaluation as csv: one of them, or all as a set in one zip. */
import { zipSync } from 'fflate';
import { succeed } from '#shared/basics/result.ts';
import type { DeliverableFigures } from '#shared/formats/deliverable/deliverable-order.ts';
import {
  exportCancelled,
  type ExportControl,
  type ExportRemark,
  type ExportResult,
} from '#shared/formats/deliverable/exported-file.ts';
import { indexMaterial, type EvaluationMaterial, type MaterialIndex } from '#shared/formats/deliverable/material.ts';
import { plainNumber } from '#shared/formats/deliverable/plain-number.ts';
import { tableIds, type DataTable, type TableId } from '#shared/formats/deliverable/tables/data-table.ts';
import { buildTable } from '#shared/formats/deliverable/tables/every-table.ts';
import type { Words } from '#shared/formats/deliverable/words.ts';
import { writeCodedExcerptsCsv } from '#shared/formats/delimited/coded-excerpts-csv.ts';
import {
  defaultDelimitedOptions,
  DelimitedWriter,
  type DelimitedOptions,
} from '#shared/formats/delimited/write-delimited.ts';
import { breathe } from '#shared/formats/read-options.ts';

export type TablesCsvRequest = {
  readonly words: Words;
  readonly exportedAt: string;
  readonly figures: DeliverableFigures;
};

const ROWS_PER_BREATH = 2_000;

/** Writes all tables and the coded excerpts as a zip; empty tables have their header row only. */
export async function writeTablesCsv(
  material: EvaluationMaterial,
  request: TablesCsvRequest,
  options: Partial<DelimitedOptions> = {},
  control: ExportControl = {},
): Promise<ExportResult> {
  const index = indexMaterial(material);
  const excerpts = await writeCodedExcerptsCsv(material, request, options, control);
  if (!excerpts.ok) return excerpts;
  // The time of the export, and not of the machine's zone: two exports of the same are the same.
  const mtime = new Date(request.exportedAt);
  const files: Record<string, [Uint8Array, { mtime: Date }]> = {
    'coded-excerpts.csv': [excerpts.value.bytes, { mtime }],
  };
  const remarks: ExportRemark[] = [...excerpts.value.remarks];
  for (const id of tableIds) {
    const written = await writeTable(index, id, request, options, control);
    if (!written) return exportCancelled();
    files[`${id}.csv`] = [written.bytes, { mtime }];
    remarks.push(...written.remarks);
  }
  return succeed({ bytes: new Uint8Array(zipSync(files)), remarks });
}

/** Writes one table. */
export async function writeTableCsv(
  material: EvaluationMaterial,
  request: TablesCsvRequest & { readonly table: TableId },
  options: Partial<DelimitedOptions> = {},
  control: ExportControl = {},
): Promise<ExportResult> {
  const written = await writeTable(indexMaterial(material), request.table, request, options, control);
  return written ? succeed(written) : exportCancelled();
}

async function writeTable(
  index: MaterialIndex,
  id: TableId,
  { figures, words }: TablesCsvRequest,
  options: Partial<DelimitedOptions>,
  control: ExportControl,
): Promise<{ readonly bytes: Uint8Array<ArrayBuffer>; readonly remarks: readonly ExportRemark[] } | null> {
  const table: DataTable = buildTable(id, index, figures, words);
  const writer = new DelimitedWriter({ ...defaultDelimitedOptions, ...options });
  writer.row(table.columns.map(({ header }) => header));
  for (const [place, row] of table.rows.entries()) {
    writer.row(
      row.map((cell, column) =>
        typeof cell === 'string' && table.columns[column]?.type === 'number' ? (plainNumber(cell) ?? cell) : cell,
      ),
    );
    if ((place + 1) % ROWS_PER_BREATH !== 0) continue;
    await breathe();
    if (control.signal?.aborted) return null;
  }
  const bytes = writer.finish();
  const { replaced } = writer;
  return { bytes, remarks: replaced > 0 ? [{ code: 'replaced-characters', values: { count: replaced } }] : [] };
}
