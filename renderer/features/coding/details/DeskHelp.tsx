/** What to do next, while no coding is selected: the few keys that one needs on the first day. */
import { keysInForce } from '#renderer/features/coding/coding-keys.ts';
import { useShortcutWriter } from '#renderer/ui/shortcuts.ts';
import { useWords } from '#renderer/ui/words.ts';
import { useDeskPreferences } from '#renderer/view-state/desk-preferences.ts';

/** Each with the commands whose first keys it shows, or with keys that nobody can change. */
const hints = [
  { id: 'criteria', fixed: ['1', '…', '9'] },
  { id: 'picker', commands: ['pick'] },
  { id: 'repeat', commands: ['repeat'] },
  { id: 'units', commands: ['grow', 'passage'] },
  { id: 'directions', commands: ['supports', 'contradicts', 'mixed', 'neutral'] },
  { id: 'memo', commands: ['memo'] },
  { id: 'star', commands: ['star'] },
  { id: 'finding', commands: ['addToFinding'] },
  { id: 'remove', commands: ['remove'] },
  { id: 'next', commands: ['next', 'previous'] },
  { id: 'all', fixed: ['?'] },
] as const;

/** Keys of the desk in short. */
export function DeskHelp() {
  const words = useWords();
  const writeKey = useShortcutWriter();
  const { keys } = useDeskPreferences();
  const firstKeys = new Map(keysInForce(keys).map((entry) => [entry.id, entry.keys[0]]));
  return (
    <div className="desk-help">
      <p>{words('coding.help.lead')}</p>
      <ul className="desk-help__list">
        {hints.map((hint) => (
          <li key={hint.id} className="desk-help__hint">
            <span className="desk-help__keys">
              {('fixed' in hint ? hint.fixed : hint.commands.flatMap((id) => firstKeys.get(id) ?? [])).map((key) => (
                <kbd key={key}>{writeKey(key)}</kbd>
              ))}
            </span>
            <span>{words(`coding.help.${hint.id}`)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
