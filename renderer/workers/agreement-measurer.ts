/** The window's side of the agreement worker: one measurement, with progress, stopped by ending the worker. */
import type { FromAgreementWorker, ToAgreementWorker } from '#renderer/workers/agreement-messages.ts';
import type { AgreementReport } from '#shared/analysis/agreement/agreement-report.ts';

export type Measuring = {
  /** Null when it was stopped or the worker died, such as for want of memory. */
  readonly report: Promise<AgreementReport | null>;
  readonly cancel: () => void;
};

/** Starts measuring. */
export function startMeasuring(data: ToAgreementWorker, onProgress: (done: number, total: number) => void): Measuring {
  const worker = new Worker(new URL('./agreement-worker.ts', import.meta.url), { type: 'module' });
  let settle: (report: AgreementReport | null) => void = () => undefined;
  const report = new Promise<AgreementReport | null>((resolve) => {
    settle = (value) => {
      worker.terminate();
      resolve(value);
    };
  });
  worker.addEventListener('message', ({ data: heard }: MessageEvent<FromAgreementWorker>) => {
    if (heard.kind === 'progress') onProgress(heard.done, heard.total);
    else settle(heard.report);
  });
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    settle(null);
  });
  worker.postMessage(data);
  return { report, cancel: () => settle(null) };
}
