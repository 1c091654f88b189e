/** Files that are no single source: projects of other programs, and codebooks. */
import type { ReadChoices } from '#renderer/workers/import-messages.ts';
import { succeed, type Result } from '#shared/basics/result.ts';
import type { ImportedCodebook } from '#shared/formats/codebook/imported-codebook.ts';
import { readCodebook } from '#shared/formats/codebook/read-codebook.ts';
import type { ImportFailure } from '#shared/formats/imported-source.ts';
import type { FileInput, ReadOptions } from '#shared/formats/read-options.ts';
import { isRefiProject } from '#shared/formats/refi/archive.ts';
import type { RefiProject } from '#shared/formats/refi/refi-text.ts';

export type ForeignFile =
  | { readonly kind: 'project'; readonly project: RefiProject }
  | { readonly kind: 'codebook'; readonly codebook: ImportedCodebook };

/** Null when the file is a source, or when somebody said so. */
export async function readForeign(
  file: FileInput,
  choices: ReadChoices,
  options: Pick<ReadOptions, 'signal' | 'onProgress'>,
): Promise<Result<ForeignFile, ImportFailure> | null> {
  if (isRefiProject(file)) {
    // The library for it is only needed here.
    const { readQdpx } = await import('#shared/formats/refi/read-qdpx.ts');
    const read = await readQdpx(file, options);
    return read.ok ? succeed({ kind: 'project', project: read.value }) : read;
  }
  if (choices.isSource === true && !/\.qdc$/i.test(file.name)) return null;
  const read = await readCodebook(file, choices.language);
  if (read === null) return null;
  if (!read.ok) return /\.qdc$/i.test(file.name) ? read : null;
  // A list of lines may be anything: a text stays a text.
  return read.value.format === 'txt' ? null : succeed({ kind: 'codebook', codebook: read.value });
}
