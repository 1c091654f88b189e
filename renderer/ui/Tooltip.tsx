/** Words that appear when the pointer rests on a control or the keyboard reaches it. */
import type { ReactNode } from 'react';
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components';
import './Tooltip.css';

export type TooltipProps = {
  readonly text: ReactNode;
  readonly shortcut?: string;
  /** A control of this kit. */
  readonly children: ReactNode;
};

/** Gives a control a tooltip. */
export function Tooltip({ text, shortcut, children }: TooltipProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={80}>
      {children}
      <AriaTooltip className="ui-tooltip" offset={6}>
        {text}
        {shortcut !== undefined && <kbd>{shortcut}</kbd>}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
