/** Which deliverable the export dialog starts with when another place opens it. */
import { create } from 'zustand';
import type { CodingId } from '#shared/domain/coding/coding.ts';
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

type ExportChoice = {
  readonly deliverable: Deliverable;
  /** Only these quotes, where somebody ticked them; null for all that fit. */
  readonly only: readonly CodingId[] | null;
};

export const useExportChoice = create<ExportChoice>(() => ({ deliverable: 'excerpts-xlsx', only: null }));

/** Remembers what is chosen in the dialog. */
export function chooseDeliverable(deliverable: Deliverable): void {
  useExportChoice.setState({ deliverable });
}

/** Opens the export dialog at a deliverable. */
export function requestExport(deliverable: Deliverable): void {
  chooseDeliverable(deliverable);
  openOverlay('export');
}

/** Opens the export dialog for these quotes. */
export function requestExportOf(only: readonly CodingId[]): void {
  useExportChoice.setState({ only });
  requestExport('excerpts-xlsx');
}

/** All quotes that fit, again. */
export function exportAll(): void {
  useExportChoice.setState({ only: null });
}
