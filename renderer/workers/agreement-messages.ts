/** What window and agreement worker say to each other. */
import type { AgreementData } from '#shared/analysis/agreement/agreement-data.ts';
import type { AgreementReport } from '#shared/analysis/agreement/agreement-report.ts';

export type ToAgreementWorker = AgreementData;

export type FromAgreementWorker =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'result'; readonly report: AgreementReport };
