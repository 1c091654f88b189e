/** Writes changes to both copies in the background, in order; what one copy refuses waits and is tried again. */
import type { RandomBytes } from '#shared/basics/ids.ts';
import type { DiskFailure } from '#shared/bridge/requests.ts';
import type { Change } from '#shared/domain/change/change.ts';
import type { Block } from '#shared/formats/project-file/block.ts';
import type { BlockStore } from '#shared/formats/project-file/block-store.ts';
import { sealChanges } from '#shared/formats/project-file/project-blocks.ts';
import type { Keyring } from '#shared/formats/project-file/sealing.ts';
import type { SaveState } from '#renderer/data/session.ts';

const RETRY_MILLISECONDS = 5000;

export type ChangeWriter = {
  /** Takes a change, and contents that it speaks of. Contents are written first, so no change points at nothing. */
  readonly write: (change: Change, contents: readonly Block[]) => void;
  readonly state: () => SaveState;
  /** Resolves when nothing is waiting, or when a copy refused what is waiting. */
  readonly flush: () => Promise<SaveState>;
  readonly stop: () => void;
};

type Copy = { readonly store: BlockStore<DiskFailure>; waiting: Block[]; failure: DiskFailure | null };

/** Makes the writer of one session. `onState` is called whenever the save state changes. */
export function createChangeWriter(
  stores: { readonly database: BlockStore<DiskFailure>; readonly file: BlockStore<DiskFailure> },
  keyring: Keyring,
  randomBytes: RandomBytes,
  onState: () => void,
): ChangeWriter {
  const inApp: Copy = { store: stores.database, waiting: [], failure: null };
  const inFile: Copy = { store: stores.file, waiting: [], failure: null };
  let queue: { change: Change; contents: readonly Block[] }[] = [];
  let running: Promise<void> | null = null;
  let retryTimer: ReturnType<typeof setTimeout> | null = null;
  let savedAt: string | null = null;

  const pendingCount = (): number => queue.length + inApp.waiting.length + inFile.waiting.length;

  const state = (): SaveState => {
    const failure = inApp.failure ?? inFile.failure;
    if (failure) return { kind: 'partly', inApp: !inApp.failure, inFile: !inFile.failure, failure };
    return running || pendingCount() > 0
      ? { kind: 'saving', pending: Math.max(1, pendingCount()) }
      : { kind: 'saved', at: savedAt };
  };

  const drain = async (): Promise<void> => {
    while (
      queue.length > 0 ||
      (inApp.waiting.length > 0 && !inApp.failure) ||
      (inFile.waiting.length > 0 && !inFile.failure)
    ) {
      const taken = queue;
      queue = [];
      const changes = taken.map((item) => item.change);
      const blocks = taken.flatMap((item) => item.contents);
      if (changes.length > 0) blocks.push(await sealChanges(keyring, changes, randomBytes));
      inApp.waiting.push(...blocks);
      inFile.waiting.push(...blocks);
      await Promise.all([appendWaiting(inApp), appendWaiting(inFile)]);
    }
  };

  const start = (): void => {
    if (running) return;
    running = drain().finally(() => {
      running = null;
      if (inApp.failure || inFile.failure) scheduleRetry();
      else savedAt = new Date().toISOString();
      publish();
    });
    publish();
  };

  const scheduleRetry = (): void => {
    retryTimer ??= setTimeout(() => {
      retryTimer = null;
      retry();
    }, RETRY_MILLISECONDS);
  };

  const retry = (): void => {
    inApp.failure = null;
    inFile.failure = null;
    start();
  };

  // One object per state, so that whoever listens can compare by identity.
  let current: SaveState = state();
  const publish = (): void => {
    current = state();
    onState();
  };

  return {
    write: (change, contents) => {
      queue.push({ change, contents });
      start();
      publish();
    },
    state: () => current,
    flush: async () => {
      if (pendingCount() > 0 && !running) retry();
      while (running) await running;
      return current;
    },
    stop: () => {
      if (retryTimer) clearTimeout(retryTimer);
      retryTimer = null;
    },
  };
}

async function appendWaiting(copy: Copy): Promise<void> {
  if (copy.waiting.length === 0) return;
  const blocks = copy.waiting;
  const written = await copy.store.append(blocks);
  if (written.ok) {
    copy.waiting = copy.waiting.slice(blocks.length);
    copy.failure = null;
  } else copy.failure = written.failure;
}
