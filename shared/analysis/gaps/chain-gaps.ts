/** Gaps in what rests on findings: a conclusion on nothing, a recommendation to nobody. */
import type { GapDraft, GapKind } from '#shared/analysis/gaps/gap.ts';
import type { Project } from '#shared/domain/project/project.ts';

/** Gaps of conclusions and recommendations. Links to what was removed count for nothing. */
export function chainGaps(project: Project): readonly GapDraft[] {
  const leadsToFinding = (findings: Readonly<Record<string, true>>): boolean =>
    Object.keys(findings).some((id) => project.get('finding', id as never));
  const conclusions = project.all('conclusion').flatMap(({ id, number, findings }): readonly GapDraft[] => {
    if (leadsToFinding(findings)) return [];
    const subject = { kind: 'conclusion' as const, id, name: number };
    return [{ kind: 'conclusion-without-finding', subject, detail: '', values: {} }];
  });
  const recommendations = project.all('recommendation').flatMap((item): readonly GapDraft[] => {
    const subject = { kind: 'recommendation' as const, id: item.id, name: item.number };
    const rests =
      leadsToFinding(item.findings) ||
      Object.keys(item.conclusions).some((id) => project.get('conclusion', id as never));
    const hasCriterion = Object.keys(item.criteria).some((id) => project.get('code', id as never));
    const missing: readonly GapKind[] = [
      ...(rests ? [] : (['recommendation-without-finding'] as const)),
      ...(hasCriterion ? [] : (['recommendation-without-criterion'] as const)),
      ...(item.addressee.trim() !== '' ? [] : (['recommendation-without-addressee'] as const)),
    ];
    return missing.map((kind) => ({ kind, subject, detail: '', values: {} }));
  });
  return [...conclusions, ...recommendations];
}
