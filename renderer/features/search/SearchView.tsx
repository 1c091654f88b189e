/** Searches all texts as one types; what is found can be opened in its text, or coded all at once. */
import { useMemo, useState } from 'react';
import { passageAround, type AutocodeUnit } from '#shared/analysis/autocode.ts';
import { AutocodePanel } from '#renderer/features/search/AutocodePanel.tsx';
import { useTextHits, type TextHit } from '#renderer/features/search/use-text-hits.ts';
import { Checkbox } from '#renderer/ui/Checkbox.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { SearchField } from '#renderer/ui/TextField.tsx';
import { VirtualList } from '#renderer/ui/VirtualList.tsx';
import { useWords } from '#renderer/ui/words.ts';
import { showSource } from '#renderer/view-state/navigation.ts';
import { searchTexts, useTextSearch } from '#renderer/view-state/text-search.ts';
import './SearchView.css';

const AROUND = 90;

/** The view. */
export function SearchView() {
  const words = useWords();
  const { text, isPattern, wholeWords } = useTextSearch();
  const { hits, total, failure, isBusy } = useTextHits();
  const [unit, setUnit] = useState<AutocodeUnit>('sentence');
  const [selected, setSelected] = useState<string | null>(null);
  const [unticked, setUnticked] = useState<ReadonlySet<string>>(new Set());
  const passages = useMemo(
    () =>
      hits
        .filter(({ key }) => !unticked.has(key))
        .map((hit) => ({ source: hit.source, ...passageAround(hit.content, hit, unit) })),
    [hits, unit, unticked],
  );
  const toggle = (hit: TextHit): void =>
    setUnticked((before) => {
      const next = new Set(before);
      if (!next.delete(hit.key)) next.add(hit.key);
      return next;
    });
  const isAsked = text.trim() !== '';
  return (
    <div className="text-search">
      <div className="text-search__bar">
        <h1 className="text-search__title">{words('search.title')}</h1>
        <SearchField
          label={words('search.field')}
          value={text}
          onChange={(next) => searchTexts({ text: next })}
          autoFocus
          className="text-search__field"
        />
        <Checkbox isSelected={wholeWords} onChange={(on) => searchTexts({ wholeWords: on })}>
          {words('search.wholeWords')}
        </Checkbox>
        <Checkbox isSelected={isPattern} onChange={(on) => searchTexts({ isPattern: on })}>
          {words('search.pattern')}
        </Checkbox>
      </div>
      <p className="text-search__count" role="status">
        {failure && words(`search.failure.${failure.code}`, { place: failure.place + 1 })}
        {!failure && isBusy && words('search.reading')}
        {!failure && !isBusy && isAsked && words('search.count', { count: total, listed: hits.length })}
      </p>
      {hits.length === 0 ? (
        <EmptyState isSmall title={words(isAsked && !isBusy ? 'search.nothing' : 'search.start')}>
          {words(isAsked && !isBusy ? 'search.nothingHelp' : 'search.startHelp')}
        </EmptyState>
      ) : (
        <div className="text-search__found">
          <VirtualList
            label={words('search.hits')}
            items={hits}
            keyOf={({ key }) => key}
            estimateHeight={48}
            selectedKey={selected}
            onSelect={(hit) => setSelected(hit.key)}
            onOpen={(hit) => showSource(hit.source.id, hit)}
            renderItem={(hit, { isSelected }) => (
              <HitRow hit={hit} isSelected={isSelected} isTicked={!unticked.has(hit.key)} onToggle={toggle} />
            )}
          />
          <AutocodePanel
            places={passages}
            unit={unit}
            onUnit={setUnit}
            selected={hits.find(({ key }) => key === selected) ?? null}
            onToggle={toggle}
            onTickAll={(on) => setUnticked(new Set(on ? [] : hits.map(({ key }) => key)))}
          />
        </div>
      )}
    </div>
  );
}

type HitRowProps = {
  readonly hit: TextHit;
  readonly isSelected: boolean;
  readonly isTicked: boolean;
  readonly onToggle: (hit: TextHit) => void;
};

function HitRow({ hit, isSelected, isTicked, onToggle }: HitRowProps) {
  const words = useWords();
  const { source, content, start, end } = hit;
  return (
    <div className="text-search__hit" data-selected={isSelected || undefined}>
      <span className="text-search__tick" aria-hidden onClick={() => onToggle(hit)}>
        {isTicked ? '☑' : '☐'}
      </span>
      <span className="ui-hidden-text">{words(isTicked ? 'search.ticked' : 'search.notTicked')}</span>
      <strong>{source.name}</strong>
      <span className="text-search__words">
        {content.text.slice(Math.max(0, start - AROUND), start)}
        <mark>{content.text.slice(start, end)}</mark>
        {content.text.slice(end, end + AROUND)}
      </span>
    </div>
  );
}
