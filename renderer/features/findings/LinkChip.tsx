/** A link of the red thread as a chip: opens what it stands for, and can be taken away. */
import { X } from 'lucide-react';
import type { CSSProperties } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { Tooltip } from '#renderer/ui/Tooltip.tsx';
import { useWords } from '#renderer/ui/words.ts';
import './LinkChip.css';

export type LinkChipProps = {
  readonly number: string;
  readonly text: string;
  readonly color?: string;
  readonly onOpen?: () => void;
  readonly onRemove?: () => void;
};

/** A chip. */
export function LinkChip({ number, text, color, onOpen, onRemove }: LinkChipProps) {
  const words = useWords();
  const style = color === undefined ? {} : ({ '--chip-color': color } as CSSProperties);
  const name = [number, text].filter(Boolean).join(' ');
  return (
    <span className="link-chip" style={style} data-colored={color !== undefined || undefined}>
      <Tooltip text={name}>
        <AriaButton className="link-chip__open" onPress={() => onOpen?.()} aria-label={name} isDisabled={!onOpen}>
          {number && <strong>{number}</strong>}
          <span className="link-chip__text">{text}</span>
        </AriaButton>
      </Tooltip>
      {onRemove && (
        <AriaButton
          className="link-chip__remove"
          aria-label={words('findings.unlinkNamed', { name: number || text })}
          onPress={onRemove}
        >
          <X aria-hidden />
        </AriaButton>
      )}
    </span>
  );
}
