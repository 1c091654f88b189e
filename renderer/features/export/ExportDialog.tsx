/** Placeholder until the dialog is built. */

export type ExportDialogProps = { readonly isOpen: boolean; readonly onClose: () => void };

/** Chooses and writes a deliverable. */
export function ExportDialog(_: ExportDialogProps) {
  return null;
}
