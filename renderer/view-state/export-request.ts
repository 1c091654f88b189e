/** Which deliverable the export dialog starts with when another place opens it. */
import { create } from 'zustand';
import { openOverlay } from '#renderer/view-state/overlays.ts';

export const deliverables = [
  'excerpts-xlsx',
  'excerpts-csv',
  'matrix-xlsx',
  'findings-docx',
  'brief-pdf',
  'brief-docx',
  'package-html',
  'workbook-xlsx',
  'tables-csv',
  'everything-json',
] as const;
export type Deliverable = (typeof deliverables)[number];

export const useExportChoice = create<{ readonly deliverable: Deliverable }>(() => ({ deliverable: 'excerpts-xlsx' }));

/** Remembers what is chosen in the dialog. */
export function chooseDeliverable(deliverable: Deliverable): void {
  useExportChoice.setState({ deliverable });
}

/** Opens the export dialog at a deliverable. */
export function requestExport(deliverable: Deliverable): void {
  chooseDeliverable(deliverable);
  openOverlay('export');
}
