/** Asked when an evaluation is left while one of its copies cannot be written. */
import type { SaveState } from '#renderer/data/session.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { useWords } from '#renderer/ui/words.ts';

export type UnsavedDialogProps = {
  readonly state: Extract<SaveState, { kind: 'partly' }>;
  readonly onTryAgain: () => void;
  readonly onStay: () => void;
  readonly onLeaveAnyway: () => void;
};

/** Says which copy is behind and lets the person decide. */
export function UnsavedDialog({ state, onTryAgain, onStay, onLeaveAnyway }: UnsavedDialogProps) {
  const words = useWords();
  const where = state.inApp ? 'appOnly' : state.inFile ? 'fileOnly' : 'nowhere';
  return (
    <Dialog
      isOpen
      onClose={onStay}
      role="alertdialog"
      title={words(`shell.save.${where}`)}
      actions={
        <>
          <Button variant="danger" onPress={onLeaveAnyway}>
            {words('shell.save.leaveAnyway')}
          </Button>
          <Button onPress={onStay}>{words('shell.save.stay')}</Button>
          <Button variant="primary" onPress={onTryAgain}>
            {words('shell.save.tryAgain')}
          </Button>
        </>
      }
    >
      <p>{words(`disk.${state.failure.code}`, { name: state.failure.name })}</p>
      <p>{words(`shell.save.${where}Advice`)}</p>
    </Dialog>
  );
}
