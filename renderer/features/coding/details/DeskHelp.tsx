/** What to do next, while no coding is selected: the few keys that one needs on the first day. */
import { useWords } from '#renderer/ui/words.ts';

const hints = [
  { id: 'criteria', keys: ['1', '…', '9'] },
  { id: 'picker', keys: ['C'] },
  { id: 'repeat', keys: ['Q'] },
  { id: 'directions', keys: ['+', '-', '~', '0'] },
  { id: 'memo', keys: ['M'] },
  { id: 'star', keys: ['I'] },
  { id: 'finding', keys: ['F'] },
  { id: 'remove', keys: ['U'] },
  { id: 'next', keys: ['N', 'P'] },
  { id: 'all', keys: ['?'] },
] as const;

/** Keys of the desk in short. */
export function DeskHelp() {
  const words = useWords();
  return (
    <div className="desk-help">
      <p>{words('coding.help.lead')}</p>
      <ul className="desk-help__list">
        {hints.map(({ id, keys }) => (
          <li key={id} className="desk-help__hint">
            <span className="desk-help__keys">
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </span>
            <span>{words(`coding.help.${id}`)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
