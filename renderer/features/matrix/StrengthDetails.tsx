/** Why a strength is suggested for a row, in facts; the strength itself is decided in each finding. */
import type { MatrixRow } from '#shared/analysis/matrix.ts';
import { strengthRuleOf } from '#shared/analysis/strength.ts';
import { useRecords, useSession } from '#renderer/data/hooks.ts';
import { useStrengthWord } from '#renderer/view-state/strength-words.ts';
import { showFinding } from '#renderer/view-state/navigation.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { useFormats } from '#renderer/ui/formats.ts';
import { useWords } from '#renderer/ui/words.ts';

/** The facts. */
export function StrengthDetails({ row }: { readonly row: MatrixRow }) {
  const words = useWords();
  const { list, percent } = useFormats();
  const { suggested, facts, missing, isAnswered } = row.strength;
  const session = useSession();
  const wordStrength = useStrengthWord(words);
  const rule = strengthRuleOf(session.project);
  const findings = useRecords('finding').filter((finding) =>
    row.finding ? finding.id === row.finding : finding.criterion === row.code,
  );
  const methods = (ids: readonly string[]): string => list(ids.map((id) => words(`common.methods.${id}`)));
  return (
    <div className="matrix-details">
      <p className="matrix-details__lead">{words(`matrix.strengthLevel.${suggested}`)}</p>
      <p className="matrix-details__text">{words(`matrix.strengthWhy.${suggested}`)}</p>
      <ul className="matrix-details__facts">
        <li>{words('matrix.fact.supporting', { count: facts.supporting })}</li>
        {facts.contrary > 0 && <li>{words('matrix.fact.contrary', { count: facts.contrary })}</li>}
        {facts.mixed > 0 && <li>{words('matrix.fact.mixed', { count: facts.mixed })}</li>}
        {facts.methods.length > 0 && <li>{words('matrix.fact.methods', { methods: methods(facts.methods) })}</li>}
        {facts.groups.length > 0 && <li>{words('matrix.fact.groups', { groups: list(facts.groups) })}</li>}
        {isAnswered && <li>{words('matrix.fact.answered')}</li>}
        {facts.opposedMethods.length > 0 && (
          <li>{words('matrix.fact.opposed', { methods: methods(facts.opposedMethods) })}</li>
        )}
        {missing.map((what) => (
          <li key={what}>
            {words(`matrix.fact.missing-${what}`, {
              count: { sources: rule.minimumSources, methods: rule.minimumMethods, groups: rule.minimumGroups }[what],
            })}
          </li>
        ))}
      </ul>
      <p className="matrix-details__rule">
        {words('matrix.strengthRule', {
          sources: rule.minimumSources,
          methods: rule.minimumMethods,
          share: percent(rule.contestedShare),
        })}
      </p>
      {findings.length > 0 && (
        <>
          <h3 className="matrix-details__heading">{words('matrix.findingsHere')}</h3>
          <ul className="matrix-details__findings">
            {findings.map((finding) => (
              <li key={finding.id}>
                <Button variant="quiet" onPress={() => showFinding(finding.id)}>
                  <span className="matrix-details__finding">
                    <strong>{finding.number}</strong> {finding.title}
                  </span>
                  <span className="matrix-details__strength">
                    {finding.strength ? wordStrength(finding.strength) : words('findings.undecided')}
                  </span>
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
