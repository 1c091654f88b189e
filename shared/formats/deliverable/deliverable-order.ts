/** An order for a deliverable: what it is, for whom, of what, in which language. Plain data that a worker can be sent. */
import type { CodingId } from '#shared/domain/coding/coding.ts';
import type { Language } from '#shared/domain/evaluation/language.ts';
import type { ExportedFile, ExportFailure } from '#shared/formats/deliverable/exported-file.ts';
import type { EvaluationMaterial } from '#shared/formats/deliverable/material.ts';
import type { MatrixTable } from '#shared/formats/deliverable/matrix-table.ts';
import type { ExportProfile, LeftOut, Withheld } from '#shared/formats/deliverable/profile/export-profile.ts';
import type { TableId } from '#shared/formats/deliverable/tables/data-table.ts';
import type { WordEntries } from '#shared/formats/deliverable/words.ts';
import type { DelimitedOptions } from '#shared/formats/delimited/write-delimited.ts';
import type { RefiFlavour } from '#shared/formats/refi/count-positions.ts';
import type { FilterInWords } from '#shared/formats/spreadsheet/about-sheet.ts';
import type { Result } from '#shared/basics/result.ts';

/** One deliverable with what is special to it. */
export type DeliverableTask =
  | { readonly kind: 'workbook-xlsx' }
  | { readonly kind: 'tables-csv'; readonly delimiter: DelimitedOptions['delimiter'] }
  | { readonly kind: 'table-csv'; readonly table: TableId; readonly delimiter: DelimitedOptions['delimiter'] }
  | {
      readonly kind: 'excerpts-xlsx';
      /** All when left out. */
      readonly codings?: readonly CodingId[];
      readonly filters: readonly FilterInWords[];
    }
  | {
      readonly kind: 'excerpts-csv';
      readonly codings?: readonly CodingId[];
      readonly delimiter: DelimitedOptions['delimiter'];
    }
  | {
      readonly kind: 'matrix-xlsx';
      readonly matrix: MatrixTable;
      readonly rows: string;
      readonly columns: string;
      readonly filters: readonly FilterInWords[];
    }
  | { readonly kind: 'findings-docx' }
  | { readonly kind: 'package-html' }
  | { readonly kind: 'brief-docx' }
  /** What the window prints. */
  | { readonly kind: 'brief-pdf' }
  | { readonly kind: 'exchange-qdpx'; readonly flavour: RefiFlavour }
  | { readonly kind: 'codebook-qdc' | 'codebook-csv' | 'codebook-xlsx' | 'codebook-docx' }
  | { readonly kind: 'everything-json' };

export type DeliverableKind = DeliverableTask['kind'];

/** Matrices by method that several deliverables take numbers and judgements from. */
export type DeliverableFigures = {
  readonly criteria: MatrixTable;
  readonly findings: MatrixTable;
};

export type DeliverableOrder = {
  readonly task: DeliverableTask;
  readonly profile: ExportProfile;
  readonly material: EvaluationMaterial;
  readonly figures: DeliverableFigures;
  /** Names in life that the team knows and the records do not hold. */
  readonly names: readonly string[];
  readonly language: Language;
  /** The wording of export.json in that language. */
  readonly entries: WordEntries;
  /** ISO time. */
  readonly exportedAt: string;
};

/** What stays out, for the eyes of the team, before and after writing. */
export type StaysOut = { readonly leftOut: readonly LeftOut[]; readonly withheld: readonly Withheld[] };

export type DeliverableResult = Result<ExportedFile & StaysOut, ExportFailure>;
