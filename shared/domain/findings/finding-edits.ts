/** Edits of findings and of what rests on them, each a pure function from what is there to a draft of a change. */
import { drawId, type RandomBytes } from '#shared/basics/ids.ts';
import type { Draft } from '#shared/domain/change/change.ts';
import { removeOperation, setMapEntry, setOperation } from '#shared/domain/change/fields.ts';
import type { Code } from '#shared/domain/codebook/code.ts';
import type { Coding, CodingId } from '#shared/domain/coding/coding.ts';
import { judgementId, type Convergence } from '#shared/domain/evidence/judgement.ts';
import { linkEvidence } from '#shared/domain/evidence/evidence-link.ts';
import type { Conclusion } from '#shared/domain/findings/conclusion.ts';
import type { CerqualComponent, ConcernLevel } from '#shared/domain/evidence/strength-scale.ts';
import type { Finding, FindingId } from '#shared/domain/findings/finding.ts';
import type { Learning, LearningType } from '#shared/domain/findings/learning.ts';
import type { Recommendation } from '#shared/domain/findings/recommendation.ts';
import type { Kind, Records } from '#shared/domain/kinds.ts';
import type { Project } from '#shared/domain/project/project.ts';
import type { PersonId } from '#shared/domain/team/person.ts';

/** Kinds that rest on findings. */
export type ChainKind = 'conclusion' | 'recommendation' | 'learning';

/** Adds a finding under a criterion, numbered after the last one there (F4.2), with its first evidence. */
export function addFinding(
  project: Project,
  input: {
    readonly criterion: Code;
    readonly title: string;
    readonly text: string;
    readonly evidence: readonly Coding[];
    readonly statistics?: Finding['statistics'];
  },
  randomBytes: RandomBytes,
): { id: FindingId; draft: Draft } {
  const id = drawId<'finding'>(randomBytes);
  const roots = project.all('code').filter((code) => code.parent === null);
  const place = roots.findIndex((code) => code.id === input.criterion.id) + 1;
  const numbers = project.all('finding').filter((finding) => finding.criterion === input.criterion.id);
  const number = `F${place}.${nextNumber(numbers.map((finding) => finding.number.split('.').at(-1) ?? ''))}`;
  const values: Omit<Finding, 'id'> = {
    number,
    criterion: input.criterion.id,
    title: input.title,
    text: input.text,
    strength: null,
    strengthReason: '',
    contested: '',
    order: nextOrder(project, 'finding'),
    evidence: Object.fromEntries(input.evidence.map((coding) => [coding.id, linkEvidence(coding)])),
    statistics: input.statistics ?? {},
  };
  return {
    id,
    draft: { label: { key: 'add-finding', values: { number } }, ops: [setOperation('finding', id, values)] },
  };
}

/** Changes the wording or judgement of a finding. */
export function editFinding(
  finding: Finding,
  values: Partial<
    Pick<Finding, 'title' | 'text' | 'strength' | 'strengthReason' | 'contested' | 'criterion' | 'number'>
  >,
): Draft {
  return {
    label: { key: 'edit-finding', values: { number: finding.number } },
    ops: [setOperation('finding', finding.id, values)],
  };
}

/** Says how serious a concern about a component of the evidence is (GRADE-CERQual). */
export function assessConcern(finding: Finding, component: CerqualComponent, concern: ConcernLevel): Draft {
  return {
    label: { key: 'edit-finding', values: { number: finding.number } },
    ops: [setMapEntry('finding', finding.id, 'concerns', component, concern)],
  };
}

/** Links codings as evidence; linking again takes down what they say now, which clears their flags. */
export function linkCodings(finding: Finding, codings: readonly Coding[]): Draft {
  return {
    label: { key: 'link-evidence', values: { number: finding.number, count: codings.length } },
    ops: codings.map((coding) => setMapEntry('finding', finding.id, 'evidence', coding.id, linkEvidence(coding))),
  };
}

/** Takes evidence off a finding; the codings stay. */
export function unlinkCodings(finding: Finding, codings: readonly CodingId[]): Draft {
  return {
    label: { key: 'unlink-evidence', values: { number: finding.number, count: codings.length } },
    ops: codings.map((id) => setMapEntry('finding', finding.id, 'evidence', id, null)),
  };
}

/** Adds a conclusion, numbered C1, C2 ... */
export function addConclusion(
  project: Project,
  text: string,
  randomBytes: RandomBytes,
): { id: Conclusion['id']; draft: Draft } {
  const id = drawId<'conclusion'>(randomBytes);
  const number = `C${nextNumber(project.all('conclusion').map((item) => item.number.slice(1)))}`;
  const values: Omit<Conclusion, 'id'> = { number, text, order: nextOrder(project, 'conclusion'), findings: {} };
  return {
    id,
    draft: { label: { key: 'add-conclusion', values: { number } }, ops: [setOperation('conclusion', id, values)] },
  };
}

/** Adds a recommendation, numbered R1, R2 ... */
export function addRecommendation(
  project: Project,
  text: string,
  randomBytes: RandomBytes,
): { id: Recommendation['id']; draft: Draft } {
  const id = drawId<'recommendation'>(randomBytes);
  const number = `R${nextNumber(project.all('recommendation').map((item) => item.number.slice(1)))}`;
  const values: Omit<Recommendation, 'id'> = {
    number,
    text,
    addressee: '',
    priority: 'important',
    timeframe: '',
    order: nextOrder(project, 'recommendation'),
    criteria: {},
    findings: {},
    conclusions: {},
  };
  return {
    id,
    draft: {
      label: { key: 'add-recommendation', values: { number } },
      ops: [setOperation('recommendation', id, values)],
    },
  };
}

/** Adds a lesson learned (L1 ...) or a good practice (G1 ...). */
export function addLearning(
  project: Project,
  type: LearningType,
  text: string,
  randomBytes: RandomBytes,
): { id: Learning['id']; draft: Draft } {
  const id = drawId<'learning'>(randomBytes);
  const letter = type === 'lesson' ? 'L' : 'G';
  const others = project.all('learning').filter((item) => item.type === type);
  const number = `${letter}${nextNumber(others.map((item) => item.number.slice(1)))}`;
  const values: Omit<Learning, 'id'> = { type, number, text, order: nextOrder(project, 'learning'), findings: {} };
  return {
    id,
    draft: { label: { key: `add-${type}`, values: { number } }, ops: [setOperation('learning', id, values)] },
  };
}

/** Changes plain fields of a conclusion, recommendation, lesson or good practice. */
export function editChainItem<K extends ChainKind>(
  kind: K,
  item: Records[K],
  values: Partial<Omit<Records[K], 'id'>>,
): Draft {
  return { label: { key: 'edit-item', values: { number: item.number } }, ops: [setOperation(kind, item.id, values)] };
}

/** Links an item to a finding, conclusion or criterion, or takes the link away. */
export function setChainLink(
  kind: ChainKind,
  item: { readonly id: string; readonly number: string },
  map: 'findings' | 'conclusions' | 'criteria',
  target: string,
  isLinked: boolean,
): Draft {
  return {
    label: { key: isLinked ? 'link-item' : 'unlink-item', values: { number: item.number } },
    ops: [setMapEntry(kind, item.id, map, target, isLinked ? true : null)],
  };
}

/** Removes a finding or something that rests on findings, and the links to it. */
export function removeFindingOrItem<K extends 'finding' | ChainKind>(
  project: Project,
  kind: K,
  item: Records[K],
): Draft {
  const links = (['conclusion', 'recommendation', 'learning'] as const).flatMap((owner) =>
    project.all(owner).flatMap((record) =>
      Object.entries(record)
        .filter(([, value]) => typeof value === 'object' && value !== null && item.id in value)
        .map(([map]) => setMapEntry(owner, record.id, map, item.id, null)),
    ),
  );
  return {
    label: { key: 'remove-item', values: { number: item.number } },
    ops: [...links, removeOperation(kind, item.id)],
  };
}

/** Judges how the sources of a matrix row agree; a reason is required. */
export function judgeConvergence(input: {
  readonly subject: string;
  readonly columns: string;
  readonly convergence: Convergence;
  readonly reason: string;
  readonly by: PersonId;
}): Draft {
  return {
    label: { key: 'judge-convergence', values: {} },
    ops: [setOperation('judgement', judgementId(input.subject, input.columns), input)],
  };
}

/** Takes a judgement back, so that the suggestion shows again. */
export function removeJudgement(subject: string, columns: string): Draft {
  return {
    label: { key: 'remove-judgement', values: {} },
    ops: [removeOperation('judgement', judgementId(subject, columns))],
  };
}

function nextNumber(taken: readonly string[]): number {
  return Math.max(0, ...taken.map((text) => Number.parseInt(text, 10) || 0)) + 1;
}

function nextOrder(project: Project, kind: Extract<Kind, 'finding' | ChainKind>): number {
  return Math.max(0, ...project.all(kind).map((item) => item.order)) + 1;
}
