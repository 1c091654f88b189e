/** What window and export worker say to each other: everything a deliverable is made from, as plain data. */
import type { CodingId } from '#shared/domain/coding/coding.ts';
import type { Language } from '#shared/domain/evaluation/language.ts';
import type { DelimitedOptions } from '#shared/formats/delimited/write-delimited.ts';
import type { ExportResult } from '#shared/formats/deliverable/exported-file.ts';
import type { EvaluationMaterial } from '#shared/formats/deliverable/material.ts';
import type { MatrixTable, RowJudgement } from '#shared/formats/deliverable/matrix-table.ts';
import type { WordEntries } from '#shared/formats/deliverable/words.ts';
import type { FilterInWords } from '#shared/formats/spreadsheet/about-sheet.ts';

/** One deliverable with what is special to it. */
export type ExportTask =
  | {
      readonly kind: 'excerpts-xlsx';
      readonly codings: readonly CodingId[];
      readonly filters: readonly FilterInWords[];
    }
  | {
      readonly kind: 'excerpts-csv';
      readonly codings: readonly CodingId[];
      readonly delimiter: DelimitedOptions['delimiter'];
    }
  | {
      readonly kind: 'matrix-xlsx';
      readonly matrix: MatrixTable;
      readonly rows: string;
      readonly columns: string;
      readonly filters: readonly FilterInWords[];
    }
  | { readonly kind: 'findings-docx'; readonly judgements: readonly RowJudgement[] }
  | { readonly kind: 'everything-json' };

export type ToExportWorker = {
  readonly task: ExportTask;
  readonly material: EvaluationMaterial;
  readonly language: Language;
  /** The wording of export.json in that language. */
  readonly entries: WordEntries;
  /** ISO time. */
  readonly exportedAt: string;
};

export type FromExportWorker =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'result'; readonly result: ExportResult };
