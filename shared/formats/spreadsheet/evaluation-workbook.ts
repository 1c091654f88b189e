/** The whole evaluation as one workbook: coded excerpts, matrices, chain, annexes, codebook; one sheet per table. */
import type { Language } from '#shared/domain/evaluation/language.ts';
import type { DeliverableFigures } from '#shared/formats/deliverable/deliverable-order.ts';
import { excerptTable } from '#shared/formats/deliverable/excerpt-table.ts';
import type { ExportControl, ExportResult } from '#shared/formats/deliverable/exported-file.ts';
import { indexMaterial, type EvaluationMaterial } from '#shared/formats/deliverable/material.ts';
import { tableIds, type DataTable } from '#shared/formats/deliverable/tables/data-table.ts';
import { buildTable } from '#shared/formats/deliverable/tables/every-table.ts';
import type { Words } from '#shared/formats/deliverable/words.ts';
import { aboutSheet, longTextWords } from '#shared/formats/spreadsheet/about-sheet.ts';
import { tableRemarks } from '#shared/formats/spreadsheet/coded-excerpts-workbook.ts';
import { excerptSheet } from '#shared/formats/spreadsheet/excerpt-sheet.ts';
import { leftOutSheets } from '#shared/formats/spreadsheet/left-out-sheet.ts';
import { wrapStyle } from '#shared/formats/spreadsheet/look.ts';
import type { Sheet } from '#shared/formats/spreadsheet/workbook.ts';
import { writeWorkbook } from '#shared/formats/spreadsheet/write-workbook.ts';

export type EvaluationWorkbookRequest = {
  readonly words: Words;
  readonly language: Language;
  readonly exportedAt: string;
  readonly figures: DeliverableFigures;
};

/** Writes the workbook; sheets without a row are left out, and the last sheet says so. */
export async function writeEvaluationWorkbook(
  material: EvaluationMaterial,
  request: EvaluationWorkbookRequest,
  control: ExportControl = {},
): Promise<ExportResult> {
  const { words, figures } = request;
  const index = indexMaterial(material);
  const excerpts = excerptTable(index, material.records.coding, words);
  const tables = tableIds.map((id) => buildTable(id, index, figures, words));
  const shown = tables.filter(({ rows }) => rows.length > 0);
  const remarks = tableRemarks(excerpts);
  const empty = tables.filter(({ rows }) => rows.length === 0).map(({ id }) => words(`table.${id}`));
  const about = aboutSheet(
    index,
    {
      purpose: words('about.workbook'),
      exportedAt: request.exportedAt,
      filters: [],
      counts: [
        { name: words('sheet.coded-excerpts'), count: excerpts.codings.length },
        ...shown.map(({ id, rows }) => ({ name: words(`table.${id}`), count: rows.length })),
      ],
      notes: [
        ...(material.profile ? [words(`profile-note.${material.profile}`)] : []),
        ...(empty.length > 0 ? [words('note.empty-sheets', { sheets: empty.join(', ') })] : []),
        words('note.independent-sources'),
        words('note.directions'),
        words('note.convergence'),
        words('note.offsets'),
        words('note.times'),
        words('note.texts-are-texts'),
        words('note.long-texts'),
      ],
      columns: [
        ...shown.map(({ id }) => ({ header: words(`table.${id}`), meaning: words(`table-about.${id}`) })),
        ...excerpts.columns,
      ],
      remarks,
    },
    words,
  );
  const entries = excerpts.codings.map((coding) => ({ before: [], coding }));
  const result = await writeWorkbook(
    {
      title: index.evaluation.title,
      language: request.language,
      createdAt: request.exportedAt,
      sheets: [
        excerptSheet(words('sheet.coded-excerpts'), excerpts, { count: entries.length, entries }),
        ...shown.map((table) => tableSheet(table, words)),
        ...leftOutSheets(excerpts.leftOut, words),
        about,
      ],
      longTexts: longTextWords(words),
    },
    control,
  );
  return result.ok ? { ...result, value: { ...result.value, remarks: [...remarks, ...result.value.remarks] } } : result;
}

/** A table as a sheet with filter and frozen head. */
function tableSheet(table: DataTable, words: Words): Sheet {
  return {
    name: words(`table.${table.id}`),
    hasHeaderRow: true,
    isLandscape: true,
    frozenColumns: table.frozenColumns,
    columns: table.columns.map(({ header, width, type }) => ({
      header,
      width,
      type,
      ...(type === 'text' ? { style: wrapStyle } : {}),
    })),
    rows: table.rows,
    rowCount: table.rows.length,
  };
}
