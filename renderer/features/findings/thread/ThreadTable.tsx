/** The red thread as a table: each finding, conclusion, recommendation, lesson and practice with its links both ways. */
import type { ChainGraph, ChainNode } from '#shared/analysis/chain-graph.ts';
import { nodeTitle } from '#renderer/features/findings/thread/ThreadPicture.tsx';
import { Badge } from '#renderer/ui/Chip.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { useWords } from '#renderer/ui/words.ts';

export type ThreadTableProps = {
  readonly graph: ChainGraph;
  readonly selected: string | null;
  readonly onSelect: (id: string) => void;
};

/** The table. */
export function ThreadTable({ graph, selected, onSelect }: ThreadTableProps) {
  const words = useWords();
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const links = (ids: readonly string[]) =>
    ids.flatMap((id) => {
      const node = nodes.get(id);
      return node ? [<NodeButton key={id} node={node} onSelect={onSelect} />] : [];
    });
  return (
    <div className="thread-view__table">
      <table className="thread-table">
        <thead>
          <tr>
            <th scope="col">{words('findings.graph.item')}</th>
            <th scope="col">{words('findings.restsOn')}</th>
            <th scope="col">{words('findings.restsOnThis')}</th>
          </tr>
        </thead>
        <tbody>
          {graph.nodes
            .filter(({ layer }) => layer !== 'source')
            .map((node) => (
              <tr key={node.id} data-selected={node.id === selected || undefined}>
                <th scope="row">
                  <NodeButton node={node} onSelect={onSelect} />
                  <span className="thread-table__text">{node.text}</span>
                  {node.isStale && <Badge tone="warning">{words('findings.graph.changed')}</Badge>}
                </th>
                <td>{links(graph.edges.filter(({ to }) => to === node.id).map(({ from }) => from))}</td>
                <td>{links(graph.edges.filter(({ from }) => from === node.id).map(({ to }) => to))}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </div>
  );
}

function NodeButton({ node, onSelect }: { readonly node: ChainNode; readonly onSelect: (id: string) => void }) {
  const words = useWords();
  return (
    <Button variant="quiet" onPress={() => onSelect(node.id)}>
      {nodeTitle(node, words)}
    </Button>
  );
}
