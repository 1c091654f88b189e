/** Commits edits of quotes: says so with a way back, or that the evaluation is read-only. */
import type { Draft } from '#shared/domain/change/change.ts';
import type { ProjectSession } from '#renderer/data/session.ts';
import { showToast } from '#renderer/ui/Toast.tsx';
import { wordsNow } from '#renderer/ui/words.ts';
import { takeBack } from '#renderer/view-state/take-back.ts';

/** Does it. */
export function commitQuotes(session: ProjectSession, draft: Draft, message: string): void {
  const words = wordsNow();
  const change = session.commit(draft);
  if (change) {
    showToast({ message, action: { label: words('common.undo'), onPress: () => takeBack(session, change) } });
  } else if (session.lockedBy) showToast({ message: words('texts.readOnly'), tone: 'danger' });
}
