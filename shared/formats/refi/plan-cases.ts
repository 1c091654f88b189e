/**
 * Cases as participants. Three ways are known to say what is known of a document: values in the source itself, a case
 * without a name for one source, a case with a name; only the last is somebody who takes part.
 */
import type { Operation } from '#shared/domain/change/change.ts';
import { setOperation } from '#shared/domain/change/fields.ts';
import { foldName } from '#shared/domain/codebook/codebook.ts';
import type { Participant, ParticipantId } from '#shared/domain/participant/participant.ts';
import type { Project } from '#shared/domain/project/project.ts';
import { saysGender, saysGroup } from '#shared/formats/plan-import.ts';
import { guidOf, normaliseGuid } from '#shared/formats/refi/guid.ts';
import type { RawElement } from '#shared/formats/refi/raw-element.ts';
import { rawOf } from '#shared/formats/refi/raw-element.ts';
import { readValues } from '#shared/formats/refi/read-values.ts';
import type { Variables } from '#shared/formats/refi/read-values.ts';
import type { RecordIds } from '#shared/formats/refi/record-ids.ts';
import type { RefiProject } from '#shared/formats/refi/refi-text.ts';
import { childrenOf } from '#shared/formats/refi/xml-tree.ts';
import type { RefiElement } from '#shared/formats/refi/xml-tree.ts';

export type CaseOfSource = { readonly id: ParticipantId; readonly name: string };

export type PlannedCases = {
  readonly ops: readonly Operation[];
  readonly total: number;
  /** Values of cases without a name, by GUID of their source. */
  readonly valuesOfSource: ReadonlyMap<string, Readonly<Record<string, string>>>;
  /** Who takes part in a source, by GUID of the source. */
  readonly casesOfSource: ReadonlyMap<string, readonly CaseOfSource[]>;
  /** What of cases has no place here, by the key of its part. */
  readonly parts: ReadonlyMap<string, RawElement>;
  readonly danglingSources: number;
};

const LONGEST_NAME = 500;

/** Plans the cases. `known` are participants that came in the note of a file of ours. */
export function planCases(
  project: Project,
  read: RefiProject,
  variables: Variables,
  ids: RecordIds,
  known: ReadonlyMap<string, Partial<Participant>>,
): PlannedCases {
  const ops: Operation[] = [];
  const valuesOfSource = new Map<string, Readonly<Record<string, string>>>();
  const casesOfSource = new Map<string, CaseOfSource[]>();
  const parts = new Map<string, RawElement>();
  const texts = new Set(read.texts.map(({ guid }) => guid));
  const byName = new Map(project.all('participant').map(({ id, codeName }) => [codeName, id]));
  let total = 0;
  let danglingSources = 0;
  for (const element of childrenOf(read.root, 'Cases').flatMap((list) => childrenOf(list, 'Case'))) {
    total += 1;
    const name = (element.attributes['name'] ?? '').trim().slice(0, LONGEST_NAME);
    const guid = normaliseGuid(element.attributes['guid']) || guidOf(`case ${total} ${name}`);
    const refs = sourcesOf(element, read, texts);
    danglingSources += refs.dangling;
    const { values, rest } = readValues(element, variables);
    const kept = keptOf(element, rest);
    if (name === '' && refs.sources.length === 1) {
      const [source = ''] = refs.sources;
      valuesOfSource.set(source, { ...valuesOfSource.get(source), ...values });
      parts.set(`case:${guid}`, { ...kept, a: { ...kept.a, source } });
      continue;
    }
    const codeName = name || `${read.name} #${total}`.slice(0, LONGEST_NAME);
    const own = ids.idOf('participant', guid);
    const same = project.get('participant', own)?.id ?? byName.get(codeName);
    if (kept.c !== undefined) parts.set(`case:${same ?? own}`, kept);
    if (same !== undefined) ids.alias('participant', guid, same);
    else
      ops.push(setOperation('participant', own, { ...newParticipant(codeName, values), ...known.get(own), codeName }));
    for (const source of refs.sources) {
      const list = casesOfSource.get(source) ?? [];
      list.push({ id: same ?? own, name: codeName });
      casesOfSource.set(source, list);
    }
  }
  return { ops, total, valuesOfSource, casesOfSource, parts, danglingSources };
}

/** Which label of a source stands for which case: the same name, the only speaker left, or the source as a whole. */
export function labelsForCases(
  cases: readonly CaseOfSource[],
  speakers: readonly string[],
): ReadonlyMap<string, ParticipantId> {
  const labels = new Map<string, ParticipantId>();
  const left: CaseOfSource[] = [];
  for (const one of cases) {
    const label = speakers.find((speaker) => foldName(speaker) === foldName(one.name) && !labels.has(speaker));
    if (label === undefined) left.push(one);
    else labels.set(label, one.id);
  }
  const free = speakers.filter((speaker) => !labels.has(speaker));
  const [only] = left;
  if (left.length === 1 && only !== undefined && cases.length === 1) {
    labels.set(free.length === 1 ? (free[0] ?? '') : free.length === 0 ? '' : only.name, only.id);
  } else for (const one of left) if (!labels.has(one.name)) labels.set(one.name, one.id);
  return labels;
}

function newParticipant(codeName: string, attributes: Readonly<Record<string, string>>): Omit<Participant, 'id'> {
  const find = (says: (header: string) => boolean): string =>
    Object.entries(attributes).find(([name]) => says(name))?.[1] ?? '';
  return { codeName, group: find(saysGroup), gender: find(saysGender), interventions: {}, attributes };
}

/** Some programs refer to the file of a source instead of the source. */
function sourcesOf(
  element: RefiElement,
  read: RefiProject,
  texts: ReadonlySet<string>,
): { readonly sources: readonly string[]; readonly dangling: number } {
  const sources = new Set<string>();
  let dangling = 0;
  for (const ref of childrenOf(element, 'SourceRef')) {
    const target = normaliseGuid(ref.attributes['targetGUID']);
    const source = texts.has(target) ? target : (read.sourceByStem.get(target) ?? '');
    if (texts.has(source)) sources.add(source);
    else dangling += 1;
  }
  return { sources: [...sources], dangling };
}

/** Description, references to codes and selections, values that say nothing. */
function keptOf(element: RefiElement, rest: readonly RawElement[]): RawElement {
  const others = childrenOf(element, 'Description', 'CodeRef', 'SelectionRef')
    .filter((child) => child.name !== 'Description' || child.text.trim() !== '')
    .map((child) => rawOf(child));
  const children = [...others, ...rest];
  return { ...rawOf({ ...element, children: [] }), ...(children.length > 0 ? { c: children } : {}) };
}
