/** Dialogs: a box over the window that must be answered or left; Esc leaves. */
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { Button, IconButton } from '#renderer/ui/Button.tsx';
import { classNames } from '#renderer/ui/class-names.ts';
import { useWords } from '#renderer/ui/words.ts';
import './Tooltip.css';
import './Dialog.css';

export type DialogProps = {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly size?: 'normal' | 'wide' | 'full';
  /** Buttons at the end, the main one last. */
  readonly actions?: ReactNode;
  /** Words or a control at the other end of the row of buttons. */
  readonly actionsStart?: ReactNode;
  /** The children fill the box to its edges and scroll by themselves. */
  readonly isBare?: boolean;
  /** Neither Esc nor a click beside it closes it: something is being written. */
  readonly isBusy?: boolean;
  readonly role?: 'dialog' | 'alertdialog';
  readonly children: ReactNode;
};

/** A modal dialog. */
export function Dialog(props: DialogProps) {
  const { isOpen, onClose, title, size = 'normal', isBusy = false, role = 'dialog', children } = props;
  const words = useWords();
  return (
    <ModalOverlay
      className="ui-overlay"
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      isKeyboardDismissDisabled={isBusy}
    >
      <Modal className={classNames('ui-dialog-box', `ui-dialog-box--${size}`)}>
        <AriaDialog className="ui-dialog" role={role}>
          <div className="ui-dialog__head">
            <Heading slot="title" className="ui-dialog__title">
              {title}
            </Heading>
            <IconButton label={words('common.close')} icon={<X aria-hidden />} onPress={onClose} isDisabled={isBusy} />
          </div>
          <div className={classNames('ui-dialog__body', props.isBare && 'ui-dialog__body--bare')}>{children}</div>
          {props.actions !== undefined && (
            <div className="ui-dialog__actions">
              <div className="ui-dialog__start">{props.actionsStart}</div>
              {props.actions}
            </div>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

export type ConfirmDialogProps = {
  readonly isOpen: boolean;
  readonly title: string;
  /** What happens, and whether it can be undone. */
  readonly children: ReactNode;
  /** Says what is done: Remove source, not OK. */
  readonly confirmLabel: string;
  readonly isDangerous?: boolean;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
};

/** Asks before something that undo cannot take back. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const words = useWords();
  return (
    <Dialog
      isOpen={props.isOpen}
      onClose={props.onCancel}
      title={props.title}
      role="alertdialog"
      actions={
        <>
          <Button autoFocus onPress={props.onCancel}>
            {words('common.cancel')}
          </Button>
          <Button variant={props.isDangerous ? 'danger' : 'primary'} onPress={props.onConfirm}>
            {props.confirmLabel}
          </Button>
        </>
      }
    >
      {props.children}
    </Dialog>
  );
}
