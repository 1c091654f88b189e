/** The red thread as boxes in four layers, with what is changed marked by a word, a colour and broken lines. */
import { useMemo } from 'react';
import { chainLayers, type ChainGraph, type ChainNode } from '#shared/analysis/chain-graph.ts';
import { LayeredGraph } from '#renderer/charts/LayeredGraph.tsx';
import { openNode } from '#renderer/features/findings/thread/open-node.ts';
import { useSession } from '#renderer/data/hooks.ts';
import { useWords, type Words } from '#renderer/ui/words.ts';

export type ThreadPictureProps = {
  readonly graph: ChainGraph;
  readonly selected: string | null;
  readonly lit: ReadonlySet<string> | null;
  readonly onSelect: (id: string) => void;
};

const WIDEST_LINE = 7;

/** The picture. */
export function ThreadPicture({ graph, selected, lit, onSelect }: ThreadPictureProps) {
  const words = useWords();
  const session = useSession();
  const boxes = useMemo(
    () =>
      graph.nodes.map((node) => ({
        id: node.id,
        layer: chainLayers.indexOf(node.layer),
        title: nodeTitle(node, words),
        text: node.text,
        ...(node.isStale && { mark: words('findings.graph.changed') }),
        tone: node.isStale ? ('warning' as const) : node.kind === 'removed' ? ('danger' as const) : ('plain' as const),
        label: nodeLabel(node, words),
      })),
    [graph, words],
  );
  const lines = useMemo(
    () =>
      graph.edges.map(({ from, to, weight, isStale }) => ({
        from,
        to,
        width: Math.min(WIDEST_LINE, 1 + Math.sqrt(weight)),
        tone: isStale ? ('warning' as const) : ('plain' as const),
      })),
    [graph],
  );
  return (
    <div className="thread-view__picture">
      <LayeredGraph
        label={words('findings.graph.title')}
        layers={chainLayers.map((layer) => words(`findings.graph.layer.${layer}`))}
        boxes={boxes}
        lines={lines}
        selected={selected}
        lit={lit}
        onSelect={onSelect}
        onOpen={(id) => {
          const node = graph.nodes.find((one) => one.id === id);
          if (node) openNode(session, node);
        }}
      />
    </div>
  );
}

/** What stands first in a box. */
export function nodeTitle(node: ChainNode, words: Words): string {
  return node.kind === 'removed' ? words('findings.graph.removed') : node.number;
}

function nodeLabel(node: ChainNode, words: Words): string {
  const parts = [words(`findings.graph.kind.${node.kind}`), nodeTitle(node, words), node.text];
  if (node.isStale) parts.push(words('findings.graph.changedBelow'));
  return parts.filter(Boolean).join(', ');
}
