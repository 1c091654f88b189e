/** Making findings and what rests on them, each opened at once for writing. */
import { useCallback } from 'react';
import type { Code } from '#shared/domain/codebook/code.ts';
import { addFinding } from '#shared/domain/findings/finding-edits.ts';
import { useSession } from '#renderer/data/hooks.ts';
import { randomBytes } from '#renderer/data/random.ts';
import { commitDraft } from '#renderer/features/findings/findings-commit.ts';
import { showFinding } from '#renderer/view-state/navigation.ts';

/** Adds an empty finding under a criterion and opens it. */
export function useAddFinding(): (criterion: Code) => void {
  const session = useSession();
  return useCallback(
    (criterion) => {
      const made = addFinding(session.project, { criterion, title: '', text: '', evidence: [] }, randomBytes);
      if (commitDraft(session, made.draft)) showFinding(made.id);
    },
    [session],
  );
}
