/** Commits edits of findings: tells when the evaluation is read-only, and offers to take removals back. */
import type { Change, Draft } from '#shared/domain/change/change.ts';
import type { ProjectSession } from '#renderer/data/session.ts';
import { showToast } from '#renderer/ui/Toast.tsx';
import { wordsNow } from '#renderer/ui/words.ts';
import { takeBack } from '#renderer/view-state/take-back.ts';

/** Commits a draft; a read-only evaluation says so. */
export function commitDraft(session: ProjectSession, draft: Draft): Change | null {
  if (draft.ops.length === 0) return null;
  const change = session.commit(draft);
  if (!change && session.lockedBy) showToast({ message: wordsNow()('findings.readOnly'), tone: 'danger' });
  return change;
}

/** Commits a draft and shows a note with which it can be taken back. */
export function commitWithUndo(session: ProjectSession, draft: Draft, message: string): Change | null {
  const change = commitDraft(session, draft);
  if (change) {
    showToast({
      message,
      action: { label: wordsNow()('common.undo'), onPress: () => takeBack(session, change) },
    });
  }
  return change;
}

/** Joins edits that belong together into one change, named after the first. */
export function joinDrafts(first: Draft, ...others: readonly Draft[]): Draft {
  return { label: first.label, ops: [...first.ops, ...others.flatMap((draft) => draft.ops)] };
}
