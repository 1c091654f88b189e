/** What window and export worker say to each other: everything a deliverable is made from, as plain data. */
import type { DeliverableOrder, DeliverableResult, StaysOut } from '#shared/formats/deliverable/deliverable-order.ts';

export type ToExportWorker = {
  readonly order: DeliverableOrder;
  /** Only what would stay out, or the file. */
  readonly wanted: 'preview' | 'file';
};

export type FromExportWorker =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'preview'; readonly staysOut: StaysOut }
  | { readonly kind: 'result'; readonly result: DeliverableResult };
