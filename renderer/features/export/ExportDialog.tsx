/** Chooses and writes a deliverable: what, for whom, in which language, of how much; says where it was saved. */
import { useEffect } from 'react';
import { ExportChoice } from '#renderer/features/export/ExportChoice.tsx';
import { ExportOutcome } from '#renderer/features/export/ExportOutcome.tsx';
import { useExportDesk } from '#renderer/features/export/use-export-desk.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { useWords } from '#renderer/ui/words.ts';
import { exportAll } from '#renderer/view-state/export-request.ts';
import './ExportDialog.css';

export type ExportDialogProps = { readonly isOpen: boolean; readonly onClose: () => void };

/** The dialog; what was chosen in it is forgotten when it closes, except the kind of deliverable. */
export function ExportDialog({ isOpen, onClose }: ExportDialogProps) {
  return isOpen ? <OpenExportDialog onClose={onClose} /> : null;
}

function OpenExportDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useWords();
  const desk = useExportDesk();
  const { stage, cancel, again } = desk.controls;
  // What was ticked elsewhere is meant for this once.
  useEffect(() => exportAll, []);
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={words('export-screen.title')}
      size="wide"
      isBusy={desk.isBusy}
      actions={
        stage.kind === 'choosing' ? (
          <>
            <Button onPress={onClose}>{words('common.cancel')}</Button>
            <Button variant="primary" isDisabled={!desk.isReady} onPress={desk.start}>
              {words('export-screen.choosePlace')}
            </Button>
          </>
        ) : desk.isBusy ? undefined : (
          <>
            <Button onPress={again}>{words('export-screen.another')}</Button>
            <Button variant="primary" onPress={onClose} autoFocus>
              {words('common.close')}
            </Button>
          </>
        )
      }
    >
      {stage.kind === 'choosing' ? <ExportChoice desk={desk} /> : <ExportOutcome stage={stage} onCancel={cancel} />}
    </Dialog>
  );
}
