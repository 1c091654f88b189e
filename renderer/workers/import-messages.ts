/** What window and import worker say to each other. */
import type { ReadResult } from '#shared/formats/imported-source.ts';
import type { ColumnFacts } from '#shared/formats/questionnaire/column-profile.ts';
import type { ReadFileOptions } from '#shared/formats/read-file.ts';

export type ReadChoices = Pick<ReadFileOptions, 'encoding' | 'delimiter' | 'speakers'>;

/** What reading one file gave. */
export type ReadAnswer = {
  readonly result: ReadResult;
  /** SHA-256 of the bytes in hex, by which a file imported twice is recognised. */
  readonly fileHash: string;
  /** One per column of a questionnaire; empty for everything else. */
  readonly facts: readonly ColumnFacts[];
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
