/** A field and the codes that match what is typed in it: arrows choose, Enter takes. */
import { Check, Plus } from 'lucide-react';
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { CodeId } from '#shared/domain/codebook/code.ts';
import { useCodebook } from '#renderer/data/hooks.ts';
import { CodeSwatch } from '#renderer/features/coding/codebook/CodeSwatch.tsx';
import { rankCodes, type RankedCode } from '#renderer/features/coding/picker/rank-codes.ts';
import { useWords } from '#renderer/ui/words.ts';
import './CodeChooser.css';

export type CodeChooserProps = {
  readonly label: string;
  readonly recent: readonly CodeId[];
  /** Codes that carry a tick. */
  readonly ticked: ReadonlySet<CodeId>;
  /** Left out of the list. */
  readonly without?: ReadonlySet<CodeId>;
  /** The words of the last line; null leaves it out. */
  readonly createLabel: (name: string) => string | null;
  /** `isMore`: Shift was held, another one will follow. */
  readonly onChoose: (code: CodeId, isMore: boolean) => void;
  readonly onCreate: (name: string, isMore: boolean) => void;
};

const MAXIMUM_SHOWN = 60;

/** The chooser. */
export function CodeChooser(props: CodeChooserProps) {
  const { label, recent, ticked, without, createLabel, onChoose, onCreate } = props;
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
  const create = name === '' ? null : createLabel(name);
  const count = ranked.length + (create === null ? 0 : 1);
  const at = Math.min(active, Math.max(0, count - 1));

  const take = (index: number, isMore: boolean): void => {
    const chosen = ranked[index];
    if (chosen) onChoose(chosen.code.id, isMore);
    else if (create !== null) onCreate(name, isMore);
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
        {create !== null && (
          <div
            id={`${listId}-${ranked.length}`}
            role="option"
            aria-selected={at === ranked.length}
            className="code-chooser__row"
            data-active={at === ranked.length || undefined}
            onClick={(event) => take(ranked.length, event.shiftKey)}
          >
            <Plus aria-hidden />
            <span className="code-chooser__name">{create}</span>
          </div>
        )}
        {count === 0 && <p className="code-chooser__none">{words('coding.noCodeMatches')}</p>}
      </div>
    </div>
  );
}

type ChooserRowProps = {
  readonly id: string;
  readonly entry: RankedCode;
  readonly isActive: boolean;
  readonly isTicked: boolean;
  readonly onTake: (isMore: boolean) => void;
};

function ChooserRow({ id, entry, isActive, isTicked, onTake }: ChooserRowProps) {
  const words = useWords();
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isActive) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isActive]);
  return (
    <div
      ref={row}
      id={id}
      role="option"
      aria-selected={isActive}
      className="code-chooser__row"
      data-active={isActive || undefined}
      onClick={(event) => onTake(event.shiftKey)}
    >
      <CodeSwatch code={entry.code.id} />
      <span className="code-chooser__name">
        {entry.code.name}
        {entry.above.length > 0 && <span className="code-chooser__above">{entry.above.join(' / ')}</span>}
      </span>
      {entry.isRecent && <span className="code-chooser__recent">{words('coding.recent')}</span>}
      {isTicked && <Check aria-label={words('coding.onThisPassage')} />}
      {entry.code.key !== '' && <kbd>{entry.code.key}</kbd>}
    </div>
  );
}
