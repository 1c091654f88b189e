/** Every place at which words stand in the texts, found as they are typed. */
import { useEffect, useMemo, useState } from 'react';
import { findWords, type ReplaceQuery } from '#shared/analysis/replace-words.ts';
import type { Source, SourceId } from '#shared/domain/source/source.ts';
import { useRecords, useSession } from '#renderer/data/hooks.ts';

export type ReplaceHit = {
  readonly key: string;
  readonly source: Source;
  readonly text: string;
  readonly start: number;
  readonly end: number;
};

const PAUSE_MILLISECONDS = 200;

/** Hits in one source, or in all (null); null while the texts are being read. */
export function useReplaceHits(query: ReplaceQuery, only: SourceId | null): readonly ReplaceHit[] | null {
  const session = useSession();
  const sources = useRecords('source');
  const { find, matchCase, wholeWords } = query;
  const wanted = useMemo(() => sources.filter(({ id }) => only === null || id === only), [only, sources]);
  const [hits, setHits] = useState<readonly ReplaceHit[] | null>([]);
  useEffect(() => {
    let isCurrent = true;
    const timer = setTimeout(() => {
      if (find.trim() === '') return setHits([]);
      setHits(null);
      void (async () => {
        const found: ReplaceHit[] = [];
        for (const source of wanted) {
          const text = (await session.contents.load(source.revision))?.text ?? '';
          if (!isCurrent) return;
          for (const { start, end } of findWords(text, { find, matchCase, wholeWords })) {
            found.push({ key: `${source.id} ${start}`, source, text, start, end });
          }
        }
        setHits(found);
      })();
    }, PAUSE_MILLISECONDS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [find, matchCase, session, wanted, wholeWords]);
  return hits;
}
