/** The window's side of the import worker: one file at a time, with progress, cancel and a watch on hanging readers. */
import type { FromImportWorker, ReadAnswer, ReadChoices, ToImportWorker } from '#renderer/workers/import-messages.ts';

export type ImportReader = {
  /** Reads a file. A cancelled read answers `cancelled`, one whose reader hangs or dies answers `damaged`. */
  readonly read: (
    file: { readonly name: string; readonly bytes: Uint8Array },
    choices: ReadChoices,
    onProgress: (share: number) => void,
  ) => Promise<ReadAnswer>;
  readonly cancel: () => void;
  readonly close: () => void;
};

/** A reader that says nothing for so long hangs; the largest allowed file takes a fraction of it between two steps. */
const SILENCE_MILLISECONDS = 90_000;
/** A cancelled reader that does not stop by itself is ended. */
const CANCEL_MILLISECONDS = 1500;

type Pending = {
  readonly id: number;
  readonly format: string;
  readonly settle: (answer: ReadAnswer) => void;
  readonly onProgress: (share: number) => void;
};

/** Starts a reader; its worker is started with the first file, and anew after one that hung. */
export function createImportReader(): ImportReader {
  let worker: Worker | null = null;
  let pending: Pending | null = null;
  let watch: ReturnType<typeof setTimeout> | undefined;
  let nextId = 1;

  const giveUp = (code: 'cancelled' | 'damaged'): void => {
    worker?.terminate();
    worker = null;
    const values = code === 'damaged' ? { format: pending?.format ?? '' } : {};
    finish({ result: { ok: false, failure: { code, values } }, fileHash: '', facts: [] });
  };
  const finish = (answer: ReadAnswer): void => {
    clearTimeout(watch);
    const { settle } = pending ?? {};
    pending = null;
    settle?.(answer);
  };
  const watchFor = (milliseconds: number, code: 'cancelled' | 'damaged'): void => {
    clearTimeout(watch);
    watch = setTimeout(() => giveUp(code), milliseconds);
  };
  const hear = ({ data }: MessageEvent<FromImportWorker>): void => {
    if (data.id !== pending?.id) return;
    if (data.kind === 'answer') return finish(data.answer);
    watchFor(SILENCE_MILLISECONDS, 'damaged');
    pending.onProgress(data.total === 0 ? 0 : data.done / data.total);
  };
  const start = (): Worker => {
    const started = new Worker(new URL('./import-worker.ts', import.meta.url), { type: 'module' });
    started.addEventListener('message', hear);
    started.addEventListener('error', () => giveUp('damaged'));
    return started;
  };
  const say = (message: ToImportWorker): void => worker?.postMessage(message);

  return {
    read: ({ name, bytes }, choices, onProgress) =>
      new Promise((settle) => {
        const id = nextId++;
        pending = { id, format: name.split('.').at(-1) ?? '', settle, onProgress };
        worker ??= start();
        watchFor(SILENCE_MILLISECONDS, 'damaged');
        say({ kind: 'read', id, name, bytes, choices });
      }),
    cancel: () => {
      if (!pending) return;
      say({ kind: 'cancel', id: pending.id });
      watchFor(CANCEL_MILLISECONDS, 'cancelled');
    },
    close: () => {
      worker?.terminate();
      worker = null;
      clearTimeout(watch);
    },
  };
}
