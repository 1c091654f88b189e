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

type Copy = { readonly store: BlockStore<DiskFailure>; waiting: Block[]; failure: DiskFailure | null };
type Written = { readonly change: Change; readonly contents: readonly Block[] };

/** The writer of one session. `onState` is called whenever the save state changes. */
export class ChangeWriter {
  private readonly inApp: Copy;
  private readonly inFile: Copy;
  private readonly keyring: Keyring;
  private readonly randomBytes: RandomBytes;
  private readonly onState: () => void;
  private queue: Written[] = [];
  private running: Promise<void> | null = null;
  private retryTimer: ReturnType<typeof setTimeout> | null = null;
  private savedAt: string | null = null;
  /** One object per state, so that whoever listens can compare by identity. */
  private current: SaveState = { kind: 'saved', at: null };

  constructor(
    stores: { readonly database: BlockStore<DiskFailure>; readonly file: BlockStore<DiskFailure> },
    keyring: Keyring,
    randomBytes: RandomBytes,
    onState: () => void,
  ) {
    this.inApp = { store: stores.database, waiting: [], failure: null };
    this.inFile = { store: stores.file, waiting: [], failure: null };
    this.keyring = keyring;
    this.randomBytes = randomBytes;
    this.onState = onState;
  }

  /** Takes a change, and contents that it speaks of. Contents are written first, so no change points at nothing. */
  write(change: Change, contents: readonly Block[]): void {
    this.queue.push({ change, contents });
    this.start();
    this.publish();
  }

  state(): SaveState {
    return this.current;
  }

  /** Hands one copy blocks that it lacks, and tries again at once what it refused. */
  give(copy: 'app' | 'file', blocks: readonly Block[]): void {
    (copy === 'app' ? this.inApp : this.inFile).waiting.push(...blocks);
    this.retry();
  }

  /** Blocks that the file has not taken yet. */
  waitingForFile(): readonly Block[] {
    return this.inFile.waiting;
  }

  /** Does work on the copies while nothing else is written to them. */
  async whileStill<Value>(work: () => Promise<Value>): Promise<Value> {
    while (this.running) await this.running;
    const working = work();
    const ended = working.then(
      () => undefined,
      () => undefined,
    );
    this.running = ended.finally(() => {
      this.running = null;
      if (this.pendingCount() > 0) return this.retry();
      this.forgetFailures();
      this.publish();
    });
    return working;
  }

  /** Resolves when nothing is waiting, or when a copy refused what is waiting. */
  async flush(): Promise<SaveState> {
    if (this.pendingCount() > 0 && !this.running) this.retry();
    while (this.running) await this.running;
    return this.current;
  }

  stop(): void {
    if (this.retryTimer) clearTimeout(this.retryTimer);
    this.retryTimer = null;
  }

  private pendingCount(): number {
    return this.queue.length + this.inApp.waiting.length + this.inFile.waiting.length;
  }

  private describe(): SaveState {
    const { inApp, inFile } = this;
    const failure = inApp.failure ?? inFile.failure;
    if (failure) return { kind: 'partly', inApp: !inApp.failure, inFile: !inFile.failure, failure };
    const pending = this.pendingCount();
    return this.running || pending > 0
      ? { kind: 'saving', pending: Math.max(1, pending) }
      : { kind: 'saved', at: this.savedAt };
  }

  private publish(): void {
    this.current = this.describe();
    this.onState();
  }

  private start(): void {
    if (this.running) return;
    this.running = this.drain().finally(() => {
      this.running = null;
      if (this.inApp.failure || this.inFile.failure) this.scheduleRetry();
      else this.savedAt = new Date().toISOString();
      this.publish();
    });
    this.publish();
  }

  private async drain(): Promise<void> {
    const { inApp, inFile } = this;
    while (this.queue.length > 0 || hasWork(inApp) || hasWork(inFile)) {
      const taken = this.queue;
      this.queue = [];
      const blocks = taken.flatMap((item) => item.contents);
      const changes = taken.map((item) => item.change);
      if (changes.length > 0) blocks.push(await sealChanges(this.keyring, changes, this.randomBytes));
      inApp.waiting.push(...blocks);
      inFile.waiting.push(...blocks);
      await Promise.all([appendWaiting(inApp), appendWaiting(inFile)]);
    }
  }

  private scheduleRetry(): void {
    this.retryTimer ??= setTimeout(() => {
      this.retryTimer = null;
      this.retry();
    }, RETRY_MILLISECONDS);
  }

  private retry(): void {
    // What is being written now finds out by itself; its failure must not be forgotten under way.
    if (this.running) return;
    this.forgetFailures();
    this.start();
  }

  private forgetFailures(): void {
    this.inApp.failure = null;
    this.inFile.failure = null;
  }
}

function hasWork(copy: Copy): boolean {
  return copy.waiting.length > 0 && !copy.failure;
}

async function appendWaiting(copy: Copy): Promise<void> {
  if (copy.waiting.length === 0) return;
  // A copy: more may come in while these are written.
  const blocks = [...copy.waiting];
  const written = await copy.store.append(blocks);
  if (written.ok) {
    copy.waiting = copy.waiting.slice(blocks.length);
    copy.failure = null;
  } else copy.failure = written.failure;
}
