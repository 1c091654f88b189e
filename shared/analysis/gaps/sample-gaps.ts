/** Lines of the sampling plan that were not reached, or not all. */
import type { CodingFacts, SourceFacts } from '#shared/analysis/coding-facts.ts';
import type { GapDraft } from '#shared/analysis/gaps/gap.ts';
import { countReached } from '#shared/analysis/heard.ts';

/** Gaps of the sampling plan. */
export function sampleGaps(facts: CodingFacts, sources: readonly SourceFacts[]): readonly GapDraft[] {
  const { project } = facts;
  return project.all('planned-sample').flatMap((line): readonly GapDraft[] => {
    const reached = countReached(facts, sources, line);
    if (reached >= line.planned) return [];
    const intervention = line.intervention === null ? undefined : project.get('intervention', line.intervention)?.code;
    const name = [line.group, line.gender, line.place, intervention].filter(Boolean).join(', ');
    return [
      {
        kind: 'planned-not-reached',
        subject: { kind: 'planned-sample', id: line.id, name },
        detail: '',
        values: { planned: line.planned, reached, who: name },
        methods: [line.method],
      },
    ];
  });
}
