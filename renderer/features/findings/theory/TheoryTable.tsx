/** The theory of change as a table: a row for each link, with what the evidence says of it and what is missing. */
import type { TheoryLink } from '#shared/domain/theory-of-change/theory-link.ts';
import { evidenceRoles } from '#shared/domain/theory-of-change/theory-link.ts';
import { theoryLevels, type TheoryNode } from '#shared/domain/theory-of-change/theory-node.ts';
import type { Assessments, TheorySelection } from '#renderer/features/findings/theory/TheoryView.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Badge } from '#renderer/ui/Chip.tsx';
import { useWords, type Words } from '#renderer/ui/words.ts';

export type TheoryLookProps = {
  readonly nodes: readonly TheoryNode[];
  readonly links: readonly TheoryLink[];
  readonly assessments: Assessments;
  readonly selection: TheorySelection | null;
  readonly onSelect: (selection: TheorySelection | null) => void;
};

/** What a box is called. */
export function nodeName(node: TheoryNode | undefined, words: Words): string {
  return node?.text.trim() || words('findings.theory.unnamed');
}

/** The table. */
export function TheoryTable({ nodes, links, assessments, selection, onSelect }: TheoryLookProps) {
  const words = useWords();
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const unlinked = nodes.filter(({ id }) => !links.some(({ from, to }) => from === id || to === id));
  const levelOf = ({ from }: TheoryLink): number => theoryLevels.indexOf(byId.get(from)?.level ?? 'impact');
  const sorted = [...links].sort((a, b) => levelOf(a) - levelOf(b) || a.order - b.order);
  return (
    <div className="theory__scroll">
      <table className="thread-table">
        <thead>
          <tr>
            <th scope="col">{words('findings.theory.link')}</th>
            <th scope="col">{words('findings.theory.evidence')}</th>
            <th scope="col">{words('matrix.head.strength')}</th>
            <th scope="col">{words('findings.theory.gaps')}</th>
          </tr>
        </thead>
        <tbody>
          {sorted.map((link) => {
            const assessment = assessments.get(link.id);
            const [from, to] = [nodeName(byId.get(link.from), words), nodeName(byId.get(link.to), words)];
            return (
              <tr key={link.id} data-selected={selection?.id === link.id || undefined}>
                <th scope="row">
                  <Button variant="quiet" onPress={() => onSelect({ kind: 'link', id: link.id })}>
                    <span className="theory__name">
                      {from} → {to}
                    </span>
                  </Button>
                </th>
                <td>
                  {evidenceRoles
                    .filter((role) => (assessment?.voices[role] ?? 0) > 0)
                    .map((role) => (
                      <div key={role}>
                        {words(`findings.theory.voices.${role}`, { count: assessment?.voices[role] ?? 0 })}
                      </div>
                    ))}
                  {assessment !== undefined && assessment.voices.supports > 0 && (
                    <div className="theory__soft">
                      {words('findings.theory.accounts', { count: assessment.accounts })}
                    </div>
                  )}
                </td>
                <td>
                  {link.strength
                    ? words(`findings.theory.strength.${link.strength}`)
                    : words('findings.theory.suggested', {
                        strength: words(`findings.theory.strength.${assessment?.suggested ?? 'untested'}`),
                      })}
                </td>
                <td>
                  {assessment?.gaps.map((gap) => (
                    <Badge key={gap} tone="warning">
                      {words(`findings.theory.gap.${gap}`)}
                    </Badge>
                  ))}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {unlinked.length > 0 && (
        <section aria-label={words('findings.theory.unlinked')}>
          <h3 className="theory__heading">{words('findings.theory.unlinked')}</h3>
          <ul className="theory__list">
            {unlinked.map((node) => (
              <li key={node.id}>
                <Button variant="quiet" onPress={() => onSelect({ kind: 'node', id: node.id })}>
                  {words(`findings.theory.level.${node.level}`)}: {nodeName(node, words)}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
