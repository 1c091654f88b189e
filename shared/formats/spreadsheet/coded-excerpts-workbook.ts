/** Coded excerpts as xlsx: one row per coding, and a sheet that says what the file is. */
import type { Coding } from '#shared/domain/coding/coding.ts';
import type { Language } from '#shared/domain/evaluation/language.ts';
import { excerptTable, type ExcerptTable } from '#shared/formats/deliverable/excerpt-table.ts';
import type { ExportControl, ExportRemark, ExportResult } from '#shared/formats/deliverable/exported-file.ts';
import { leftOutRemarks } from '#shared/formats/deliverable/left-out.ts';
import { indexMaterial, type EvaluationMaterial, type MaterialIndex } from '#shared/formats/deliverable/material.ts';
import type { Words } from '#shared/formats/deliverable/words.ts';
import { aboutSheet, longTextWords, type FilterInWords } from '#shared/formats/spreadsheet/about-sheet.ts';
import { excerptSheet } from '#shared/formats/spreadsheet/excerpt-sheet.ts';
import { leftOutSheets } from '#shared/formats/spreadsheet/left-out-sheet.ts';
import type { SpreadsheetLimits } from '#shared/formats/spreadsheet/workbook.ts';
import { writeWorkbook } from '#shared/formats/spreadsheet/write-workbook.ts';

/** What every writer of tables of excerpts is told. */
export type ExcerptExportRequest = {
  readonly words: Words;
  /** Of the wording. */
  readonly language: Language;
  /** ISO time that the file carries. */
  readonly exportedAt: string;
  /** Only these, in reading order; all when left out. */
  readonly codings?: readonly Coding[];
  /** What the user filtered by, in words; the filtering itself is done by the caller. */
  readonly filters?: readonly FilterInWords[];
};

/** Writes the workbook. */
export async function writeCodedExcerptsWorkbook(
  material: EvaluationMaterial,
  request: ExcerptExportRequest,
  control: ExportControl = {},
  limits?: SpreadsheetLimits,
): Promise<ExportResult> {
  const { words } = request;
  const index = indexMaterial(material);
  const table = excerptTable(index, request.codings ?? material.records.coding, words);
  const remarks = tableRemarks(table);
  const about = aboutSheet(
    index,
    {
      purpose: words('about.coded-excerpts'),
      exportedAt: request.exportedAt,
      filters: request.filters ?? [],
      counts: excerptCounts(index, table.codings, words),
      notes: [words('note.offsets'), words('note.times'), words('note.texts-are-texts'), words('note.long-texts')],
      columns: table.columns,
      remarks,
    },
    words,
  );
  const entries = table.codings.map((coding) => ({ before: [], coding }));
  const result = await writeWorkbook(
    {
      title: `${index.evaluation.title}: ${words('sheet.coded-excerpts')}`,
      language: request.language,
      createdAt: request.exportedAt,
      sheets: [
        excerptSheet(words('sheet.coded-excerpts'), table, { count: entries.length, entries }),
        ...leftOutSheets(table.leftOut, words),
        about,
      ],
      longTexts: longTextWords(words),
    },
    control,
    limits,
  );
  return result.ok ? { ...result, value: { ...result.value, remarks: [...remarks, ...result.value.remarks] } } : result;
}

/** Says what was left out, and when quotes are empty because their text is not at hand. */
export function tableRemarks(table: ExcerptTable): readonly ExportRemark[] {
  const missing: ExportRemark = { code: 'texts-missing', values: { count: table.missingTexts } };
  return [...leftOutRemarks(table.leftOut), ...(table.missingTexts > 0 ? [missing] : [])];
}

/** How much is in the table. */
function excerptCounts(
  index: MaterialIndex,
  codings: readonly Coding[],
  words: Words,
): readonly { readonly name: string; readonly count: number }[] {
  const distinct = (read: (coding: Coding) => string): number => new Set(codings.map(read)).size;
  return [
    { name: words('count.excerpts'), count: codings.length },
    { name: words('count.sources-with-excerpts'), count: distinct((coding) => coding.source) },
    { name: words('count.sources'), count: index.sources.size },
    { name: words('count.codes-used'), count: distinct((coding) => coding.code) },
    { name: words('count.coders'), count: distinct((coding) => coding.coder) },
  ];
}
