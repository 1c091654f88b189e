/** Measures agreement off the window's thread; the window ends the worker to stop it. */
import type { FromAgreementWorker, ToAgreementWorker } from '#renderer/workers/agreement-messages.ts';
import { measureAgreement } from '#shared/analysis/agreement/measure-agreement.ts';

self.addEventListener('message', ({ data }: MessageEvent<ToAgreementWorker>) => {
  const report = measureAgreement(data, (done, total) => tell({ kind: 'progress', done, total }));
  tell({ kind: 'result', report });
});

function tell(message: FromAgreementWorker): void {
  self.postMessage(message);
}
