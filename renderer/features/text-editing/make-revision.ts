/** Writes the new text of sources: contents first, then one change that speaks of them. */
import type { Coding } from '#shared/domain/coding/coding.ts';
import type { Change } from '#shared/domain/change/change.ts';
import { reviseSources, type NewRevision } from '#shared/domain/revision/revision-edits.ts';
import type { RevisedContent } from '#shared/domain/revision/revise-content.ts';
import type { Source } from '#shared/domain/source/source.ts';
import { randomBytes } from '#renderer/data/random.ts';
import type { ProjectSession } from '#renderer/data/session.ts';
import { showToast } from '#renderer/ui/Toast.tsx';
import { wordsNow } from '#renderer/ui/words.ts';
import { takeBack } from '#renderer/view-state/take-back.ts';

export type RevisedSource = { readonly source: Source; readonly revised: RevisedContent };

/** Commits the edits and shows a note with which they can be taken back. Null when nothing was written. */
export async function makeRevision(
  session: ProjectSession,
  revisions: readonly RevisedSource[],
  cause: 'edit' | 'replace' | 'go-back',
  removed: readonly Coding[] = [],
): Promise<Change | null> {
  const words = wordsNow();
  const made: NewRevision[] = [];
  for (const { source, revised } of revisions) {
    const to = await session.contents.add(revised.content);
    made.push({ source, to, characters: revised.content.text.length, ...revised });
  }
  const by = { person: session.person, at: new Date().toISOString() };
  const change = session.commit(reviseSources(made, cause, by, randomBytes, removed));
  if (!change) {
    if (session.lockedBy) showToast({ message: words('texts.readOnly'), tone: 'danger' });
    return null;
  }
  showToast({
    message: words('texts.saved', { count: revisions.length }),
    action: { label: words('common.undo'), onPress: () => takeBack(session, change) },
  });
  return change;
}
