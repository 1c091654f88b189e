/** Which interventions an excerpt, a finding, a source or a participant is about. */
import type { Draft } from '#shared/domain/change/change.ts';
import { setMapEntry } from '#shared/domain/change/fields.ts';
import type { Coding } from '#shared/domain/coding/coding.ts';
import type { InterventionId } from '#shared/domain/evaluation/intervention.ts';
import type { Finding } from '#shared/domain/findings/finding.ts';

/** Says that codings are about an intervention, or no longer; without any they are about those of their source. */
export function setCodingIntervention(
  codings: readonly Coding[],
  intervention: InterventionId,
  concerns: boolean,
): Draft {
  return {
    label: { key: 'set-intervention', values: {} },
    ops: codings.map(({ id }) => setMapEntry('coding', id, 'interventions', intervention, concerns ? true : null)),
  };
}

/** Says that a finding is about an intervention, or no longer. */
export function setFindingIntervention(finding: Finding, intervention: InterventionId, concerns: boolean): Draft {
  return {
    label: { key: 'edit-finding', values: { number: finding.number } },
    ops: [setMapEntry('finding', finding.id, 'interventions', intervention, concerns ? true : null)],
  };
}

/** Says that a finding answers a question, or no longer. */
export function setFindingQuestion(finding: Finding, question: string, answers: boolean): Draft {
  return {
    label: { key: 'edit-finding', values: { number: finding.number } },
    ops: [setMapEntry('finding', finding.id, 'questions', question, answers ? true : null)],
  };
}
