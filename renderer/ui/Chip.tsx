/** Small labels: a chip can be switched, removed or just stand there; a badge says a word or a number. */
import { X } from 'lucide-react';
import type { CSSProperties, ReactNode } from 'react';
import { Button as AriaButton, ToggleButton } from 'react-aria-components';
import { useWords } from '#renderer/ui/words.ts';
import './Chip.css';

export type ChipProps = {
  readonly children: string;
  /** A dot of this colour in front of the words. */
  readonly color?: string;
  readonly icon?: ReactNode;
  /** With `onChange` the chip is a switch, such as a filter. */
  readonly isSelected?: boolean;
  readonly onChange?: (isSelected: boolean) => void;
  /** Gives the chip a button that takes it away. */
  readonly onRemove?: () => void;
};

/** A chip. */
export function Chip({ children, color, icon, isSelected = false, onChange, onRemove }: ChipProps) {
  const words = useWords();
  const inside = (
    <>
      {color !== undefined && (
        <span className="ui-chip__dot" style={{ '--chip-color': color } as CSSProperties} aria-hidden />
      )}
      {icon}
      <span className="ui-chip__words">{children}</span>
    </>
  );
  if (onChange) {
    return (
      <ToggleButton className="ui-chip" isSelected={isSelected} onChange={onChange}>
        {inside}
      </ToggleButton>
    );
  }
  return (
    <span className="ui-chip">
      {inside}
      {onRemove && (
        <AriaButton
          className="ui-chip__remove"
          aria-label={words('common.removeNamed', { name: children })}
          onPress={onRemove}
        >
          <X aria-hidden />
        </AriaButton>
      )}
    </span>
  );
}

export type BadgeProps = {
  readonly tone?: 'plain' | 'good' | 'warning' | 'danger';
  /** Holds a number: never narrower than two digits. */
  readonly isCount?: boolean;
  readonly children: ReactNode;
};

/** A word or number in a small box. */
export function Badge({ tone = 'plain', isCount, children }: BadgeProps) {
  return <span className={`ui-badge ui-badge--${tone}${isCount ? ' ui-badge--count' : ''}`}>{children}</span>;
}
