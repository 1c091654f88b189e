/** How many codings each code holds, and from how many independent sources: counted once per change of a code's codings. */
import { useDeferredValue, useEffect, useMemo } from 'react';
import { voiceOfCoding } from '#shared/analysis/voices.ts';
import type { Codebook } from '#shared/domain/codebook/codebook.ts';
import type { CodeId } from '#shared/domain/codebook/code.ts';
import type { Coding } from '#shared/domain/coding/coding.ts';
import { useCodebook, useRecords, useSession, useVersion } from '#renderer/data/hooks.ts';
import type { ProjectSession } from '#renderer/data/session.ts';

export type CodeCount = { readonly codings: number; readonly voices: number };
type Tally = { readonly codings: number; readonly voices: ReadonlySet<string> };

/** What was counted before; valid while a code's list of codings is the same object and no source has changed. */
type Memory = {
  readonly own: WeakMap<readonly Coding[], Tally>;
  readonly unions: Map<CodeId, { readonly parts: readonly Tally[]; readonly union: Tally }>;
};

export type CodeCounts = {
  /** The code's own codings. */
  readonly own: (code: CodeId) => CodeCount;
  /** With everything below it. */
  readonly withBelow: (code: CodeId) => CodeCount;
};

/** Counts of the codebook as it stands. */
export function useCodeCounts(): CodeCounts {
  const session = useSession();
  const codebook = useCodebook();
  const sources = useRecords('source');
  // Counting may wait until the text has shown what was coded.
  const version = useDeferredValue(useVersion(['coding']));
  useQuestionnaires(session);
  const memory = useMemo((): Memory => {
    void sources;
    return { own: new WeakMap(), unions: new Map() };
  }, [sources]);
  return useMemo(() => {
    void version;
    return countCodes(session, codebook, memory);
  }, [codebook, memory, session, version]);
}

/** Respondents are told apart by the text's segments, so questionnaires are loaded once. */
function useQuestionnaires(session: ProjectSession): void {
  const sources = useRecords('source');
  useEffect(() => {
    for (const source of sources) {
      const isMissing = source.method === 'questionnaire' && !session.contents.peek(source.revision);
      if (isMissing) void session.contents.load(source.revision);
    }
  }, [session, sources]);
}

function countCodes(session: ProjectSession, codebook: Codebook, memory: Memory): CodeCounts {
  const tallyOf = (code: CodeId): Tally => {
    const codings = session.project.codingsOfCode(code);
    const known = memory.own.get(codings);
    if (known) return known;
    const voices = new Set<string>();
    for (const coding of codings) {
      const source = session.project.get('source', coding.source);
      if (source) voices.add(voiceOfCoding(source, coding, session.contents.peek(coding.revision)?.segments));
    }
    const tally = { codings: codings.length, voices };
    memory.own.set(codings, tally);
    return tally;
  };
  const unionOf = (code: CodeId): Tally => {
    const children = codebook.childrenOf(code);
    if (children.length === 0) return tallyOf(code);
    const parts = [tallyOf(code), ...children.map((child) => unionOf(child.id))];
    const known = memory.unions.get(code);
    if (known?.parts.length === parts.length && known.parts.every((part, index) => part === parts[index])) {
      return known.union;
    }
    const union = {
      codings: parts.reduce((sum, part) => sum + part.codings, 0),
      voices: new Set(parts.flatMap((part) => [...part.voices])),
    };
    memory.unions.set(code, { parts, union });
    return union;
  };
  const countOf = ({ codings, voices }: Tally): CodeCount => ({ codings, voices: voices.size });
  return { own: (code) => countOf(tallyOf(code)), withBelow: (code) => countOf(unionOf(code)) };
}
