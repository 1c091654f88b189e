/** What happened to a file, in words: failures with what to do, warnings, the state in a list. */
import type { ImportFailure, ImportWarning } from '#shared/formats/imported-source.ts';
import type { FileState, ReadyFile } from '#renderer/features/sources/import/import-batch.ts';
import type { Formats } from '#renderer/ui/formats.ts';
import type { Words } from '#renderer/ui/words.ts';

/** Why a file was not imported, and what to do about it. */
export function explainImportFailure({ code, values }: ImportFailure, words: Words): string {
  if (code === 'unsupported-format' && values['found'] === 'unknown') return words('import.failure.unknown-format');
  const shown = {
    ...values,
    count: Number(values['pages'] ?? 1),
    format: String(values['format'] ?? '').toUpperCase(),
  };
  return words(`import.failure.${code}`, shown);
}

/** A remark on a file that is imported all the same. */
export function sayWarning({ code, values }: ImportWarning, words: Words): string {
  return words(`import.warning.${code}`, values);
}

/** The state of a file in a few words. */
export function sayState(state: FileState, words: Words, formats: Formats): string {
  switch (state.kind) {
    case 'waiting':
      return words('import.state.waiting');
    case 'reading':
      return words('import.state.reading', { share: formats.percent(state.share) });
    case 'ready':
      return state.isWanted ? sayReady(state, words) : words('import.state.leftOut');
    case 'foreign':
      return state.isWanted ? words(`import.state.${state.foreign.kind}`) : words('import.state.leftOut');
    case 'duplicate':
      return words('import.state.duplicate', { name: state.of });
    case 'failed':
      return explainImportFailure(state.failure, words);
    case 'imported':
      return words('import.state.imported');
  }
}

/** The method, and how many remarks the preview has: nobody opens each file of a large batch to look for them. */
function sayReady({ decision, imported }: ReadyFile, words: Words): string {
  const method = words(`common.method.${decision.method}`);
  const count = imported.warnings.length;
  return count === 0 ? method : `${method} · ${words('import.remarks', { count })}`;
}
