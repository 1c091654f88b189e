/** Opens what a node of the red thread stands for, where it is edited. */
import type { ChainNode } from '#shared/analysis/chain-graph.ts';
import type { FindingId } from '#shared/domain/findings/finding.ts';
import type { SourceId } from '#shared/domain/source/source.ts';
import type { ProjectSession } from '#renderer/data/session.ts';
import { showChainItem, showCoding, showFinding, showSourceDetails } from '#renderer/view-state/navigation.ts';

/** Opens it; removed evidence leads nowhere. A finding that is given leads to its first words in the source. */
export function openNode(session: ProjectSession, node: ChainNode, finding?: string): void {
  switch (node.kind) {
    case 'removed':
      return;
    case 'finding':
      return showFinding(node.id as FindingId);
    case 'source': {
      const linked = finding === undefined ? undefined : session.project.get('finding', finding as FindingId);
      const coding = session.project
        .codingsOfSource(node.id as SourceId)
        .find(({ id }) => linked?.evidence[id] !== undefined);
      return coding ? showCoding(coding) : showSourceDetails(node.id as SourceId);
    }
    default:
      showChainItem({ list: node.kind, id: node.id });
  }
}
