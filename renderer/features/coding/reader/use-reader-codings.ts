/** The codings of a source as the reader paints them: those that count in the text that is shown. */
import { useMemo } from 'react';
import type { Codebook } from '#shared/domain/codebook/codebook.ts';
import type { Source } from '#shared/domain/source/source.ts';
import { useCodebook, useCodingsOfSource } from '#renderer/data/hooks.ts';
import type { ReaderCoding } from '#renderer/features/coding/reader/reader-coding.ts';

/** Codings of a source, in text order. */
export function useReaderCodings(source: Source): readonly ReaderCoding[] {
  const codings = useCodingsOfSource(source.id);
  const codebook = useCodebook();
  return useMemo(
    () =>
      codings
        .filter((coding) => coding.revision === source.revision && coding.end <= source.characters)
        .map(({ id, start, end, code, direction, memo }) => ({
          id,
          start,
          end,
          code,
          direction,
          name: nameOf(codebook, code),
          hasMemo: memo !== '',
        })),
    [codings, codebook, source.revision, source.characters],
  );
}

function nameOf(codebook: Codebook, code: ReaderCoding['code']): string {
  return codebook.byId.get(code)?.name ?? '';
}
