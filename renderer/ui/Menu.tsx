/** Menus: behind a button, and at the pointer (right click, context-menu key, Shift+F10). */
import { Check } from 'lucide-react';
import { useRef, useState, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react';
import {
  Header,
  Keyboard,
  Menu as AriaMenu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  Separator,
} from 'react-aria-components';
import { classNames } from '#renderer/ui/class-names.ts';
import './list.css';
import './Menu.css';

export type MenuEntry =
  | {
      readonly id: string;
      readonly label: string;
      readonly icon?: ReactNode;
      readonly shortcut?: string;
      readonly isDisabled?: boolean;
      readonly isDangerous?: boolean;
      /** Shows a tick: the entry is switched on. */
      readonly isChecked?: boolean;
      readonly onAction: () => void;
    }
  | { readonly id: string; readonly line: true }
  | { readonly id: string; readonly heading: string; readonly entries: readonly MenuEntry[] };

export type MenuProps = {
  /** Names the menu for screen readers. */
  readonly label: string;
  readonly entries: readonly MenuEntry[];
  /** The button that opens it. */
  readonly children: ReactNode;
};

/** A menu behind a button. */
export function Menu({ label, entries, children }: MenuProps) {
  return (
    <MenuTrigger>
      {children}
      <Popover className="ui-popover" offset={4}>
        <AriaMenu className="ui-options" aria-label={label}>
          {entries.map((entry) => menuRow(entry))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

export type ContextMenuProps = MenuProps & { readonly className?: string };

/** Whatever stands inside gets a menu at the pointer. */
export function ContextMenu({ label, entries, children, className }: ContextMenuProps) {
  const [isOpen, setOpen] = useState(false);
  const anchor = useRef<HTMLSpanElement>(null);
  const openAt = (event: MouseEvent | KeyboardEvent, x: number, y: number): void => {
    event.preventDefault();
    event.stopPropagation();
    if (!anchor.current) return;
    anchor.current.style.left = `${x}px`;
    anchor.current.style.top = `${y}px`;
    setOpen(true);
  };
  const openAtKeyboard = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key !== 'ContextMenu' && !(event.key === 'F10' && event.shiftKey)) return;
    const target = event.target as HTMLElement;
    // In a list that keeps the focus itself, the menu belongs to the row it points at.
    const active = document.getElementById(target.getAttribute('aria-activedescendant') ?? '') ?? target;
    const box = active.getBoundingClientRect();
    openAt(event, box.left + 12, box.bottom);
  };
  return (
    <div
      className={classNames('ui-context', className)}
      onContextMenu={(event) => openAt(event, event.clientX, event.clientY)}
      onKeyDown={openAtKeyboard}
    >
      {children}
      <span ref={anchor} className="ui-context__anchor" />
      <Popover
        className="ui-popover"
        triggerRef={anchor}
        isOpen={isOpen && entries.length > 0}
        onOpenChange={setOpen}
        placement="bottom start"
        offset={0}
        aria-label={label}
      >
        <AriaMenu className="ui-options" aria-label={label} autoFocus="first" onClose={() => setOpen(false)}>
          {entries.map((entry) => menuRow(entry))}
        </AriaMenu>
      </Popover>
    </div>
  );
}

function menuRow(entry: MenuEntry): ReactNode {
  if ('line' in entry) return <Separator key={entry.id} className="ui-options__line" />;
  if ('heading' in entry) {
    return (
      <MenuSection key={entry.id}>
        <Header className="ui-options__heading">{entry.heading}</Header>
        {entry.entries.map((inner) => menuRow(inner))}
      </MenuSection>
    );
  }
  return (
    <MenuItem
      key={entry.id}
      id={entry.id}
      textValue={entry.label}
      className={classNames('ui-option', entry.isDangerous && 'ui-option--danger')}
      isDisabled={entry.isDisabled ?? false}
      onAction={entry.onAction}
    >
      {entry.icon}
      <span className="ui-option__words">{entry.label}</span>
      {entry.isChecked && <Check aria-hidden />}
      {entry.shortcut !== undefined && <Keyboard>{entry.shortcut}</Keyboard>}
    </MenuItem>
  );
}
