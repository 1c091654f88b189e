/** Writes deliverables off the window's thread; the window ends the worker to stop it. */
import type { FromExportWorker, ToExportWorker } from '#renderer/workers/export-messages.ts';
import { previewDeliverable, writeDeliverable } from '#shared/formats/deliverable/write-deliverable.ts';

self.addEventListener('message', ({ data: { order, wanted } }: MessageEvent<ToExportWorker>) => {
  if (wanted === 'preview') return tell({ kind: 'preview', staysOut: previewDeliverable(order) });
  void writeDeliverable(order, { onProgress: ({ done, total }) => tell({ kind: 'progress', done, total }) }).then(
    (result) => tell({ kind: 'result', result }),
  );
});

function tell(message: FromExportWorker): void {
  self.postMessage(message);
}
