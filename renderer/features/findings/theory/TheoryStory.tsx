/** The contribution story: link by link what can be claimed, how, how strongly, and what else played a part. */
import { evidenceRoles } from '#shared/domain/theory-of-change/theory-link.ts';
import { theoryLevels } from '#shared/domain/theory-of-change/theory-node.ts';
import { nodeName, type TheoryLookProps } from '#renderer/features/findings/theory/TheoryTable.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { useFormats } from '#renderer/ui/formats.ts';
import { useWords } from '#renderer/ui/words.ts';

/** The story. */
export function TheoryStory({ nodes, links, assessments, onSelect }: TheoryLookProps) {
  const words = useWords();
  const { list } = useFormats();
  const byId = new Map(nodes.map((node) => [node.id, node]));
  return (
    <article className="theory__scroll theory__story">
      {theoryLevels.map((level) => {
        const own = links.filter(({ from }) => byId.get(from)?.level === level);
        if (own.length === 0) return null;
        return (
          <section key={level}>
            <h3 className="theory__heading">{words(`findings.theory.chapter.${level}`)}</h3>
            {own.map((link) => {
              const assessment = assessments.get(link.id);
              if (!assessment) return null;
              const strength = link.strength ?? assessment.suggested;
              const said = evidenceRoles
                .filter((role) => assessment.voices[role] > 0)
                .map((role) => words(`findings.theory.voices.${role}`, { count: assessment.voices[role] }));
              return (
                <div key={link.id} className="theory__link">
                  <Button variant="quiet" onPress={() => onSelect({ kind: 'link', id: link.id })}>
                    <span className="theory__name">
                      {nodeName(byId.get(link.from), words)} → {nodeName(byId.get(link.to), words)}
                    </span>
                  </Button>
                  <p>{link.claim.trim() || <em>{words('findings.theory.noClaim')}</em>}</p>
                  {link.mechanism.trim() !== '' && (
                    <p>{words('findings.theory.how', { mechanism: link.mechanism.trim() })}</p>
                  )}
                  <p className="theory__soft">
                    {words(link.strength ? 'findings.theory.confidence' : 'findings.theory.confidenceByRule', {
                      strength: words(`findings.theory.strength.${strength}`),
                    })}{' '}
                    {said.length > 0 && `${list(said)}.`}
                  </p>
                  <ul className="theory__list">
                    {assessment.conditions.map((condition) => (
                      <li key={condition.id}>
                        {words(`findings.theory.condition.${condition.type}`)}: {condition.text} (
                        {words(`findings.theory.verdict.${condition.type}.${condition.verdict ?? 'open'}`)})
                      </li>
                    ))}
                  </ul>
                </div>
              );
            })}
          </section>
        );
      })}
      {links.length === 0 && <p>{words('findings.theory.noLinks')}</p>}
    </article>
  );
}
