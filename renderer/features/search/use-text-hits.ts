/** Hits in all texts, found in a worker as somebody types. */
import { useEffect, useRef, useState } from 'react';
import type { SearchFailure } from '#shared/analysis/search.ts';
import type { SourceContent } from '#shared/domain/source/source-content.ts';
import type { Source } from '#shared/domain/source/source.ts';
import { useRecords, useSession } from '#renderer/data/hooks.ts';
import { startTextSearch, type TextSearch } from '#renderer/workers/text-search.ts';
import { useTextSearch } from '#renderer/view-state/text-search.ts';

export type TextHit = {
  readonly key: string;
  readonly source: Source;
  readonly content: SourceContent;
  readonly start: number;
  readonly end: number;
};

export type TextHits = {
  readonly hits: readonly TextHit[];
  readonly total: number;
  readonly failure: SearchFailure | null;
  /** Texts are still being read, or the question is being answered. */
  readonly isBusy: boolean;
};

/** More than these are counted, not listed. */
const MOST_HITS = 5_000;
const NOTHING: TextHits = { hits: [], total: 0, failure: null, isBusy: false };

/** Kept up to date with texts and question. */
export function useTextHits(): TextHits {
  const session = useSession();
  const sources = useRecords('source');
  const { text, isPattern, wholeWords } = useTextSearch();
  const search = useRef<TextSearch | null>(null);
  const [readFor, setReadFor] = useState<readonly Source[] | null>(null);
  const [found, setFound] = useState<TextHits>(NOTHING);

  useEffect(() => {
    const started = startTextSearch();
    search.current = started;
    setReadFor(null);
    return () => {
      started.close();
      search.current = null;
    };
  }, [session]);

  useEffect(() => {
    let isCurrent = true;
    void (async () => {
      for (const source of sources) {
        const content = await session.contents.load(source.revision);
        if (!isCurrent) return;
        if (content) search.current?.keep(source.id, content.text);
      }
      search.current?.keepOnly(new Set(sources.map(({ id }) => id)));
      setReadFor(sources);
    })();
    return () => {
      isCurrent = false;
    };
  }, [session, sources]);

  useEffect(() => {
    if (readFor === null) return;
    const byId = new Map<string, Source>(readFor.map((source) => [source.id, source]));
    search.current?.ask({ text, isPattern, wholeWords }, MOST_HITS, ({ hits, total, failure }) => {
      const listed = hits.flatMap(({ key, start, end }): readonly TextHit[] => {
        const source = byId.get(key);
        const content = source && session.contents.peek(source.revision);
        return source && content ? [{ key: `${key} ${start} ${end}`, source, content, start, end }] : [];
      });
      setFound({ hits: listed, total, failure: failure?.code === 'empty' ? null : failure, isBusy: false });
    });
  }, [isPattern, readFor, session, text, wholeWords]);

  return readFor === sources ? found : { ...found, isBusy: true };
}
