/** The Findings place: findings on their evidence, and what rests on them: conclusions, recommendations, lessons, practices. */
import { ChainTab } from '#renderer/features/findings/ChainTab.tsx';
import { itemsOf } from '#renderer/features/findings/chain.ts';
import { FindingsTab } from '#renderer/features/findings/FindingsTab.tsx';
import { useRecords, useSession, useVersion } from '#renderer/data/hooks.ts';
import { chainLists, selectChainItem, useNavigation, type ChainList } from '#renderer/view-state/navigation.ts';
import { Badge } from '#renderer/ui/Chip.tsx';
import { Tabs } from '#renderer/ui/Tabs.tsx';
import { useWords } from '#renderer/ui/words.ts';
import './FindingsPlace.css';

type TabId = 'finding' | ChainList;

/** The Findings place. */
export function FindingsPlace() {
  const words = useWords();
  const { project } = useSession();
  const chain = useNavigation(({ here }) => here.chain);
  const findings = useRecords('finding').length;
  useVersion(['conclusion', 'recommendation', 'learning']);
  const selected: TabId = chain?.list ?? 'finding';
  const choose = (tab: TabId): void => {
    if (tab === selected) return;
    if (tab === 'finding') selectChainItem(null);
    else selectChainItem({ list: tab, id: itemsOf(project, tab)[0]?.id ?? null });
  };
  const labelOf = (tab: TabId, count: number) => (
    <>
      {words(`findings.tab.${tab}`)}
      <Badge isCount>{count}</Badge>
    </>
  );
  return (
    <Tabs<TabId>
      label={words('findings.tabs')}
      className="findings"
      selected={selected}
      onChange={choose}
      tabs={[
        { id: 'finding', label: labelOf('finding', findings), content: <FindingsTab /> },
        ...chainLists.map((list) => ({
          id: list,
          label: labelOf(list, itemsOf(project, list).length),
          content: <ChainTab key={list} list={list} selectedId={chain?.list === list ? chain.id : null} />,
        })),
      ]}
    />
  );
}
