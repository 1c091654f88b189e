/** The key of a command of the desk as this keyboard shows it, for tooltips and hints. */
import { keysInForce } from '#renderer/features/coding/coding-keys.ts';
import { useShortcutWriter } from '#renderer/ui/shortcuts.ts';
import { useDeskPreferences } from '#renderer/view-state/desk-preferences.ts';

/** The first key of a command; '' when somebody took all of its keys away. */
export function useCommandKey(id: string): string {
  const writeKey = useShortcutWriter();
  const { keys } = useDeskPreferences();
  const first = keysInForce(keys).find((entry) => entry.id === id)?.keys[0];
  return first === undefined ? '' : writeKey(first);
}
