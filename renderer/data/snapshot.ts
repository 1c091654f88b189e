/** The snapshot in the app's database: the fold and the undo history, sealed, so that opening need not read the whole log. */
import type { RandomBytes } from '#shared/basics/ids.ts';
import { freezeFold, thawFold, type FoldSnapshot } from '#shared/domain/change/fold-snapshot.ts';
import type { Fold } from '#shared/domain/change/fold.ts';
import type { UndoHistory } from '#shared/domain/change/undo-history.ts';
import { openBlock, sealBlock, type Keyring } from '#shared/formats/project-file/sealing.ts';
import type { ProjectDatabase } from '#renderer/data/project-database.ts';

/** Raised when the shape changes; a snapshot of another version is thrown away and rebuilt from the log. */
const SNAPSHOT_VERSION = 2;
const LONGEST_HISTORY = 500;
const KEY = { kind: 'snapshot', name: '0'.repeat(32), from: 0, to: 0 } as const;

type Snapshot = {
  readonly version: number;
  readonly person: string;
  readonly history: UndoHistory;
  readonly fold: FoldSnapshot;
};

/** Writes the snapshot over the one before. */
export async function writeSnapshot(
  database: ProjectDatabase,
  keyring: Keyring,
  state: { readonly fold: Fold; readonly history: UndoHistory; readonly person: string },
  randomBytes: RandomBytes,
): Promise<void> {
  const history = {
    undoable: state.history.undoable.slice(-LONGEST_HISTORY),
    redoable: state.history.redoable.slice(-LONGEST_HISTORY),
  };
  const snapshot: Snapshot = { version: SNAPSHOT_VERSION, person: state.person, history, fold: freezeFold(state.fold) };
  await database.writeSnapshot(
    await sealBlock(keyring, KEY, new TextEncoder().encode(JSON.stringify(snapshot)), randomBytes),
  );
}

/** Reads the snapshot; null when there is none that can be used. */
export async function readSnapshot(
  database: ProjectDatabase,
  keyring: Keyring,
): Promise<{ readonly fold: Fold; readonly history: UndoHistory; readonly person: string } | null> {
  const block = await database.readSnapshot();
  const plain = block && (await openBlock(keyring, block));
  if (!plain?.ok) return null;
  try {
    const snapshot = JSON.parse(new TextDecoder().decode(plain.value)) as Snapshot;
    if (snapshot.version !== SNAPSHOT_VERSION) return null;
    return { fold: thawFold(snapshot.fold), history: snapshot.history, person: snapshot.person };
  } catch {
    return null;
  }
}
