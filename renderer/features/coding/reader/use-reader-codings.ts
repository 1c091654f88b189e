/** The codings of a source as the reader paints them: those that count in the text and that the person wants to see. */
import { useMemo } from 'react';
import type { Codebook } from '#shared/domain/codebook/codebook.ts';
import type { Coding } from '#shared/domain/coding/coding.ts';
import type { Source } from '#shared/domain/source/source.ts';
import { useCodebook, useCodingsOfSource, useRecords } from '#renderer/data/hooks.ts';
import type { ReaderCoding } from '#renderer/features/coding/reader/reader-coding.ts';
import { useCodingDesk, type CodingDesk } from '#renderer/view-state/coding-desk.ts';

export type ReaderCodings = {
  /** In text order. */
  readonly shown: readonly ReaderCoding[];
  /** How many stand in this text but are filtered out. */
  readonly hiddenCount: number;
  readonly total: number;
};

/** The codings of a source that show. */
export function useReaderCodings(source: Source): ReaderCodings {
  const codings = useCodingsOfSource(source.id);
  const codebook = useCodebook();
  const people = useRecords('person');
  const shownCodes = useCodingDesk((desk) => desk.shownCodes);
  const shownCoders = useCodingDesk((desk) => desk.shownCoders);
  const isWanted = useMemo(
    () => codingFilter(codebook, { shownCodes, shownCoders }),
    [codebook, shownCodes, shownCoders],
  );
  return useMemo(() => {
    const placed = codings.filter((coding) => !isAstray(coding, source));
    const isAlone = placed.every((coding) => coding.coder === placed[0]?.coder);
    const initials = new Map(people.map((person) => [person.id, person.initials]));
    const shown = placed.filter(isWanted).map(({ id, start, end, code, direction, memo, starred, coder }) => ({
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
    return { shown, hiddenCount: placed.length - shown.length, total: placed.length };
  }, [codings, codebook, isWanted, people, source]);
}

/** Whether a coding stands on another revision of the text than the one that is shown. */
export function isAstray({ revision, end }: Coding, source: Pick<Source, 'revision' | 'characters'>): boolean {
  return revision !== source.revision || end > source.characters;
}

/** Whether the person wants to see a coding. */
export function codingFilter(
  codebook: Codebook,
  { shownCodes, shownCoders }: Pick<CodingDesk, 'shownCodes' | 'shownCoders'>,
): (coding: Pick<Coding, 'code' | 'coder'>) => boolean {
  const codes = shownCodes && new Set([...shownCodes].flatMap((code) => codebook.withDescendants(code)));
  return ({ code, coder }) => (!codes || codes.has(code)) && (!shownCoders || shownCoders.has(coder));
}
