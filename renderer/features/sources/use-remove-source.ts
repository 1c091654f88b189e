/** Taking a source away, with a way back. */
import { removeSource } from '#shared/domain/source/source-edits.ts';
import type { Source } from '#shared/domain/source/source.ts';
import { useSession } from '#renderer/data/hooks.ts';
import { selectSource, useNavigation } from '#renderer/view-state/navigation.ts';
import { takeBack } from '#renderer/view-state/take-back.ts';
import { showToast } from '#renderer/ui/Toast.tsx';
import { useWords } from '#renderer/ui/words.ts';

/** A function that removes a source with its codings and offers to undo it. */
export function useRemoveSource(): (source: Source) => void {
  const session = useSession();
  const words = useWords();
  return (source) => {
    const codings = session.project.codingsOfSource(source.id).length;
    const change = session.commit(removeSource(session.project, source));
    if (!change) return;
    if (useNavigation.getState().here.source === source.id) selectSource(null);
    showToast({
      message:
        codings === 0
          ? words('sources.removed', { name: source.name })
          : words('sources.removedWithCodings', { name: source.name, count: codings }),
      action: { label: words('common.undo'), onPress: () => takeBack(session, change) },
    });
  };
}
