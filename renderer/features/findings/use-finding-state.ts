/** What a finding needs somebody to look at, kept up to date. */
import { useMemo } from 'react';
import type { Finding } from '#shared/domain/findings/finding.ts';
import { stateOf, type FindingState } from '#renderer/features/findings/finding-evidence.ts';
import { useSession, useVersion } from '#renderer/data/hooks.ts';

/** The state of a finding. */
export function useFindingState(finding: Finding): FindingState {
  const session = useSession();
  const version = useVersion(['coding', 'statistic', 'source']);
  return useMemo(
    () =>
      stateOf(
        session.project,
        finding,
        (_source, revision) => session.contents.peek(revision)?.segments,
        (source) => session.contents.peek(source.revision)?.table,
      ),
    // The version stands for the codings that are looked at.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [finding, session, version],
  );
}
