/** The codings of a source as the reader paints them: those that count in the text that is shown. */
import { useMemo } from 'react';
import type { Source } from '#shared/domain/source/source.ts';
import { useCodebook, useCodingsOfSource, useRecords } from '#renderer/data/hooks.ts';
import type { ReaderCoding } from '#renderer/features/coding/reader/reader-coding.ts';

/** Codings of a source, in text order. */
export function useReaderCodings(source: Source): readonly ReaderCoding[] {
  const codings = useCodingsOfSource(source.id);
  const codebook = useCodebook();
  const people = useRecords('person');
  const { revision, characters } = source;
  return useMemo(() => {
    const isAlone = codings.every((coding) => coding.coder === codings[0]?.coder);
    const initials = new Map(people.map((person) => [person.id, person.initials]));
    return codings
      .filter((coding) => coding.revision === revision && coding.end <= characters)
      .map(({ id, start, end, code, direction, memo, starred, coder }) => ({
        id,
        start,
        end,
        code,
        direction,
        name: codebook.byId.get(code)?.name ?? '',
        hasMemo: memo !== '',
        isStarred: starred === true,
        coderInitials: isAlone ? '' : (initials.get(coder) ?? ''),
      }));
  }, [codings, codebook, people, revision, characters]);
}
