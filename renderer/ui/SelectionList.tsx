/** A long list of which several rows can be selected: a click selects, Ctrl and Shift add, Enter or a double click opens. */
import type { ReactNode } from 'react';
import { ListBox, ListBoxItem, ListLayout, Virtualizer, type Key, type Selection } from 'react-aria-components';
import './SelectionList.css';

export type SelectionListProps<Item> = {
  readonly label: string;
  readonly items: readonly Item[];
  readonly keyOf: (item: Item) => string;
  /** What a screen reader says for a row, and what typing looks for. */
  readonly textOf: (item: Item) => string;
  readonly renderItem: (item: Item, state: { readonly isSelected: boolean }) => ReactNode;
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (selected: ReadonlySet<string>) => void;
  readonly onOpen?: (item: Item) => void;
  /** Height in pixels before a row has been measured. */
  readonly estimateHeight?: number;
  /** A click adds and takes away, as with tick boxes, for lists that are only there to pick from. */
  readonly isPicking?: boolean;
};

/** A list with several selected rows. */
export function SelectionList<Item>(props: SelectionListProps<Item>) {
  const { label, items, keyOf, textOf, renderItem, selected, onSelect, onOpen, estimateHeight = 96 } = props;
  const byKey = new Map(items.map((item) => [keyOf(item), item]));
  const select = (selection: Selection): void => {
    onSelect(selection === 'all' ? new Set(byKey.keys()) : new Set([...selection].map(String)));
  };
  return (
    <Virtualizer layout={ListLayout} layoutOptions={{ estimatedRowHeight: estimateHeight }}>
      <ListBox
        className="ui-selection-list"
        aria-label={label}
        items={items.map((item) => ({ id: keyOf(item), item }))}
        selectionMode="multiple"
        selectionBehavior={props.isPicking ? 'toggle' : 'replace'}
        selectedKeys={selected}
        onSelectionChange={select}
        // Where a click picks, an action would take the first click for itself.
        {...(onOpen && {
          onAction: (key: Key) => {
            const item = byKey.get(String(key));
            if (item !== undefined) onOpen(item);
          },
        })}
      >
        {({ id, item }) => (
          <ListBoxItem id={id} textValue={textOf(item)} className="ui-selection-list__row">
            {({ isSelected }) => renderItem(item, { isSelected })}
          </ListBoxItem>
        )}
      </ListBox>
    </Virtualizer>
  );
}
