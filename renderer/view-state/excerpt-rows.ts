/** Codings with all that is said beside a quote: source, speaker, code, coder. The quote itself is read when it is seen. */
import { useMemo } from 'react';
import { listExcerpts, type Excerpt } from '#shared/analysis/excerpts.ts';
import type { Coding, CodingId } from '#shared/domain/coding/coding.ts';
import type { Kind } from '#shared/domain/kinds.ts';
import type { ContentHash } from '#shared/domain/source/source-content.ts';
import { useContent, useSession, useVersion } from '#renderer/data/hooks.ts';
import type { ProjectSession } from '#renderer/data/session.ts';

export type ExcerptRow = { readonly coding: Coding; readonly excerpt: Excerpt };

/** Everything that stands beside a quote comes from these. */
const KINDS: readonly Kind[] = ['coding', 'source', 'participant', 'code', 'person', 'intervention'];

/** Rows for codings, in the order of sources and of the text; codings that were removed are left out. */
export function excerptRows(session: ProjectSession, codings: readonly Coding[]): readonly ExcerptRow[] {
  const { project, contents } = session;
  const byId = new Map(codings.map((coding) => [coding.id, coding]));
  const excerpts = listExcerpts(
    project,
    {
      segmentsOf: (_source, revision) => contents.peek(revision)?.segments,
      textOf: (_source, revision) => contents.peek(revision)?.text,
    },
    codings,
  );
  return excerpts.flatMap((excerpt) => {
    const coding = byId.get(excerpt.id);
    return coding ? [{ coding, excerpt }] : [];
  });
}

/** Rows for codings by id, kept up to date. Memoise the list. */
export function useExcerptRows(ids: readonly CodingId[]): readonly ExcerptRow[] {
  const session = useSession();
  const version = useVersion(KINDS);
  return useMemo(
    () => {
      const codings = ids.flatMap((id) => session.project.get('coding', id) ?? []);
      return excerptRows(session, codings);
    },
    // The version stands for all records that the rows are made of.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [ids, session, version],
  );
}

/** The words of a stretch of a text; undefined while they are being read, null when no copy has them. */
export function useQuote(
  revision: ContentHash,
  extent: { readonly start: number; readonly end: number },
): string | null | undefined {
  const content = useContent(revision);
  return content && content.text.slice(extent.start, extent.end);
}
