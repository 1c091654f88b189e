/**
 * The gaps of the open evaluation, worked out once for the status bar and the list: when the work has rested a moment,
 * since they look at everything.
 */
import { useEffect, useState } from 'react';
import { findGaps } from '#shared/analysis/gaps/find-gaps.ts';
import type { Gap } from '#shared/analysis/gaps/gap.ts';
import { kinds } from '#shared/domain/kinds.ts';
import { useSession, useVersion } from '#renderer/data/hooks.ts';
import type { ProjectSession } from '#renderer/data/session.ts';
import { codingFactsOf } from '#renderer/view-state/coding-facts.ts';

const REST_MILLISECONDS = 400;

type Known = { readonly version: number; readonly gaps: readonly Gap[] };
const knownGaps = new WeakMap<ProjectSession, Known>();

function gapsAt(session: ProjectSession, version: number): readonly Gap[] {
  const known = knownGaps.get(session);
  if (known?.version === version) return known.gaps;
  const gaps = findGaps(codingFactsOf(session));
  knownGaps.set(session, { version, gaps });
  return gaps;
}

/** The gaps, as they were when the work last rested; null until they were first looked for. */
export function useGaps(): readonly Gap[] | null {
  const session = useSession();
  const version = useVersion(kinds);
  const [gaps, setGaps] = useState<readonly Gap[] | null>(() => knownGaps.get(session)?.gaps ?? null);
  useEffect(() => {
    const timer = setTimeout(() => setGaps(gapsAt(session, version)), REST_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [session, version]);
  return gaps;
}
