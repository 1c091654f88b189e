/** The keys of the coding desk, to look at and to change: a section of the settings. */
import { RotateCcw } from 'lucide-react';
import { useRef, useState, type KeyboardEvent } from 'react';
import { hostBridge } from '#renderer/bridge/bridge.ts';
import {
  codingKeys,
  fixedKeys,
  giveKeyTo,
  keysInForce,
  ownerOfKey,
  type CodingKey,
  type CustomKeys,
} from '#renderer/features/coding/coding-keys.ts';
import { chooseKey } from '#renderer/features/coding/read-key.ts';
import { Button, IconButton } from '#renderer/ui/Button.tsx';
import { announce } from '#renderer/ui/LiveRegion.tsx';
import { useShortcutWriter } from '#renderer/ui/shortcuts.ts';
import { useWords } from '#renderer/ui/words.ts';
import { changeDeskPreferences, useDeskPreferences } from '#renderer/view-state/desk-preferences.ts';
import './KeysSection.css';

const changeable = codingKeys.filter(({ id }) => !fixedKeys.has(id));

/** Writes the choice down; lists are copied, because what is written belongs to the host. */
function saveKeys(keys: CustomKeys): void {
  const copied = Object.fromEntries(Object.entries(keys).map(([id, list]) => [id, [...list]]));
  void changeDeskPreferences(hostBridge(), { keys: copied });
}

/** The section. */
export function KeysSection() {
  const words = useWords();
  const { keys } = useDeskPreferences();
  const inForce = new Map(keysInForce(keys).map((entry) => [entry.id, entry]));
  return (
    <section className="settings-section" aria-label={words('coding.keys.title')}>
      <h3 className="settings-section__title">{words('coding.keys.title')}</h3>
      <p className="settings-section__text">{words('coding.keys.text')}</p>
      <ul className="coding-keys">
        {changeable.map(({ id }) => {
          const entry = inForce.get(id);
          return entry && <KeyRow key={id} entry={entry} isChosen={id in keys} custom={keys} />;
        })}
      </ul>
      <div>
        <Button isDisabled={Object.keys(keys).length === 0} onPress={() => saveKeys({})}>
          {words('coding.keys.resetAll')}
        </Button>
      </div>
    </section>
  );
}

type KeyRowProps = { readonly entry: CodingKey; readonly isChosen: boolean; readonly custom: CustomKeys };

function KeyRow({ entry, isChosen, custom }: KeyRowProps) {
  const words = useWords();
  const writeKey = useShortcutWriter();
  const [wanted, setWanted] = useState<string | null>(null);
  const name = words(`coding.command.${entry.id}`);
  const owner = wanted === null ? undefined : ownerOfKey(custom, wanted, entry.id);
  const give = (key: string): void => {
    saveKeys(giveKeyTo(custom, entry.id, key));
    setWanted(null);
    announce(words('coding.keys.given', { key: writeKey(key), command: name }));
  };
  const reset = (): void => {
    const first = codingKeys.find(({ id }) => id === entry.id)?.keys ?? [];
    const { [entry.id]: _, ...rest } = custom;
    // Keys that another command has taken since stay with it.
    const free = first.filter((key) => !ownerOfKey(rest, key, entry.id));
    saveKeys(free.length === first.length ? rest : { ...rest, [entry.id]: free });
  };
  return (
    <li className="coding-keys__row">
      <span className="coding-keys__name">{name}</span>
      <KeyField
        label={words('coding.keys.keyOf', { command: name })}
        shown={entry.keys.map(writeKey).join(words('coding.keys.or'))}
        onKey={(key) => {
          if (entry.keys.length === 1 && entry.keys[0] === key) return;
          if (ownerOfKey(custom, key, entry.id)) setWanted(key);
          else give(key);
        }}
      />
      {isChosen && (
        <IconButton
          label={words('coding.keys.reset', { command: name })}
          icon={<RotateCcw aria-hidden />}
          onPress={reset}
        />
      )}
      {wanted !== null && owner && (
        <div className="coding-keys__conflict" role="alert">
          <span>
            {words('coding.keys.taken', { key: writeKey(wanted), command: words(`coding.command.${owner.id}`) })}
          </span>
          <Button variant="primary" onPress={() => give(wanted)}>
            {words('coding.keys.takeAnyway')}
          </Button>
          <Button onPress={() => setWanted(null)}>{words('common.cancel')}</Button>
        </div>
      )}
    </li>
  );
}

type KeyFieldProps = { readonly label: string; readonly shown: string; readonly onKey: (key: string) => void };

/** A button that listens for one key after it was pressed. */
function KeyField({ label, shown, onKey }: KeyFieldProps) {
  const words = useWords();
  const [isListening, setListening] = useState(false);
  const [isRefused, setRefused] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const stop = (): void => {
    setListening(false);
    setRefused(false);
  };
  const listen = (event: KeyboardEvent): void => {
    if (!isListening || event.key === 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    if (['Shift', 'Alt', 'AltGraph', 'Control', 'Meta', 'Dead'].includes(event.key)) return;
    if (event.key === 'Escape') return stop();
    const key = chooseKey(event.nativeEvent);
    if (key === null) return setRefused(true);
    stop();
    onKey(key);
  };
  return (
    <button
      ref={button}
      type="button"
      className="coding-keys__key"
      aria-label={`${label}: ${isListening ? words('coding.keys.press') : shown || words('coding.keys.none')}`}
      aria-pressed={isListening}
      onClick={() => (isListening ? stop() : setListening(true))}
      onBlur={stop}
      onKeyDown={listen}
    >
      {isRefused ? words('coding.keys.refused') : isListening ? words('coding.keys.press') : null}
      {!isListening && (shown === '' ? words('coding.keys.none') : <kbd>{shown}</kbd>)}
    </button>
  );
}
