/** Links to findings, conclusions or criteria: chips of what is linked, and a panel to tick more. */
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { foldName } from '#shared/domain/codebook/codebook.ts';
import { LinkChip } from '#renderer/features/findings/LinkChip.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Checkbox } from '#renderer/ui/Checkbox.tsx';
import { Popover } from '#renderer/ui/Popover.tsx';
import { SearchField } from '#renderer/ui/TextField.tsx';
import { useWords } from '#renderer/ui/words.ts';
import './LinkPicker.css';

export type LinkTarget = {
  readonly id: string;
  readonly number: string;
  readonly text: string;
  readonly color?: string;
};

export type LinkPickerProps = {
  readonly label: string;
  readonly targets: readonly LinkTarget[];
  readonly linked: Readonly<Record<string, true>>;
  readonly onLink: (id: string, isLinked: boolean) => void;
  readonly onOpen?: (id: string) => void;
  readonly isReadOnly: boolean;
  /** Shown while nothing is linked. */
  readonly emptyText: string;
};

/** The links. */
export function LinkPicker(props: LinkPickerProps) {
  const { label, targets, linked, onLink, onOpen, isReadOnly, emptyText } = props;
  const words = useWords();
  const [search, setSearch] = useState('');
  const chosen = targets.filter((target) => linked[target.id]);
  const wanted = foldName(search);
  const offered = targets.filter((target) => foldName(`${target.number} ${target.text}`).includes(wanted));
  return (
    <div className="link-picker" role="group" aria-label={label}>
      <span className="link-picker__label">{label}</span>
      <div className="link-picker__chips">
        {chosen.map((target) => (
          <LinkChip
            key={target.id}
            number={target.number}
            text={target.text}
            {...(target.color !== undefined && { color: target.color })}
            {...(onOpen && { onOpen: () => onOpen(target.id) })}
            {...(!isReadOnly && { onRemove: () => onLink(target.id, false) })}
          />
        ))}
        {chosen.length === 0 && <span className="link-picker__empty">{emptyText}</span>}
        {!isReadOnly && (
          <Popover
            label={label}
            trigger={
              <Button
                variant="quiet"
                icon={<Plus aria-hidden />}
                aria-label={words('findings.linkMore', { what: label })}
              >
                {words('findings.link')}
              </Button>
            }
          >
            {() => (
              <div className="link-picker__panel">
                <SearchField label={words('findings.search')} value={search} onChange={setSearch} autoFocus />
                <div className="link-picker__offers">
                  {offered.map((target) => (
                    <Checkbox
                      key={target.id}
                      isSelected={linked[target.id] === true}
                      onChange={(isLinked) => onLink(target.id, isLinked)}
                    >
                      {target.number && <strong>{target.number} </strong>}
                      {target.text}
                    </Checkbox>
                  ))}
                  {offered.length === 0 && <p className="link-picker__empty">{words('findings.nothingFound')}</p>}
                </div>
              </div>
            )}
          </Popover>
        )}
      </div>
    </div>
  );
}
