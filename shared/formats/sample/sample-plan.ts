/** The sample's plan: evaluation questions with what answers them, the sampling plan, a gap that may stay; one change. */
import { asId, drawId, type RandomBytes } from '#shared/basics/ids.ts';
import type { Draft, Operation } from '#shared/domain/change/change.ts';
import { setMapEntry, setOperation } from '#shared/domain/change/fields.ts';
import { buildCodebook } from '#shared/domain/codebook/codebook.ts';
import type { CodeId } from '#shared/domain/codebook/code.ts';
import { gapDismissalId } from '#shared/domain/gaps/gap-dismissal.ts';
import type { Project } from '#shared/domain/project/project.ts';
import type { PersonId } from '#shared/domain/team/person.ts';
import type { SamplePlan } from '#shared/formats/sample/sample-files.ts';

type Surroundings = {
  readonly personOf: (key: string) => PersonId;
  readonly at: string;
  readonly randomBytes: RandomBytes;
};

/** Builds the change. */
export function samplePlan(project: Project, files: SamplePlan, { personOf, at, randomBytes }: Surroundings): Draft {
  const ids = new Map(files.questions.map(({ number }) => [number, drawId<'question'>(randomBytes)]));
  const codebook = buildCodebook(project.all('code'));
  const codes = new Map(codebook.flat.map(({ code }) => [codebook.pathOf(code.id).join('/'), code.id]));
  const interventions = new Map(project.all('intervention').map(({ code, id }) => [code, id]));
  const findings = new Map(project.all('finding').map(({ number, id }) => [number, id]));
  const criterion = (slug: string): CodeId => asId<'code'>(`criterion-${slug}`);
  const ops: Operation[] = files.questions.flatMap((entry, place): readonly Operation[] => {
    const { findings: answeredBy, parent, ...rest } = entry;
    const id = pick(ids, entry.number);
    const question = setOperation('question', id, {
      ...rest,
      parent: parent === null ? null : pick(ids, parent),
      criterion: parent === null ? criterion(entry.criterion) : null,
      order: place + 1,
      methods: flags(entry.methods),
      groups: flags(entry.groups),
      interventions: flags(entry.interventions.map((code) => pick(interventions, code))),
      codes: flags(entry.codes.map((path) => pick(codes, path))),
      criteria: flags(entry.criteria.map(criterion)),
    });
    const links = answeredBy.map((number) => setMapEntry('finding', pick(findings, number), 'questions', id, true));
    return [question, ...links];
  });
  files.sample.forEach((line, place) => {
    const intervention = line.intervention === null ? null : pick(interventions, line.intervention);
    const id = drawId<'planned-sample'>(randomBytes);
    ops.push(setOperation('planned-sample', id, { ...line, intervention, order: place + 1 }));
  });
  for (const { gap, question, reason, by } of files.dismissed) {
    const subject = pick(ids, question);
    const dismissal = { gap, subject, reason, by: personOf(by), at };
    ops.push(setOperation('gap-dismissal', gapDismissalId(gap, subject), dismissal));
  }
  return { label: { key: 'add-plan', values: { count: files.questions.length } }, ops };
}

function flags<Key extends string>(keys: readonly Key[]): Record<Key, true> {
  return Object.fromEntries(keys.map((key) => [key, true])) as Record<Key, true>;
}

function pick<Target>(ids: ReadonlyMap<string, Target>, name: string): Target {
  const id = ids.get(name);
  if (id === undefined) throw new Error(`The sample's plan names nothing called ${name}.`);
  return id;
}
