/** The quotes that fit the question, arranged as asked; texts are read when they are needed. */
import { useEffect, useMemo, useState } from 'react';
import { runQuery } from '#shared/analysis/query/run-query.ts';
import { withCodesBelow } from '#shared/analysis/query/with-codes-below.ts';
import type { CodingId } from '#shared/domain/coding/coding.ts';
import type { Kind } from '#shared/domain/kinds.ts';
import { useCodebook, useRecords, useSession, useVersion } from '#renderer/data/hooks.ts';
import { arrangeQuotes, type QuoteLine } from '#renderer/features/quotes/arrange-quotes.ts';
import { useLanguage } from '#renderer/ui/words.ts';
import { excerptRows } from '#renderer/view-state/excerpt-rows.ts';
import { useQuoteList } from '#renderer/view-state/quote-list.ts';

const KINDS: readonly Kind[] = ['coding', 'source', 'revision', 'participant', 'code', 'person', 'intervention'];

export type Quotes = {
  readonly lines: readonly QuoteLine[];
  readonly ids: readonly CodingId[];
  readonly total: number;
  /** Texts still being read: what is asked of their words is not answered yet. */
  readonly isReading: boolean;
};

/** Kept up to date. */
export function useQuotes(): Quotes {
  const session = useSession();
  const codebook = useCodebook();
  const language = useLanguage();
  const version = useVersion(KINDS);
  const codings = useRecords('coding');
  const read = useTexts();
  const { conditions, sort, isDescending, grouping } = useQuoteList();
  const rows = useMemo(
    () => {
      if (conditions.of.length === 0) return excerptRows(session, codings);
      const fitting = runQuery(session.project, withCodesBelow(conditions, codebook), session.contents.peek);
      return excerptRows(
        session,
        fitting.flatMap((id) => session.project.get('coding', id) ?? []),
      );
    },
    // The version stands for all records; what has been read adds words.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [codebook, codings, conditions, read, session, version],
  );
  const lines = useMemo(
    () => arrangeQuotes(rows, { sort, isDescending, grouping }, language),
    [rows, sort, isDescending, grouping, language],
  );
  const ids = useMemo(() => rows.map(({ coding }) => coding.id), [rows]);
  return { lines, ids, total: codings.length, isReading: !read };
}

/** Brings all texts that quotes stand in to hand; true once they are. */
function useTexts(): boolean {
  const session = useSession();
  const codings = useRecords('coding');
  const missing = useMemo(
    () => [...new Set(codings.map(({ revision }) => revision))].filter((hash) => !session.contents.peek(hash)),
    [codings, session],
  );
  const [done, setDone] = useState<readonly string[] | null>(null);
  useEffect(() => {
    if (missing.length === 0) return;
    let isCurrent = true;
    void Promise.all(missing.map((hash) => session.contents.load(hash))).then(() => {
      if (isCurrent) setDone(missing);
    });
    return () => {
      isCurrent = false;
    };
  }, [missing, session]);
  return missing.length === 0 || done === missing;
}
