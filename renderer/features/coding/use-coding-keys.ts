/** Runs the keys of the desk while it is on the screen, and offers the same as commands to palette and key sheet. */
import { useEffect, useMemo } from 'react';
import { useCodebook } from '#renderer/data/hooks.ts';
import { keysInForce, runCodingKey } from '#renderer/features/coding/coding-keys.ts';
import { useDesk } from '#renderer/features/coding/desk-context.ts';
import { useOfferCommands, type Command } from '#renderer/view-state/commands.ts';
import { deskPreferencesNow, useDeskPreferences } from '#renderer/view-state/desk-preferences.ts';

const BOXES = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"].ui-options';
const FIELDS = 'input:not([type="radio"]):not([type="checkbox"]), textarea, select';

/** Keys of the desk: off in fields, menus and dialogs. */
export function useCodingKeys(): void {
  const { actions } = useDesk();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return;
      const target = event.target instanceof Element ? event.target : document.body;
      if (target.closest(BOXES)) return;
      if (event.key === 'F6') {
        event.preventDefault();
        walkPanes(event.shiftKey ? -1 : 1);
      } else if (target.closest(FIELDS)) return;
      else if (runCodingKey(event, actions, deskPreferencesNow().keys)) event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [actions]);
  useOfferCommands(useCodingCommands());
}

function useCodingCommands(): readonly Command[] {
  const { actions } = useDesk();
  const codebook = useCodebook();
  const custom = useDeskPreferences().keys;
  return useMemo(() => {
    const keyed = codebook.flat.filter(({ code }) => code.key !== '' && !code.hidden);
    return [
      ...keyed.map(({ code }): Command => ({
        id: `coding.code-${code.key}`,
        titleKey: 'coding.command.codeAs',
        titleValues: { code: code.name },
        group: 'coding',
        keys: [code.key],
        isHandledElsewhere: true,
        run: () => actions.code(code.id),
      })),
      ...keysInForce(custom).map(({ id, keys, run }): Command => ({
        id: `coding.${id}`,
        titleKey: `coding.command.${id}`,
        group: 'coding',
        keys,
        isHandledElsewhere: true,
        run: () => run(actions),
      })),
      {
        id: 'coding.panes',
        titleKey: 'coding.command.panes',
        group: 'coding',
        keys: ['F6'],
        isHandledElsewhere: true,
        isKeyOnly: true,
        run: () => walkPanes(1),
      },
    ];
  }, [actions, codebook, custom]);
}

/** Where the keyboard goes in a pane: the first of these that is there. */
const paneStarts = [
  '[role="tree"] [tabindex="0"]',
  '[role="listbox"]',
  '.cm-content',
  '[role="radio"]',
  'textarea',
  'input',
  'button',
];

/** Takes the keyboard to the next pane of the desk. */
function walkPanes(direction: 1 | -1): void {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-desk-pane]')];
  const current = panes.findIndex((pane) => pane.contains(document.activeElement));
  for (let step = 1; step <= panes.length; step += 1) {
    const at = current === -1 && direction === 1 ? step - 1 : current + direction * step;
    const pane = panes[(at + panes.length * 2) % panes.length];
    const target = paneStarts
      .map((selector) => pane?.querySelector<HTMLElement>(selector))
      .find((element) => element != null);
    if (target) {
      target.focus();
      return;
    }
  }
}
