/**
 * The project file changed by others while it is open: a sync tool, a restored backup, a colleague's stick. Nothing
 * is overwritten: what we do not know is offered, what the file does not know is given to it.
 */
import type { DiskFailure } from '#shared/bridge/requests.ts';
import type { Change } from '#shared/domain/change/change.ts';
import { compareClocks } from '#shared/domain/change/clock.ts';
import { isKnown, type Overwrite } from '#shared/domain/change/fold.ts';
import type { Project } from '#shared/domain/project/project.ts';
import type { BlockStore } from '#shared/formats/project-file/block-store.ts';
import type { Digest } from '#shared/formats/project-file/digest.ts';
import { openChanges } from '#shared/formats/project-file/project-blocks.ts';
import { readProjectFile, type ProjectFile } from '#shared/formats/project-file/project-file.ts';
import type { Keyring } from '#shared/formats/project-file/sealing.ts';
import { missingKeys, readBlocks } from '#shared/formats/project-file/unite-stores.ts';
import { unknownBatches } from '#renderer/data/change-log.ts';
import type { ChangeWriter } from '#renderer/data/change-writer.ts';
import type { FileCopy, SessionFileAccess } from '#renderer/data/file-copy.ts';
import type { OutsideState } from '#renderer/data/session.ts';

export type OutsideParts = {
  readonly look: () => Promise<'as-left' | 'changed' | 'missing' | 'unknown'>;
  readonly access: SessionFileAccess;
  readonly file: FileCopy;
  readonly database: BlockStore<DiskFailure>;
  readonly digest: Digest;
  readonly keyring: Keyring;
  readonly project: Project;
  readonly writer: ChangeWriter;
  readonly isReadOnly: boolean;
  /** Takes the changes into the session; the project has them when this resolves. */
  readonly takeIn: (changes: readonly Change[]) => Promise<readonly Overwrite[]>;
  readonly onState: () => void;
};

export type OutsideChanges = {
  readonly state: () => OutsideState;
  readonly reconcile: () => Promise<OutsideState>;
  readonly accept: () => Promise<OutsideState>;
  readonly dismiss: () => void;
};

type Reading =
  | { readonly kind: 'ours'; readonly file: ProjectFile<DiskFailure>; readonly changes: readonly Change[] }
  | { readonly kind: 'state'; readonly state: OutsideState };

const AS_LEFT: OutsideState = { kind: 'as-left' };
const MISSING: OutsideState = { kind: 'missing' };

/** Makes the watch of one session. */
export function createOutsideChanges(parts: OutsideParts): OutsideChanges {
  const { file: copy, writer, project } = parts;
  let state: OutsideState = AS_LEFT;
  let working: Promise<OutsideState> | null = null;

  const settle = (next: OutsideState): OutsideState => {
    // Having read it the host takes it for what we left there: it is for us to keep our hands off it.
    if (next.kind === 'offer' || next.kind === 'foreign' || next.kind === 'unreadable') copy.hold();
    if (next.kind !== state.kind || next.kind !== 'as-left') {
      state = next;
      parts.onState();
    }
    return state;
  };

  const adopt = async (file: ProjectFile<DiskFailure>, changes: readonly Change[]): Promise<OutsideState> => {
    const lacks = missingKeys(await file.list(), await copy.list());
    const forFile = await readBlocks(copy, lacks);
    const forApp = await readBlocks(file, missingKeys(await parts.database.list(), await file.list()));
    if (file.problems.length > 0 && !parts.isReadOnly) {
      // Only a torn end comes this far: what was never written whole was never called saved.
      const mended = await file.dropDamage();
      if (!mended.ok) return { kind: 'unreadable', failure: mended.failure };
    }
    copy.adopt(file);
    const overwrites = await parts.takeIn(changes);
    if (!parts.isReadOnly) {
      writer.give('app', forApp);
      writer.give('file', forFile);
    }
    if (changes.length > 0) return { kind: 'merged', changes: changes.length, overwrites };
    return lacks.length > 0 ? { kind: 'caught-up' } : AS_LEFT;
  };

  /** One at a time; who asks meanwhile gets the same answer. */
  const once = (work: () => Promise<OutsideState>): Promise<OutsideState> => {
    working ??= work()
      .then(settle)
      .finally(() => {
        working = null;
      });
    return working;
  };

  return {
    state: () => state,
    reconcile: () =>
      once(async () => {
        const seen = await parts.look();
        if (seen === 'missing') return MISSING;
        if (seen !== 'changed') return state.kind === 'missing' ? AS_LEFT : state;
        return writer.whileStill(async () => {
          const reading = await readOutside(parts);
          if (reading.kind === 'state') return settle(reading.state);
          if (reading.changes.length > 0 && !parts.isReadOnly) return settle(describeOffer(project, reading.changes));
          return adopt(reading.file, reading.changes);
        });
      }),
    accept: () =>
      once(() =>
        writer.whileStill(async () => {
          // Read anew: it may have changed again since it was offered.
          const reading = await readOutside(parts);
          return reading.kind === 'state' ? settle(reading.state) : adopt(reading.file, reading.changes);
        }),
      ),
    dismiss: () => {
      // What is still to be decided stays; only what was told goes.
      if (state.kind === 'caught-up' || state.kind === 'merged') settle(AS_LEFT);
    },
  };
}

async function readOutside({ access, digest, keyring, project }: OutsideParts): Promise<Reading> {
  const foreign = (why: Extract<OutsideState, { kind: 'foreign' }>['why']): Reading => ({
    kind: 'state',
    state: { kind: 'foreign', why },
  });
  const bytes = await access.read();
  if (!bytes.ok) {
    const { failure } = bytes;
    return { kind: 'state', state: failure.code === 'missing' ? MISSING : { kind: 'unreadable', failure } };
  }
  const read = readProjectFile(access, digest, bytes.value);
  if (!read.ok) return foreign(read.failure);
  const file = read.value;
  if (file.header.projectId !== keyring.projectId) return foreign('other-project');
  if ((file.header.key === null) !== (keyring.dataKey === null)) return foreign('other-key');
  if (file.problems.some((problem) => problem.kind !== 'torn')) return foreign('damaged');
  const changes: Change[] = [];
  for (const block of await readBlocks(file, unknownBatches(project.fold, await file.list()))) {
    const opened = await openChanges(keyring, block);
    if (!opened.ok) return foreign('other-key');
    changes.push(...opened.value.filter((change) => !isKnown(project.fold, change)));
  }
  changes.sort((a, b) => compareClocks(a.clock, b.clock) || a.seq - b.seq);
  return { kind: 'ours', file, changes };
}

function describeOffer(project: Project, changes: readonly Change[]): OutsideState {
  const names = changes.map(({ person }) => project.get('person', person)?.name ?? '').filter((name) => name !== '');
  const times = changes.map(({ at }) => at).sort();
  return {
    kind: 'offer',
    changes: changes.length,
    people: [...new Set(names)].sort(),
    first: times[0] ?? '',
    last: times.at(-1) ?? '',
  };
}
