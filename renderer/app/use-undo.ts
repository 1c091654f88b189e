/** Undo and redo with their words: what would be taken back, and what was. */
import { useMemo, useSyncExternalStore } from 'react';
import { useSession, useUndoHistory } from '#renderer/data/hooks.ts';
import type { UndoOutcome } from '#renderer/data/session.ts';
import { nameChange } from '#renderer/app/change-words.ts';
import { useNextSession } from '#renderer/view-state/next-session.ts';
import { announce } from '#renderer/ui/LiveRegion.tsx';
import { showToast } from '#renderer/ui/Toast.tsx';
import { useWords } from '#renderer/ui/words.ts';

export type UndoControls = {
  /** What undo would take back; null when there is nothing. */
  readonly undoName: string | null;
  readonly redoName: string | null;
  readonly undo: () => void;
  readonly redo: () => void;
};

/** Undo and redo of the open evaluation. */
export function useUndo(): UndoControls {
  const session = useSession();
  const words = useWords();
  const { undoable, redoable } = useUndoHistory();
  const goOn = useNextSession();
  const merge = useSyncExternalStore(session.listen, session.mergeToTakeBack);
  const undoLabel = undoable.at(-1)?.label;
  const redoLabel = redoable.at(-1)?.label;
  return useMemo(() => {
    const tell = (key: string, outcome: UndoOutcome): void => {
      if (!outcome) return;
      const change = nameChange(outcome.label, words);
      if (outcome.skipped > 0) showToast({ message: words(`${key}Partly`, { change, count: outcome.skipped }) });
      else announce(words(key, { change }));
    };
    // What came in with a merge is taken out of the copies: there is no change of ours that could be inverted.
    const takeMergeBack = async (): Promise<void> => {
      const taken = await session.takeMergeBack();
      if (!taken) return;
      if (!taken.ok) return showToast({ message: words('merge.takeBackFailed'), tone: 'danger' });
      goOn(taken.value);
      announce(words('shell.undone', { change: words('change.merge', { count: merge?.changes ?? 0 }) }));
    };
    return {
      undoName: merge
        ? words('change.merge', { count: merge.changes })
        : undoLabel
          ? nameChange(undoLabel, words)
          : null,
      redoName: redoLabel ? nameChange(redoLabel, words) : null,
      undo: () => {
        if (merge) void takeMergeBack();
        else tell('shell.undone', session.undo());
      },
      redo: () => tell('shell.redone', session.redo()),
    };
  }, [goOn, merge, redoLabel, session, undoLabel, words]);
}
