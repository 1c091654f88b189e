/** A panel that floats beside the control that opened it; a click elsewhere or Esc closes it. */
import type { ReactNode } from 'react';
import { Dialog, DialogTrigger, Popover as AriaPopover } from 'react-aria-components';
import './list.css';
import './Popover.css';

export type PopoverProps = {
  readonly label: string;
  /** The button that opens it. */
  readonly trigger: ReactNode;
  /** Called with a way to close the panel. */
  readonly children: (close: () => void) => ReactNode;
};

/** A panel behind a button. */
export function Popover({ label, trigger, children }: PopoverProps) {
  return (
    <DialogTrigger>
      {trigger}
      <AriaPopover className="ui-popover ui-popover--panel" offset={6}>
        <Dialog className="ui-popover__dialog" aria-label={label}>
          {({ close }) => children(close)}
        </Dialog>
      </AriaPopover>
    </DialogTrigger>
  );
}
