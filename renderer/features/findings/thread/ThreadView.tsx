/** The red thread at a glance: sources, findings, conclusions and what is recommended or learned, as a picture or a table. */
import { Waypoints } from 'lucide-react';
import { useMemo, useState } from 'react';
import { buildChainGraph, threadOf } from '#shared/analysis/chain-graph.ts';
import { ThreadDetails } from '#renderer/features/findings/thread/ThreadDetails.tsx';
import { openNode } from '#renderer/features/findings/thread/open-node.ts';
import { ThreadPicture } from '#renderer/features/findings/thread/ThreadPicture.tsx';
import { ThreadTable } from '#renderer/features/findings/thread/ThreadTable.tsx';
import { useSession, useVersion } from '#renderer/data/hooks.ts';
import { openView } from '#renderer/view-state/navigation.ts';
import { useFigures } from '#renderer/view-state/survey-figures.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Checkbox, SegmentedControl } from '#renderer/ui/Checkbox.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Splitter } from '#renderer/ui/Splitter.tsx';
import { useWords } from '#renderer/ui/words.ts';
import './ThreadView.css';

/** The view. */
export function ThreadView() {
  const words = useWords();
  const session = useSession();
  const version = useVersion(['coding', 'source', 'statistic', 'finding', 'conclusion', 'recommendation', 'learning']);
  // Asks for the answers that survey results are counted from, so that changed ones show.
  const figures = useFigures(session.project.all('statistic'));
  const [shows, setShows] = useState<'picture' | 'table'>('picture');
  const [onlyStale, setOnlyStale] = useState(false);
  const [selected, setSelected] = useState<string | null>(null);
  const whole = useMemo(
    () => buildChainGraph(session.project, (source) => session.contents.peek(source.revision)?.table),
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [session, version, figures],
  );
  const staleCount = whole.nodes.filter(({ isStale }) => isStale).length;
  const graph = useMemo(() => {
    if (!onlyStale) return whole;
    const edges = whole.edges.filter(({ isStale }) => isStale);
    const kept = new Set(edges.flatMap(({ from, to }) => [from, to]));
    return { nodes: whole.nodes.filter(({ id }) => kept.has(id)), edges };
  }, [onlyStale, whole]);
  const node = graph.nodes.find(({ id }) => id === selected) ?? null;
  const lit = useMemo(() => (node ? threadOf(graph, node.id) : null), [graph, node]);
  if (whole.nodes.length === 0) {
    return (
      <EmptyState
        icon={<Waypoints />}
        title={words('findings.graph.empty')}
        actions={
          <Button variant="primary" onPress={() => openView('findings', 'findings')}>
            {words('findings.graph.toFindings')}
          </Button>
        }
      >
        {words('findings.graph.emptyText')}
      </EmptyState>
    );
  }
  const main = (
    <div className="thread-view">
      <div className="thread-view__bar">
        <SegmentedControl<'picture' | 'table'>
          label={words('findings.graph.showAs')}
          isLabelHidden
          options={[
            { value: 'picture', label: words('findings.graph.picture') },
            { value: 'table', label: words('findings.graph.table') },
          ]}
          value={shows}
          onChange={setShows}
        />
        {(staleCount > 0 || onlyStale) && (
          <Checkbox isSelected={onlyStale} onChange={setOnlyStale}>
            {words('findings.graph.onlyChanged', { count: staleCount })}
          </Checkbox>
        )}
      </div>
      {shows === 'picture' ? (
        <ThreadPicture graph={graph} selected={node?.id ?? null} lit={lit} onSelect={setSelected} />
      ) : (
        <ThreadTable graph={graph} selected={node?.id ?? null} onSelect={setSelected} />
      )}
    </div>
  );
  return (
    <Splitter
      id="red-thread"
      panels={[
        { id: 'main', content: main, minimum: 400 },
        {
          id: 'details',
          // Always there: a panel that comes with the first click would take the second away from the box.
          content: node ? (
            <ThreadDetails
              graph={graph}
              node={node}
              onSelect={setSelected}
              onOpen={() => openNode(session, node)}
              onClose={() => setSelected(null)}
            />
          ) : (
            <EmptyState isSmall title={words('findings.graph.choose')}>
              {words('findings.graph.hint')}
            </EmptyState>
          ),
          size: 340,
          minimum: 260,
          keepsSize: true,
        },
      ]}
    />
  );
}
