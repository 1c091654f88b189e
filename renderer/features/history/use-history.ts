/** The log in the window: read from the newest back in the background, new changes in front as they are made. */
import { useEffect, useState } from 'react';
import type { Change } from '#shared/domain/change/change.ts';
import { useSession } from '#renderer/data/hooks.ts';
import type { ProjectSession } from '#renderer/data/session.ts';
import { keyOfChange, toItem, type HistoryItem } from '#renderer/features/history/history-items.ts';

export type LoadedHistory = { readonly items: readonly HistoryItem[]; readonly isComplete: boolean };

const NOTHING: LoadedHistory = { items: [], isComplete: false };

/** All changes of the open evaluation, newest first. */
export function useHistory(): LoadedHistory {
  const session = useSession();
  const [loaded, setLoaded] = useState<LoadedHistory>(NOTHING);
  useEffect(() => {
    const reading = readHistory(session, setLoaded);
    return reading.stop;
  }, [session]);
  return loaded;
}

/** Reads the log and goes on listening; `show` gets what is known so far. */
function readHistory(session: ProjectSession, show: (loaded: LoadedHistory) => void): { readonly stop: () => void } {
  const { log, project } = session;
  const known = new Map<string, Change>();
  let older: readonly Change[] = [];
  let newer: readonly Change[] = [];
  let taken = log.added().length;
  let isComplete = false;
  let isStopped = false;
  // Items are made once for each change; what an undo takes back may be read after it, then it is made anew.
  const made = new Map<Change, HistoryItem>();
  const itemOf = (change: Change): HistoryItem => {
    const standing = made.get(change);
    if (standing && standing.turn !== 'undone') return standing;
    const item =
      standing && !known.get(keyOfChange(change.reverts ?? change))?.reverts
        ? standing
        : toItem(project.fold, change, known);
    made.set(change, item);
    return item;
  };
  const publish = (): void => {
    if (!isStopped) show({ items: [...newer, ...older].map(itemOf), isComplete });
  };
  const stopListening = session.listen(() => {
    const added = log.added();
    if (added.length === taken) return;
    const fresh = added.slice(taken).reverse();
    taken = added.length;
    for (const change of fresh) known.set(keyOfChange(change), change);
    newer = [...fresh, ...newer];
    publish();
  });
  const read = async (): Promise<void> => {
    for await (const portion of log.newestFirst()) {
      if (isStopped) return;
      for (const change of portion) known.set(keyOfChange(change), change);
      older = [...older, ...portion];
      publish();
    }
    isComplete = true;
    publish();
  };
  void read();
  return {
    stop: () => {
      isStopped = true;
      stopListening();
    },
  };
}
