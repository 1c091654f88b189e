/** Buttons: one with words, and one that is only an icon, whose words are its tooltip and name. */
import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { classNames } from '#renderer/ui/class-names.ts';
import { Tooltip } from '#renderer/ui/Tooltip.tsx';
import './Button.css';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';

export type ButtonProps = Omit<AriaButtonProps, 'className' | 'children' | 'style'> & {
  readonly variant?: ButtonVariant;
  readonly size?: 'normal' | 'large';
  readonly icon?: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
};

/** A button with words. */
export function Button({ variant = 'secondary', size = 'normal', icon, className, children, ...rest }: ButtonProps) {
  const names = classNames('ui-button', `ui-button--${variant}`, size === 'large' && 'ui-button--large', className);
  return (
    <AriaButton {...rest} className={names}>
      {icon}
      {children}
    </AriaButton>
  );
}

export type IconButtonProps = Omit<ButtonProps, 'children' | 'aria-label' | 'icon'> & {
  readonly label: string;
  readonly icon: ReactNode;
  /** Shown behind the words in the tooltip, such as Ctrl+Z. */
  readonly shortcut?: string;
  /** For a button that switches something on and off. */
  readonly isPressed?: boolean;
};

/** A button that is only an icon. */
export function IconButton({
  label,
  icon,
  shortcut,
  isPressed,
  variant = 'quiet',
  className,
  ...rest
}: IconButtonProps) {
  const names = classNames('ui-button', `ui-button--${variant}`, 'ui-button--icon', className);
  const pressed = isPressed === undefined ? {} : { 'aria-pressed': isPressed };
  return (
    <Tooltip text={label} {...(shortcut !== undefined && { shortcut })}>
      <AriaButton {...rest} {...pressed} aria-label={label} className={names}>
        {icon}
      </AriaButton>
    </Tooltip>
  );
}
