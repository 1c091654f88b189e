/** What window and import worker say to each other. */
import type { ForeignFile } from '#renderer/workers/read-foreign.ts';
import type { Language } from '#shared/domain/evaluation/language.ts';
import type { ReadResult } from '#shared/formats/imported-source.ts';
import type { ColumnFacts } from '#shared/formats/questionnaire/column-profile.ts';
import type { ReadFileOptions } from '#shared/formats/read-file.ts';

export type ReadChoices = Pick<ReadFileOptions, 'encoding' | 'delimiter' | 'speakers' | 'footnotes' | 'plan'> & {
  /** Somebody said that it is a source, whatever it looks like. */
  readonly isSource?: boolean;
  /** Of the evaluation: a codebook may have definitions in several. */
  readonly language?: Language;
};

/** What reading one file gave. */
export type ReadAnswer = {
  readonly result: ReadResult;
  /** SHA-256 of the bytes in hex, by which a file imported twice is recognised. */
  readonly fileHash: string;
  /** One per column of a questionnaire; empty for everything else. */
  readonly facts: readonly ColumnFacts[];
  /** Set where the file is no single source; `result` says nothing then. */
  readonly foreign?: ForeignFile;
};

export type ToImportWorker =
  | {
      readonly kind: 'read';
      readonly id: number;
      readonly name: string;
      readonly bytes: Uint8Array;
      readonly choices: ReadChoices;
    }
  | { readonly kind: 'cancel'; readonly id: number };

export type FromImportWorker =
  | { readonly kind: 'progress'; readonly id: number; readonly done: number; readonly total: number }
  | { readonly kind: 'answer'; readonly id: number; readonly answer: ReadAnswer };
