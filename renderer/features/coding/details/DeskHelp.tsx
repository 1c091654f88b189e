/** What to do next, while no coding is selected: the few keys that one needs on the first day. */
import { useWords } from '#renderer/ui/words.ts';

const hints = [
  { id: 'criteria', keys: ['1', '…', '9'] },
  { id: 'picker', keys: ['C'] },
  { id: 'repeat', keys: ['Q'] },
  { id: 'directions', keys: ['+', '-', '~', '0'] },
  { id: 'memo', keys: ['M'] },
  { id: 'remove', keys: ['U'] },
  { id: 'next', keys: ['N', 'P'] },
  { id: 'all', keys: ['?'] },
] as const;

/** Keys of the desk in short. */
export function DeskHelp() {
  const words = useWords();
  return (
    <dl className="desk-help">
      <div className="desk-help__lead">{words('coding.help.lead')}</div>
      {hints.map(({ id, keys }) => (
        <div key={id} style={{ display: 'contents' }}>
          <dt className="desk-help__keys">
            {keys.map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}
          </dt>
          <dd>{words(`coding.help.${id}`)}</dd>
        </div>
      ))}
    </dl>
  );
}
