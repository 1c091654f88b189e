/** The report of an import as csv: a line per file, and per answer that a further wave has otherwise. */
import { planWave } from '#shared/domain/source/questionnaire-wave.ts';
import { defaultDelimitedOptions, DelimitedWriter } from '#shared/formats/delimited/write-delimited.ts';
import {
  contentOf,
  type Batch,
  type FileState,
  type ReadyFile,
} from '#renderer/features/sources/import/import-batch.ts';
import { sayState, sayWarning } from '#renderer/features/sources/import/import-words.ts';
import type { Formats } from '#renderer/ui/formats.ts';
import type { Words } from '#renderer/ui/words.ts';

/** UTF-8 with byte order mark, for Excel. */
export function writeImportReport(batch: Batch, words: Words, formats: Formats): Uint8Array<ArrayBuffer> {
  const writer = new DelimitedWriter(defaultDelimitedOptions);
  writer.row(['file', 'outcome', 'detail'].map((column) => words(`import.report.columns.${column}`)));
  for (const { file, state } of batch) {
    const outcome = words(`import.report.outcome.${state.kind}`);
    for (const detail of detailsOf(state, words, formats)) writer.row([file.name, outcome, detail]);
  }
  return writer.finish();
}

function detailsOf(state: FileState, words: Words, formats: Formats): readonly string[] {
  if (state.kind !== 'imported') return [sayState(state, words, formats)];
  const { as } = state;
  if (!as) return [sayState(state, words, formats)];
  return [
    words(`common.method.${as.decision.method}`),
    ...as.imported.warnings.map((warning) => sayWarning(warning, words)),
    ...changedAnswers(as, words),
  ];
}

function changedAnswers(ready: ReadyFile, words: Words): readonly string[] {
  if (!ready.known || !ready.isIntoKnown) return [];
  const wave = planWave(ready.known.content, contentOf(ready));
  return [
    words('import.wave.added', { count: wave?.added.length ?? 0 }),
    ...(wave?.changed ?? []).map(({ respondent, label, before, after }) =>
      words('import.report.changed', { respondent, label, before, after }),
    ),
  ];
}
