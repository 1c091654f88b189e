/** A fork: a fold that can be changed without touching the one it comes from, so that a merge can be looked at first. */
import type { Change } from '#shared/domain/change/change.ts';
import { createFold, type Entry, type Fold } from '#shared/domain/change/fold.ts';

/** Forks as much of a fold as these changes touch; what they do not touch is not in it. */
export function forkFold(fold: Fold, changes: readonly Change[]): Fold {
  const fork = createFold();
  for (const [replica, set] of fold.known) fork.known.set(replica, set);
  fork.latestClock = fold.latestClock;
  for (const { kind, id } of changes.flatMap(({ ops }) => ops)) {
    const entry = fold.entries[kind]?.get(id);
    if (entry && !fork.entries[kind].has(id)) fork.entries[kind].set(id, copyEntry(entry));
  }
  return fork;
}

/** Fields and records are never changed in place, the maps beside them are. */
function copyEntry(entry: Entry): Entry {
  const { heads, rivals, edited, removed } = entry;
  return {
    ...entry,
    heads: heads && new Map(heads),
    rivals: rivals && new Map(rivals),
    edited: edited && new Map(edited),
    removed: removed && new Map(removed),
  };
}
