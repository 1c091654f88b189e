/** The theory of change from left to right: boxes by level, lines by how strong the evidence for each link is. */
import { useMemo } from 'react';
import type { LinkStrength } from '#shared/domain/theory-of-change/theory-link.ts';
import { theoryLevels } from '#shared/domain/theory-of-change/theory-node.ts';
import { LayeredGraph } from '#renderer/charts/LayeredGraph.tsx';
import { nodeName, type TheoryLookProps } from '#renderer/features/findings/theory/TheoryTable.tsx';
import { useWords } from '#renderer/ui/words.ts';

const LOOKS: Readonly<Record<LinkStrength, { readonly width: number; readonly tone: 'good' | 'plain' | 'warning' }>> = {
  strong: { width: 4, tone: 'good' },
  moderate: { width: 2.5, tone: 'plain' },
  weak: { width: 1.5, tone: 'warning' },
  untested: { width: 1, tone: 'warning' },
};

/** The diagram. */
export function TheoryDiagram({ nodes, links, assessments, selection, onSelect }: TheoryLookProps) {
  const words = useWords();
  const boxes = useMemo(
    () =>
      nodes.map((node) => ({
        id: node.id,
        layer: theoryLevels.indexOf(node.level),
        title: words(`findings.theory.level.${node.level}`),
        text: nodeName(node, words),
        label: `${words(`findings.theory.level.${node.level}`)}: ${nodeName(node, words)}`,
      })),
    [nodes, words],
  );
  const lines = useMemo(
    () =>
      links.map((link) => {
        const strength = link.strength ?? assessments.get(link.id)?.suggested ?? 'untested';
        return { from: link.from, to: link.to, ...LOOKS[strength] };
      }),
    [assessments, links],
  );
  const link = selection?.kind === 'link' ? links.find(({ id }) => id === selection.id) : undefined;
  const lit = link ? new Set<string>([link.from, link.to]) : null;
  return (
    <div className="theory__scroll">
      <LayeredGraph
        label={words('findings.theory.title')}
        layers={theoryLevels.map((level) => words(`findings.theory.levels.${level}`))}
        boxes={boxes}
        lines={lines}
        selected={selection?.kind === 'node' ? selection.id : null}
        lit={lit}
        onSelect={(id) => onSelect({ kind: 'node', id })}
        onOpen={(id) => onSelect({ kind: 'node', id })}
      />
      <p className="theory__soft">{words('findings.theory.legend')}</p>
    </div>
  );
}
