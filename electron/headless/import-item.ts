/** What `import` says of each input. */
import { describeImportWarning } from '#electron/headless/import-words.ts';
import type { NewSource } from '#shared/domain/source/source-edits.ts';
import type { ColumnRole } from '#shared/domain/source/source-content.ts';
import type { SourceMethod } from '#shared/domain/source/source.ts';
import type { ImportedSource } from '#shared/formats/imported-source.ts';
import type { ColumnPlan } from '#shared/formats/questionnaire/column-plan.ts';

export type ImportItem = {
  readonly input: string;
  readonly outcome: 'imported' | 'duplicate' | 'failed';
  readonly reason: string | null;
  readonly reasonCode: string | null;
  readonly sourceId: string | null;
  readonly name: string | null;
  readonly method: SourceMethod | null;
  readonly format: string | null;
  readonly encoding: string | null;
  readonly language: string | null;
  readonly characters: number | null;
  readonly segments: number | null;
  readonly speakers: readonly { readonly name: string; readonly turns: number }[];
  readonly questionnaire: {
    readonly respondents: number;
    readonly columns: readonly {
      readonly name: string;
      readonly label: string;
      readonly role: ColumnRole;
      /** How many different answers stand in it. */
      readonly values: number;
    }[];
    readonly delimiter: string | null;
  } | null;
  readonly codings: number;
  readonly warnings: readonly { readonly code: string; readonly message: string }[];
  readonly plan?: ColumnPlan | null;
  /** Of a codebook: how many codes it holds. */
  readonly codes?: number;
  readonly fileHash?: string;
};

/** What is known of a source that was read. */
export function describeImported(
  imported: ImportedSource,
  planned: NewSource,
): Pick<
  ImportItem,
  | 'name'
  | 'method'
  | 'format'
  | 'encoding'
  | 'language'
  | 'characters'
  | 'segments'
  | 'speakers'
  | 'questionnaire'
  | 'warnings'
> {
  return {
    name: planned.name,
    method: planned.method,
    format: imported.format,
    encoding: imported.encoding,
    language: imported.languageGuess,
    characters: imported.content.text.length,
    segments: imported.content.segments.length,
    speakers: imported.speakers,
    questionnaire: describeTable(imported),
    warnings: imported.warnings.map((warning) => ({
      code: warning.code,
      message: describeImportWarning(warning),
      ...warning.values,
    })),
  };
}

/** The table of a questionnaire, as it was read. */
export function describeTable({ content, delimiter }: ImportedSource): ImportItem['questionnaire'] {
  const { table } = content;
  return (
    table && {
      respondents: table.respondents.length,
      columns: table.columns.map((column, place) => ({
        ...column,
        values: new Set(table.rows.map((row) => row[place] ?? '').filter((cell) => cell !== '')).size,
      })),
      delimiter,
    }
  );
}
