/** The one place where keys become commands. Keys are off while somebody types, and while a box is open. */
import { useEffect } from 'react';
import { commandsOnOffer } from '#renderer/view-state/commands.ts';
import { isMac, matchesKeys } from '#renderer/ui/shortcuts.ts';

/** Text fields keep these for themselves. */
const FIELD_KEYS = ['Mod+A', 'Mod+C', 'Mod+V', 'Mod+X', 'Mod+Y', 'Mod+Z', 'Mod+Shift+Z'];
const BOXES = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"].ui-options';
/** A text that is only read takes the focus like a field, but nobody types in it. */
const READING = '[aria-readonly="true"], [data-keys-on]';
const BUTTON_TYPES = new Set(['button', 'checkbox', 'radio', 'range', 'submit']);

/** Runs commands by key while the component is on the screen. */
export function useKeyboardMap(): void {
  useEffect(() => {
    const onMac = isMac();
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return;
      const target = event.target instanceof HTMLElement ? event.target : document.body;
      if (target.closest(BOXES)) return;
      const typing = isTyping(target);
      const command = commandsOnOffer().find(
        ({ keys, isEnabled, isHandledElsewhere }) =>
          isEnabled !== false &&
          !isHandledElsewhere &&
          keys?.some((candidate) => matchesKeys(event, candidate, onMac) && !(typing && isFieldKey(candidate))),
      );
      if (!command) return;
      event.preventDefault();
      command.run();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}

function isFieldKey(keys: string): boolean {
  return FIELD_KEYS.includes(keys) || !/Mod|Alt|^F\d/u.test(keys);
}

function isTyping(target: HTMLElement): boolean {
  if (target.closest(READING)) return false;
  if (target instanceof HTMLInputElement) return !BUTTON_TYPES.has(target.type);
  return target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}
