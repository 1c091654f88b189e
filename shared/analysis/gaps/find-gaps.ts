/** Everything that is missing before a report, worked out from what is in memory; nothing of it is stored. */
import type { CodingFacts } from '#shared/analysis/coding-facts.ts';
import { chainGaps } from '#shared/analysis/gaps/chain-gaps.ts';
import { gapKey, gapKinds, type Gap, type GapDraft } from '#shared/analysis/gaps/gap.ts';
import { criterionGaps, findingGaps, questionGaps, type GapMatrices } from '#shared/analysis/gaps/row-gaps.ts';
import { sampleGaps } from '#shared/analysis/gaps/sample-gaps.ts';
import { sourceGaps } from '#shared/analysis/gaps/source-gaps.ts';
import { voiceGaps } from '#shared/analysis/gaps/voice-gaps.ts';
import { buildMatrix } from '#shared/analysis/matrix.ts';
import { gapDismissalId } from '#shared/domain/gaps/gap-dismissal.ts';

/** The gaps in the order of their kinds, those that were dismissed among them. */
export function findGaps(facts: CodingFacts): readonly Gap[] {
  const { project } = facts;
  const sources = facts.read();
  const matrices = gapMatrices(facts);
  const drafts: readonly GapDraft[] = [
    ...findingGaps(project, matrices),
    ...chainGaps(project),
    ...criterionGaps(project, matrices),
    ...questionGaps(project, matrices),
    ...sampleGaps(facts, sources),
    ...voiceGaps(facts, sources),
    ...sourceGaps(sources),
  ];
  const places = new Map(gapKinds.map((kind, place) => [kind, place]));
  return drafts
    .map((draft): Gap => {
      const key = gapKey(draft);
      return { ...draft, key, dismissal: project.get('gap-dismissal', gapDismissalId(key, draft.subject.id)) ?? null };
    })
    .sort((a, b) => (places.get(a.kind) ?? 0) - (places.get(b.kind) ?? 0));
}

function gapMatrices(facts: CodingFacts): GapMatrices {
  const { project } = facts;
  const build = (rows: 'criterion' | 'question' | 'finding', columns: 'method' | 'group') =>
    buildMatrix(project, { rows, columns, facts });
  const plansGroups = project.all('question').some(({ groups }) => Object.keys(groups).length > 0);
  return {
    criteria: build('criterion', 'method'),
    questions: build('question', 'method'),
    questionsByGroup: plansGroups ? build('question', 'group') : null,
    findings: build('finding', 'method'),
  };
}
