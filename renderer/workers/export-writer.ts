/** The window's side of the export worker: one deliverable, with progress, stopped by ending the worker. */
import type { FromExportWorker, ToExportWorker } from '#renderer/workers/export-messages.ts';
import { fail, type Result } from '#shared/basics/result.ts';
import type { DeliverableOrder, StaysOut } from '#shared/formats/deliverable/deliverable-order.ts';
import type { ExportedFile, ExportFailure } from '#shared/formats/deliverable/exported-file.ts';

/** `broken`: the worker died, such as for want of memory. */
export type WritingFailure =
  ExportFailure | { readonly code: 'broken'; readonly values: Readonly<Record<string, never>> };

type Work<Value> = { readonly result: Promise<Result<Value, WritingFailure>>; readonly cancel: () => void };
export type Writing = Work<ExportedFile & StaysOut>;

/** Starts writing. */
export function startWriting(order: DeliverableOrder, onProgress: (done: number, total: number) => void): Writing {
  return work<ExportedFile & StaysOut>({ order, wanted: 'file' }, (message, settle) => {
    if (message.kind === 'progress') onProgress(message.done, message.total);
    else if (message.kind === 'result') settle(message.result);
  });
}

/** Finds out what would stay out. */
export function startPreview(order: DeliverableOrder): Work<StaysOut> {
  return work<StaysOut>({ order, wanted: 'preview' }, (message, settle) => {
    if (message.kind === 'preview') settle({ ok: true, value: message.staysOut });
  });
}

function work<Value>(
  request: ToExportWorker,
  hear: (message: FromExportWorker, settle: (result: Result<Value, WritingFailure>) => void) => void,
): Work<Value> {
  const worker = new Worker(new URL('./export-worker.ts', import.meta.url), { type: 'module' });
  let settle: (result: Result<Value, WritingFailure>) => void = () => undefined;
  const result = new Promise<Result<Value, WritingFailure>>((resolve) => {
    settle = (value) => {
      worker.terminate();
      resolve(value);
    };
  });
  worker.addEventListener('message', ({ data }: MessageEvent<FromExportWorker>) => hear(data, settle));
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    settle(fail({ code: 'broken', values: {} }));
  });
  worker.postMessage(request);
  return { result, cancel: () => settle(fail({ code: 'cancelled', values: {} })) };
}
