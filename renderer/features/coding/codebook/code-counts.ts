/** How many codings each code holds, and from how many independent sources: counted once per change of a code's codings. */
import { useEffect, useMemo } from 'react';
import { voiceOfCoding } from '#shared/analysis/voices.ts';
import type { Codebook } from '#shared/domain/codebook/codebook.ts';
import type { CodeId } from '#shared/domain/codebook/code.ts';
import type { Coding } from '#shared/domain/coding/coding.ts';
import { useCodebook, useRecords, useSession, useVersion } from '#renderer/data/hooks.ts';
import type { ProjectSession } from '#renderer/data/session.ts';

export type CodeCount = { readonly codings: number; readonly voices: number };
type Tally = { readonly codings: number; readonly voices: ReadonlySet<string> };

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
  const version = useVersion(['coding']);
  useQuestionnaires(session);
  // Tallies stay valid while a code's list of codings and the sources are the same objects.
  const tallies = useMemo(() => {
    void sources;
    return new WeakMap<readonly Coding[], Tally>();
  }, [sources]);
  return useMemo(() => {
    void version;
    return countCodes(session, codebook, tallies);
  }, [codebook, session, tallies, version]);
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

function countCodes(
  session: ProjectSession,
  codebook: Codebook,
  tallies: WeakMap<readonly Coding[], Tally>,
): CodeCounts {
  const tallyOf = (code: CodeId): Tally => {
    const codings = session.project.codingsOfCode(code);
    const known = tallies.get(codings);
    if (known) return known;
    const voices = new Set<string>();
    for (const coding of codings) {
      const source = session.project.get('source', coding.source);
      if (source) voices.add(voiceOfCoding(source, coding, session.contents.peek(coding.revision)?.segments));
    }
    const tally = { codings: codings.length, voices };
    tallies.set(codings, tally);
    return tally;
  };
  return {
    own: (code) => {
      const { codings, voices } = tallyOf(code);
      return { codings, voices: voices.size };
    },
    withBelow: (code) => {
      const below = codebook.withDescendants(code).map(tallyOf);
      const voices = new Set(below.flatMap((tally) => [...tally.voices]));
      return { codings: below.reduce((sum, tally) => sum + tally.codings, 0), voices: voices.size };
    },
  };
}
