/** Words that may tell who somebody is, found in all texts; whoever picks one decides what becomes of it. */
import { useEffect, useRef, useState } from 'react';
import { findPersonalWords, personalKinds, type PersonalWord } from '#shared/analysis/personal-data.ts';
import { useRecords, useSession } from '#renderer/data/hooks.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { useWords } from '#renderer/ui/words.ts';

export type PersonalSuggestionsProps = {
  /** Somebody wants to look at the places of these words. */
  readonly onPick: (word: PersonalWord) => void;
};

/** More of one kind are found once the first are dealt with. */
const MOST_SHOWN = 60;

/** A button; behind it the words, by kind. */
export function PersonalSuggestions({ onPick }: PersonalSuggestionsProps) {
  const words = useWords();
  const session = useSession();
  const sources = useRecords('source');
  const [found, setFound] = useState<readonly PersonalWord[] | null>(null);
  const [isLooking, setLooking] = useState(false);
  const run = useRef(0);
  useEffect(
    () => () => {
      run.current += 1;
    },
    [],
  );
  // What was replaced is no longer proposed.
  useEffect(() => setFound(null), [sources]);
  const look = async (): Promise<void> => {
    const mine = (run.current += 1);
    setLooking(true);
    const texts: string[] = [];
    for (const source of sources) {
      texts.push((await session.contents.load(source.revision))?.text ?? '');
      // Other work may run between two texts.
      await new Promise((go) => setTimeout(go));
      if (run.current !== mine) return;
    }
    setFound(findPersonalWords(texts));
    setLooking(false);
  };
  return (
    <section className="personal" aria-label={words('texts.personal.title')}>
      <Button onPress={() => void look()} isDisabled={isLooking}>
        {words(isLooking ? 'texts.personal.looking' : 'texts.personal.look')}
      </Button>
      <p className="coding-fates__hint">{words('texts.personal.help')}</p>
      {found?.length === 0 && <p role="status">{words('texts.personal.none')}</p>}
      {found &&
        personalKinds.map((kind) => {
          const ofKind = found.filter((word) => word.kind === kind);
          if (ofKind.length === 0) return null;
          return (
            <div key={kind}>
              <h3 className="personal__kind">{words(`texts.personal.kind.${kind}`)}</h3>
              <ul className="personal__list">
                {ofKind.slice(0, MOST_SHOWN).map((word) => (
                  <li key={word.words}>
                    <button type="button" className="personal__word" onClick={() => onPick(word)}>
                      {word.words} <span>{word.count}</span>
                    </button>
                  </li>
                ))}
              </ul>
              {ofKind.length > MOST_SHOWN && <p>{words('texts.andMore', { count: ofKind.length - MOST_SHOWN })}</p>}
            </div>
          );
        })}
    </section>
  );
}
