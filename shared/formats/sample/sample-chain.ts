/** The sample's findings and what rests on them, as one change. */
import { asId, drawId, type RandomBytes } from '#shared/basics/ids.ts';
import type { Draft, Operation } from '#shared/domain/change/change.ts';
import { setOperation } from '#shared/domain/change/fields.ts';
import type { CodingId } from '#shared/domain/coding/coding.ts';
import { linkEvidence } from '#shared/domain/evidence/evidence-link.ts';
import { judgementId } from '#shared/domain/evidence/judgement.ts';
import type { Project } from '#shared/domain/project/project.ts';
import type { PersonId } from '#shared/domain/team/person.ts';
import type { SampleFindings } from '#shared/formats/sample/sample-files.ts';

/** Builds the change. `codings` gives the coding of each id in the sample's files. */
export function sampleChain(
  project: Project,
  files: SampleFindings,
  codings: ReadonlyMap<string, CodingId>,
  by: PersonId,
  randomBytes: RandomBytes,
): Draft {
  const findingIds = new Map(files.findings.map(({ number }) => [number, drawId<'finding'>(randomBytes)]));
  const conclusionIds = new Map(files.conclusions.map(({ number }) => [number, drawId<'conclusion'>(randomBytes)]));
  const criterion = (slug: string) => asId<'code'>(`criterion-${slug}`);
  const evidence = (ids: readonly string[]) =>
    Object.fromEntries(
      ids.map((id) => {
        const coding = project.get('coding', pick(codings, id));
        if (!coding) throw new Error(`The sample has no coding ${id}.`);
        return [coding.id, linkEvidence(coding)];
      }),
    );
  const ops: Operation[] = [
    ...files.findings.map((item, index) =>
      setOperation('finding', pick(findingIds, item.number), {
        ...item,
        criterion: criterion(item.criterion),
        order: index + 1,
        evidence: evidence(item.evidence),
      }),
    ),
    ...files.conclusions.map((item, index) =>
      setOperation('conclusion', pick(conclusionIds, item.number), {
        ...item,
        order: index + 1,
        findings: links(item.findings, findingIds),
      }),
    ),
    ...files.recommendations.map((item, index) =>
      setOperation('recommendation', drawId<'recommendation'>(randomBytes), {
        ...item,
        order: index + 1,
        criteria: Object.fromEntries(item.criteria.map((slug) => [criterion(slug), true as const])),
        findings: links(item.findings, findingIds),
        conclusions: links(item.conclusions, conclusionIds),
      }),
    ),
    ...[
      ...files.lessons.map((item) => ({ ...item, type: 'lesson' as const })),
      ...files.practices.map((item) => ({ ...item, type: 'good-practice' as const })),
    ].map((item, index) =>
      setOperation('learning', drawId<'learning'>(randomBytes), {
        ...item,
        order: index + 1,
        findings: links(item.findings, findingIds),
      }),
    ),
    ...files.judgements.map((item) =>
      setOperation('judgement', judgementId(criterion(item.criterion), 'method'), {
        subject: criterion(item.criterion),
        columns: 'method',
        convergence: item.convergence === 'partial' ? 'partial-agreement' : item.convergence,
        reason: item.reason,
        by,
      }),
    ),
  ];
  return { label: { key: 'add-findings', values: { count: files.findings.length } }, ops };
}

function links<Target extends string>(
  numbers: readonly string[],
  ids: ReadonlyMap<string, Target>,
): Record<Target, true> {
  return Object.fromEntries(numbers.map((number) => [pick(ids, number), true])) as Record<Target, true>;
}

function pick<Target>(ids: ReadonlyMap<string, Target>, number: string): Target {
  const id = ids.get(number);
  if (id === undefined) throw new Error(`The sample has nothing numbered ${number}.`);
  return id;
}
