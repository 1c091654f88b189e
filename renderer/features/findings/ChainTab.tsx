/** A list of conclusions, recommendations, lessons or good practices, the one in hand, and the thread below and above it. */
import { Plus, Waypoints } from 'lucide-react';
import { ChainEditor } from '#renderer/features/findings/ChainEditor.tsx';
import { addChainItem } from '#renderer/features/findings/chain-edits.ts';
import { gapsOf, itemsOf, kindOfList, type ChainRecord } from '#renderer/features/findings/chain.ts';
import { ChainThread } from '#renderer/features/findings/ChainThread.tsx';
import { useRecords, useSession } from '#renderer/data/hooks.ts';
import { selectChainItem, type ChainList } from '#renderer/view-state/navigation.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Badge } from '#renderer/ui/Chip.tsx';
import { classNames } from '#renderer/ui/class-names.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Splitter } from '#renderer/ui/Splitter.tsx';
import { VirtualList } from '#renderer/ui/VirtualList.tsx';
import { useWords } from '#renderer/ui/words.ts';

export type ChainTabProps = { readonly list: ChainList; readonly selectedId: string | null };

/** The list with its editor. */
export function ChainTab({ list, selectedId }: ChainTabProps) {
  const words = useWords();
  const session = useSession();
  useRecords(kindOfList(list));
  const items = itemsOf(session.project, list);
  const item = items.find(({ id }) => id === selectedId) ?? items[0];
  if (!item) {
    return (
      <EmptyState
        icon={<Waypoints />}
        title={words(`findings.emptyList.${list}`)}
        actions={
          <Button variant="primary" onPress={() => addChainItem(session, list)}>
            {words(`findings.addItem.${list}`)}
          </Button>
        }
      >
        {words(`findings.emptyListText.${list}`)}
      </EmptyState>
    );
  }
  const rows = (
    <div className="findings-list">
      {!session.lockedBy && (
        <div className="findings-list__head">
          <Button icon={<Plus aria-hidden />} onPress={() => addChainItem(session, list)}>
            {words(`findings.addItem.${list}`)}
          </Button>
        </div>
      )}
      <div className="findings-list__rows">
        <VirtualList
          label={words(`findings.tab.${list}`)}
          items={items}
          keyOf={({ id }) => id}
          estimateHeight={72}
          selectedKey={item.id}
          onSelect={({ id }) => selectChainItem({ list, id })}
          renderItem={(one, { isSelected }) => <ChainRow item={one} isSelected={isSelected} />}
        />
      </div>
    </div>
  );
  return (
    <Splitter
      id={`chain-${list}`}
      panels={[
        { id: 'list', content: rows, size: 280, minimum: 200, keepsSize: true },
        { id: 'editor', content: <ChainEditor key={item.id} list={list} item={item} />, minimum: 320 },
        { id: 'thread', content: <ChainThread key={item.id} item={item} />, size: 440, minimum: 280, keepsSize: true },
      ]}
    />
  );
}

function ChainRow({ item, isSelected }: { readonly item: ChainRecord; readonly isSelected: boolean }) {
  const words = useWords();
  const { project } = useSession();
  const gaps = gapsOf(project, item);
  return (
    <div className={classNames('findings-item', isSelected && 'findings-item--selected')}>
      <span className="findings-item__number">{item.number}</span>
      <span className={classNames('findings-item__title', item.text === '' && 'findings-item__title--none')}>
        {item.text || words('findings.untitled')}
      </span>
      <span className="findings-item__facts">
        {'addressee' in item && (
          <>
            {item.priority === 'key' && <Badge>{words('findings.priority.key')}</Badge>}
            <span>{item.addressee}</span>
          </>
        )}
        {gaps.map((gap) => (
          <Badge key={gap} tone="warning">
            {words(`findings.gap.${gap}`)}
          </Badge>
        ))}
      </span>
    </div>
  );
}
