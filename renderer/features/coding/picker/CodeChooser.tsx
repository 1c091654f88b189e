/** A field and the codes that match what is typed in it: arrows choose, Enter takes. */
import { useId, useMemo, useState, type KeyboardEvent } from 'react';
import type { CodeId } from '#shared/domain/codebook/code.ts';
import { useCodebook } from '#renderer/data/hooks.ts';
import { ChooserRow, CreationRow } from '#renderer/features/coding/picker/ChooserRows.tsx';
import { rankCodes } from '#renderer/features/coding/picker/rank-codes.ts';
import { useWords } from '#renderer/ui/words.ts';
import './CodeChooser.css';

export type CodeChooserProps = {
  readonly label: string;
  readonly recent: readonly CodeId[];
  /** Codes that carry a tick. */
  readonly ticked: ReadonlySet<CodeId>;
  /** Left out of the list. */
  readonly without?: ReadonlySet<CodeId>;
  /** The last lines: where a code of this name could be made. */
  readonly creations?: (name: string) => readonly Creation[];
  /** `isMore`: Shift was held, another one will follow. */
  readonly onChoose: (code: CodeId, isMore: boolean) => void;
  readonly onCreate?: (name: string, parent: CodeId | null, isMore: boolean) => void;
};

/** A new code that the chooser offers to make. */
export type Creation = { readonly label: string; readonly parent: CodeId | null };

const NO_CREATIONS: readonly Creation[] = [];

const MAXIMUM_SHOWN = 60;

/** The chooser. */
export function CodeChooser(props: CodeChooserProps) {
  const { label, recent, ticked, without, onChoose, onCreate } = props;
  const words = useWords();
  const codebook = useCodebook();
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const listId = useId();
  const ranked = useMemo(
    () =>
      rankCodes(codebook, query, recent)
        .filter(({ code }) => !without?.has(code.id))
        .slice(0, MAXIMUM_SHOWN),
    [codebook, query, recent, without],
  );
  const name = query.trim();
  const creations = (name === '' ? undefined : props.creations?.(name)) ?? NO_CREATIONS;
  const count = ranked.length + creations.length;
  const at = Math.min(active, Math.max(0, count - 1));

  const take = (index: number, isMore: boolean): void => {
    const chosen = ranked[index];
    const creation = creations[index - ranked.length];
    if (chosen) onChoose(chosen.code.id, isMore);
    else if (creation) onCreate?.(name, creation.parent, isMore);
    if (isMore) setQuery('');
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (step !== undefined && count > 0) {
      event.preventDefault();
      const isOne = Math.abs(step) === 1;
      setActive(isOne ? (at + step + count) % count : Math.max(0, Math.min(count - 1, at + step)));
    } else if (event.key === 'Enter' && count > 0 && !event.nativeEvent.isComposing) {
      event.preventDefault();
      take(at, event.shiftKey);
    }
  };
  return (
    <div className="code-chooser">
      <input
        className="code-chooser__input"
        role="combobox"
        aria-label={label}
        aria-expanded
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={count > 0 ? `${listId}-${at}` : undefined}
        placeholder={label}
        value={query}
        autoFocus
        spellCheck={false}
        onChange={(event) => {
          setQuery(event.target.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={listId} className="code-chooser__list" role="listbox" aria-label={label}>
        {ranked.map((entry, index) => (
          <ChooserRow
            key={entry.code.id}
            id={`${listId}-${index}`}
            entry={entry}
            isActive={index === at}
            isTicked={ticked.has(entry.code.id)}
            onTake={(isMore) => take(index, isMore)}
          />
        ))}
        {creations.map((creation, offset) => (
          <CreationRow
            key={creation.label}
            id={`${listId}-${ranked.length + offset}`}
            label={creation.label}
            isActive={at === ranked.length + offset}
            onTake={(isMore) => take(ranked.length + offset, isMore)}
          />
        ))}
        {count === 0 && <p className="code-chooser__none">{words('coding.noCodeMatches')}</p>}
      </div>
    </div>
  );
}
