/** How components read the open evaluation: each hook re-renders only when what it returns has changed. */
import { createContext, useContext, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { UndoHistory } from '#shared/domain/change/undo-history.ts';
import { buildCodebook, type Codebook } from '#shared/domain/codebook/codebook.ts';
import type { CodingLayer } from '#shared/domain/coding/coding-sight.ts';
import type { Coding } from '#shared/domain/coding/coding.ts';
import type { Kind, Records } from '#shared/domain/kinds.ts';
import type { ContentHash, SourceContent } from '#shared/domain/source/source-content.ts';
import type { SourceId } from '#shared/domain/source/source.ts';
import type { ProjectSession, SaveState } from '#renderer/data/session.ts';

/** The open session; provided by the app around every place. */
export const SessionContext = createContext<ProjectSession | null>(null);

/** The open session; a component that uses it stands inside an open evaluation. */
export function useSession(): ProjectSession {
  const session = useContext(SessionContext);
  if (!session) throw new Error('No evaluation is open around this component.');
  return session;
}

/** All records of a kind, in order. */
export function useRecords<K extends Kind>(kind: K): readonly Records[K][] {
  const session = useSession();
  return useSyncExternalStore(session.listen, () => session.project.all(kind));
}

/** How many records of a kind there are. */
export function useRecordCount(kind: Kind): number {
  const session = useSession();
  return useSyncExternalStore(session.listen, () => session.project.count(kind));
}

/** One record; undefined while there is none. */
export function useRecord<K extends Kind>(kind: K, id: Records[K]['id'] | null): Records[K] | undefined {
  const session = useSession();
  return useSyncExternalStore(session.listen, () => (id === null ? undefined : session.project.get(kind, id)));
}

/** The codings of a source in text order. */
export function useCodingsOfSource(source: SourceId): readonly Coding[] {
  const session = useSession();
  return useSyncExternalStore(session.listen, () => session.project.codingsOfSource(source));
}

/** At which layer of codings people look: what was agreed on in rounds, or what each coder did. */
export function useCodingLayer(): CodingLayer {
  const session = useSession();
  return useSyncExternalStore(session.listen, () => session.project.sight.layer);
}

/** The codebook as a tree. */
export function useCodebook(): Codebook {
  const codes = useRecords('code');
  return useMemo(() => buildCodebook(codes), [codes]);
}

/** A number that rises with every change of these kinds: what derived views are memoised on. */
export function useVersion(kinds: readonly Kind[]): number {
  const session = useSession();
  return useSyncExternalStore(session.listen, () =>
    kinds.reduce((sum, kind) => sum + session.project.version(kind), 0),
  );
}

/** A source's content; undefined while it is loading, null when neither copy has it. */
export function useContent(hash: ContentHash | null): SourceContent | null | undefined {
  const session = useSession();
  const [loaded, setLoaded] = useState<{ hash: ContentHash; content: SourceContent | null } | null>(null);
  const known = hash === null ? null : session.contents.peek(hash);
  useEffect(() => {
    if (hash === null || session.contents.peek(hash)) return;
    let isCurrent = true;
    void session.contents.load(hash).then((content) => {
      if (isCurrent) setLoaded({ hash, content });
    });
    return () => {
      isCurrent = false;
    };
  }, [hash, session]);
  return known ?? (loaded?.hash === hash ? loaded?.content : undefined);
}

/** Whether the last change is in both copies. */
export function useSaveState(): SaveState {
  const session = useSession();
  return useSyncExternalStore(session.listen, session.saveState);
}

/** What can be undone and redone. */
export function useUndoHistory(): UndoHistory {
  const session = useSession();
  return useSyncExternalStore(session.listen, session.history);
}
