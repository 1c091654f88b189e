/** A node of the red thread with what it rests on and what rests on it: the thread walked both ways. */
import { SquareArrowOutUpRight, X } from 'lucide-react';
import type { ChainEdge, ChainGraph, ChainNode } from '#shared/analysis/chain-graph.ts';
import { openNode } from '#renderer/features/findings/thread/open-node.ts';
import { nodeTitle } from '#renderer/features/findings/thread/ThreadPicture.tsx';
import { useSession } from '#renderer/data/hooks.ts';
import { Button, IconButton } from '#renderer/ui/Button.tsx';
import { Badge } from '#renderer/ui/Chip.tsx';
import { useWords } from '#renderer/ui/words.ts';

export type ThreadDetailsProps = {
  readonly graph: ChainGraph;
  readonly node: ChainNode;
  readonly onSelect: (id: string) => void;
  readonly onOpen: () => void;
  readonly onClose: () => void;
};

/** The details. */
export function ThreadDetails({ graph, node, onSelect, onOpen, onClose }: ThreadDetailsProps) {
  const words = useWords();
  const below = graph.edges.filter(({ to }) => to === node.id);
  const above = graph.edges.filter(({ from }) => from === node.id);
  return (
    <section
      className="thread-details"
      aria-label={`${words(`findings.graph.kind.${node.kind}`)} ${nodeTitle(node, words)}`}
    >
      <header className="thread-details__head">
        <div>
          <p className="thread-details__kind">{words(`findings.graph.kind.${node.kind}`)}</p>
          <h2 className="thread-details__title">{nodeTitle(node, words)}</h2>
        </div>
        <IconButton label={words('common.close')} icon={<X aria-hidden />} onPress={onClose} />
      </header>
      <div className="thread-details__body">
        {node.text !== '' && <p className="thread-details__text">{node.text}</p>}
        {node.changed > 0 && (
          <p className="thread-details__flag">{words('findings.changedSince', { count: node.changed })}</p>
        )}
        {node.isStale && node.changed === 0 && (
          <p className="thread-details__flag">{words('findings.graph.changedBelow')}</p>
        )}
        {node.kind !== 'removed' && (
          <Button icon={<SquareArrowOutUpRight aria-hidden />} onPress={onOpen}>
            {words('findings.graph.open')}
          </Button>
        )}
        <Ends title={words('findings.restsOnThis')} edges={above} end="to" {...{ graph, node, onSelect }} />
        {node.layer !== 'source' && (
          <Ends title={words('findings.restsOn')} edges={below} end="from" {...{ graph, node, onSelect }} />
        )}
      </div>
    </section>
  );
}

type EndsProps = Pick<ThreadDetailsProps, 'graph' | 'node' | 'onSelect'> & {
  readonly title: string;
  readonly edges: readonly ChainEdge[];
  readonly end: 'from' | 'to';
};

function Ends({ title, edges, end, graph, node, onSelect }: EndsProps) {
  const words = useWords();
  const session = useSession();
  const nodes = new Map(graph.nodes.map((one) => [one.id, one]));
  return (
    <section aria-label={title}>
      <h3 className="thread-details__heading">{title}</h3>
      {edges.length === 0 && <p className="thread-details__none">{words('findings.graph.nothing')}</p>}
      <ul className="thread-details__ends">
        {edges.map((edge) => {
          const other = nodes.get(edge[end]);
          if (!other) return null;
          const isEvidence = other.layer === 'source' || node.layer === 'source';
          return (
            <li key={other.id} className="thread-details__end">
              <Button variant="quiet" onPress={() => onSelect(other.id)}>
                <span className="thread-details__name">
                  <strong>{nodeTitle(other, words)}</strong> {other.text}
                </span>
              </Button>
              {isEvidence && <Badge isCount>{edge.weight}</Badge>}
              {edge.isStale && <Badge tone="warning">{words('findings.graph.changed')}</Badge>}
              {other.kind === 'source' && node.kind === 'finding' && (
                <Button variant="quiet" onPress={() => openNode(session, other, node.id)}>
                  {words('findings.graph.words')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
