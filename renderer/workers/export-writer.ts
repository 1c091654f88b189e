/** The window's side of the export worker: one deliverable, with progress, stopped by ending the worker. */
import type { FromExportWorker, ToExportWorker } from '#renderer/workers/export-messages.ts';
import type { ExportFailure, ExportedFile } from '#shared/formats/deliverable/exported-file.ts';
import { fail, type Result } from '#shared/basics/result.ts';

/** `broken`: the worker died, such as for want of memory. */
export type WritingFailure =
  ExportFailure | { readonly code: 'broken'; readonly values: Readonly<Record<string, never>> };

export type Writing = {
  readonly result: Promise<Result<ExportedFile, WritingFailure>>;
  readonly cancel: () => void;
};

/** Starts writing. */
export function startWriting(order: ToExportWorker, onProgress: (done: number, total: number) => void): Writing {
  const worker = new Worker(new URL('./export-worker.ts', import.meta.url), { type: 'module' });
  let settle: (result: Result<ExportedFile, WritingFailure>) => void = () => undefined;
  const result = new Promise<Result<ExportedFile, WritingFailure>>((resolve) => {
    settle = (value) => {
      worker.terminate();
      resolve(value);
    };
  });
  worker.addEventListener('message', ({ data }: MessageEvent<FromExportWorker>) => {
    if (data.kind === 'progress') onProgress(data.done, data.total);
    else settle(data.result);
  });
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    settle(fail({ code: 'broken', values: {} }));
  });
  worker.postMessage(order);
  return { result, cancel: () => settle(fail({ code: 'cancelled', values: {} })) };
}
