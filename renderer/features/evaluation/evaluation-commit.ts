/** Commits edits of the plan: says when the evaluation is read-only, and offers to take removals back. */
import type { Draft } from '#shared/domain/change/change.ts';
import type { ProjectSession } from '#renderer/data/session.ts';
import { takeBack } from '#renderer/view-state/take-back.ts';
import { showToast } from '#renderer/ui/Toast.tsx';
import { wordsNow } from '#renderer/ui/words.ts';

/** Commits a draft; null leaves everything as it is. With a message a note offers to take it back. */
export function commitPlan(session: ProjectSession, draft: Draft | null, message?: string): boolean {
  if (!draft || draft.ops.length === 0) return false;
  const change = session.commit(draft);
  if (!change && session.lockedBy) showToast({ message: wordsNow()('evaluation.readOnly'), tone: 'danger' });
  if (change && message !== undefined) {
    const action = { label: wordsNow()('common.undo'), onPress: () => takeBack(session, change) };
    showToast({ message, action });
  }
  return change !== null;
}
