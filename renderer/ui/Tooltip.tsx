/** Words that appear when the pointer rests on a control or the keyboard reaches it. */
import type { ReactNode } from 'react';
import { Focusable, Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components';
import './Tooltip.css';

export type TooltipProps = {
  readonly text: ReactNode;
  readonly shortcut?: string;
  /** A control of this kit; for anything else, wrap it in `TooltipTarget`. */
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

/** Makes a stretch of text that is no control reachable, so that it can carry a tooltip. */
export function TooltipTarget({ children }: { readonly children: ReactNode }) {
  return (
    <Focusable>
      <span role="note" tabIndex={0}>
        {children}
      </span>
    </Focusable>
  );
}
