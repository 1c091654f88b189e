/** A long list of which only the rows in sight exist; arrows, Home and End walk it, Enter opens. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { classNames } from '#renderer/ui/class-names.ts';
import './VirtualList.css';

export type VirtualListProps<Item> = {
  readonly label: string;
  readonly items: readonly Item[];
  readonly keyOf: (item: Item) => string;
  /** Height in pixels before a row has been measured. */
  readonly estimateHeight?: number;
  readonly renderItem: (item: Item, state: { readonly isSelected: boolean }) => ReactNode;
  readonly selectedKey?: string | null;
  readonly onSelect?: (item: Item) => void;
  /** Enter or a double click. */
  readonly onOpen?: (item: Item) => void;
  /** Headings and the like are walked past. */
  readonly isSelectable?: (item: Item) => boolean;
  readonly className?: string;
};

/** A list for thousands of rows. */
export function VirtualList<Item>(props: VirtualListProps<Item>) {
  const { label, items, keyOf, estimateHeight = 32, renderItem, selectedKey = null, onSelect, onOpen } = props;
  const isSelectable = props.isSelectable ?? (() => true);
  const scroller = useRef<HTMLDivElement>(null);
  const listId = useId();
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => estimateHeight,
    getItemKey: (index) => keyOf(items[index] as Item),
    overscan: 8,
  });
  const selectedIndex = items.findIndex((item) => keyOf(item) === selectedKey);
  useEffect(() => {
    if (selectedIndex >= 0) virtualizer.scrollToIndex(selectedIndex, { align: 'auto' });
  }, [selectedIndex, virtualizer]);

  const walk = (event: KeyboardEvent): void => {
    const current = items[selectedIndex];
    if (event.key === 'Enter' && current !== undefined && onOpen) onOpen(current);
    const next = nextIndex(event.key, items, selectedIndex, isSelectable);
    if (next === null) return;
    event.preventDefault();
    onSelect?.(items[next] as Item);
  };
  return (
    <div
      ref={scroller}
      className={classNames('ui-virtual', props.className)}
      role="listbox"
      aria-label={label}
      aria-activedescendant={selectedIndex < 0 ? undefined : `${listId}-${selectedIndex}`}
      tabIndex={0}
      onKeyDown={walk}
    >
      <div className="ui-virtual__inside" role="presentation" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map((row) => {
          const item = items[row.index] as Item;
          const isSelected = row.index === selectedIndex;
          const canSelect = isSelectable(item);
          return (
            <div
              key={row.key}
              id={`${listId}-${row.index}`}
              ref={virtualizer.measureElement}
              data-index={row.index}
              data-active={isSelected || undefined}
              className="ui-virtual__row"
              style={{ transform: `translateY(${row.start}px)` }}
              {...(canSelect
                ? {
                    role: 'option',
                    'aria-selected': isSelected,
                    'aria-setsize': items.length,
                    'aria-posinset': row.index + 1,
                    onClick: () => onSelect?.(item),
                    onDoubleClick: () => onOpen?.(item),
                  }
                : { role: 'presentation' })}
            >
              {renderItem(item, { isSelected })}
            </div>
          );
        })}
      </div>
    </div>
  );
}

const PAGE_ROWS = 10;

/** Where a key leads from the selected row; null when it leads nowhere. */
function nextIndex<Item>(
  key: string,
  items: readonly Item[],
  from: number,
  isSelectable: (item: Item) => boolean,
): number | null {
  const steps: Readonly<Record<string, readonly [start: number, step: 1 | -1]>> = {
    ArrowDown: [from + 1, 1],
    ArrowUp: [from < 0 ? items.length - 1 : from - 1, -1],
    PageDown: [Math.min(items.length - 1, from + PAGE_ROWS), 1],
    PageUp: [Math.max(0, from - PAGE_ROWS), -1],
    Home: [0, 1],
    End: [items.length - 1, -1],
  };
  const move = steps[key];
  if (!move) return null;
  for (let index = move[0]; index >= 0 && index < items.length; index += move[1]) {
    if (isSelectable(items[index] as Item)) return index;
  }
  return null;
}
