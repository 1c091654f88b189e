/** The list of changes, newest first, under their days. */
import { Redo2, Undo2 } from 'lucide-react';
import { nameRecord } from '#shared/domain/change/describe-record.ts';
import { useSession } from '#renderer/data/hooks.ts';
import type { HistoryItem, HistoryRow } from '#renderer/features/history/history-items.ts';
import { wordItem } from '#renderer/features/history/history-words.ts';
import { classNames } from '#renderer/ui/class-names.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { useFormats } from '#renderer/ui/formats.ts';
import { VirtualList } from '#renderer/ui/VirtualList.tsx';
import { useWords } from '#renderer/ui/words.ts';

export type HistoryListProps = {
  readonly rows: readonly HistoryRow[];
  readonly selectedKey: string | null;
  readonly onSelect: (key: string) => void;
  readonly isComplete: boolean;
};

/** The list; nothing while the first changes are still being read. */
export function HistoryList({ rows, selectedKey, onSelect, isComplete }: HistoryListProps) {
  const words = useWords();
  if (rows.length === 0) return isComplete ? <EmptyState isSmall title={words('history.noneFit')} /> : null;
  return (
    <VirtualList
      className="history__list"
      label={words('shell.place.history')}
      items={rows}
      keyOf={({ key }) => key}
      estimateHeight={34}
      selectedKey={selectedKey}
      isSelectable={({ kind }) => kind === 'change'}
      onSelect={({ key }) => onSelect(key)}
      renderItem={(row, { isSelected }) =>
        row.kind === 'day' ? <Day day={row.day} /> : <ChangeRow item={row.item} isSelected={isSelected} />
      }
    />
  );
}

function Day({ day }: { readonly day: string }) {
  const { date } = useFormats();
  return <div className="history-day">{date(day)}</div>;
}

function ChangeRow({ item, isSelected }: { readonly item: HistoryItem; readonly isSelected: boolean }) {
  const words = useWords();
  const { time } = useFormats();
  const { project } = useSession();
  return (
    <div className={classNames('history-row', isSelected && 'history-row--selected')}>
      <span className="history-row__time">{time(item.change.at)}</span>
      <span className="history-row__words">
        {item.turn === 'undone' && <Undo2 aria-hidden />}
        {item.turn === 'redone' && <Redo2 aria-hidden />}
        {wordItem(item, words)}
      </span>
      <span className="history-row__person">
        {nameRecord(project.fold, 'person', item.change.person) || words('common.unknown')}
      </span>
    </div>
  );
}
