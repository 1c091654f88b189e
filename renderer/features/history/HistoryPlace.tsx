/** The History place: who changed what and when, found again by person, kind or words, and put back. */
import { History as HistoryIcon } from 'lucide-react';
import { useMemo, useState } from 'react';
import { kinds } from '#shared/domain/kinds.ts';
import { isBlindChange } from '#shared/domain/project/blind-changes.ts';
import { useRecords, useSession, useVersion } from '#renderer/data/hooks.ts';
import { ChangeDetails } from '#renderer/features/history/ChangeDetails.tsx';
import { filterItems, rowsByDay, type HistoryFilter } from '#renderer/features/history/history-items.ts';
import { HistoryList } from '#renderer/features/history/HistoryList.tsx';
import { wordItem } from '#renderer/features/history/history-words.ts';
import { useHistory } from '#renderer/features/history/use-history.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { Splitter } from '#renderer/ui/Splitter.tsx';
import { SearchField } from '#renderer/ui/TextField.tsx';
import { useWords } from '#renderer/ui/words.ts';
import './History.css';

const EVERYBODY = '*';
const NO_FILTER: HistoryFilter = { person: null, kind: null, typed: '' };

/** The History place. */
export function HistoryPlace() {
  const words = useWords();
  const { project } = useSession();
  const { items, isComplete } = useHistory();
  const [filter, setFilter] = useState(NO_FILTER);
  const [selectedKey, setSelectedKey] = useState<string | null>(null);
  const version = useVersion(['coding-round']);
  const fitting = useMemo(
    () =>
      filterItems(project.fold, items, filter, (item) => wordItem(item, words)).filter(
        ({ change }) => !isBlindChange(project, change),
      ),
    // The version stands for what a blind round hides.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [filter, items, project, version, words],
  );
  const rows = useMemo(() => rowsByDay(fitting), [fitting]);
  const selected = fitting.find(({ key }) => key === selectedKey) ?? null;
  return (
    <Splitter
      id="history"
      panels={[
        {
          id: 'list',
          minimum: 360,
          content: (
            <div className="history__main">
              <FilterBar filter={filter} onChange={setFilter} count={fitting.length} isComplete={isComplete} />
              <HistoryList rows={rows} selectedKey={selectedKey} onSelect={setSelectedKey} isComplete={isComplete} />
            </div>
          ),
        },
        {
          id: 'details',
          size: 420,
          minimum: 300,
          maximum: 720,
          keepsSize: true,
          content: selected ? (
            <ChangeDetails key={selected.key} item={selected} />
          ) : (
            <EmptyState icon={<HistoryIcon />} title={words('history.noneSelected.title')}>
              {words('history.noneSelected.text')}
            </EmptyState>
          ),
        },
      ]}
    />
  );
}

type FilterBarProps = {
  readonly filter: HistoryFilter;
  readonly onChange: (filter: HistoryFilter) => void;
  readonly count: number;
  readonly isComplete: boolean;
};

function FilterBar({ filter, onChange, count, isComplete }: FilterBarProps) {
  const words = useWords();
  const team = useRecords('person');
  return (
    <div className="history__bar">
      <h2 className="history__title">{words('shell.place.history')}</h2>
      <SearchField
        className="history__search"
        label={words('history.search')}
        value={filter.typed}
        onChange={(typed) => onChange({ ...filter, typed })}
      />
      <Select
        label={words('history.person')}
        isLabelHidden
        className="history__choice"
        choices={[
          { id: EVERYBODY, label: words('history.everybody') },
          ...team.map(({ id, name }) => ({ id: id, label: name })),
        ]}
        value={filter.person ?? EVERYBODY}
        onChange={(id) => onChange({ ...filter, person: id === EVERYBODY ? null : id })}
      />
      <Select
        label={words('history.kindLabel')}
        isLabelHidden
        className="history__choice"
        choices={[
          { id: EVERYBODY, label: words('history.everything') },
          ...kinds.map((kind) => ({ id: kind, label: words(`history.kind.${kind}`) })),
        ]}
        value={filter.kind ?? EVERYBODY}
        onChange={(id) => onChange({ ...filter, kind: id === EVERYBODY ? null : id })}
      />
      <span className="history__count" role="status">
        {words(isComplete ? 'history.count' : 'history.countSoFar', { count })}
      </span>
    </div>
  );
}
