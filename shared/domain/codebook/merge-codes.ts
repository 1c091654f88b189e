/** Two codes become one: quotes, children, words and what refers to them move; nothing that somebody wrote is lost. */
import type { Draft, Operation } from '#shared/domain/change/change.ts';
import { removeOperation, setMapEntry, setOperation, touchOperation } from '#shared/domain/change/fields.ts';
import type { Code, CodeId } from '#shared/domain/codebook/code.ts';
import { buildCodebook, foldName } from '#shared/domain/codebook/codebook.ts';
import type { Coding } from '#shared/domain/coding/coding.ts';
import { linkEvidence } from '#shared/domain/evidence/evidence-link.ts';
import type { Project } from '#shared/domain/project/project.ts';

/** What becomes of two codings by one person that cover the same words, one of each code. */
export type OverlapChoice = 'keep-both' | 'join';

export type MergePlan = {
  /** Quotes that get the other code. */
  readonly codings: number;
  readonly children: number;
  /** Groups of codings that overlap and that one person made: what joining would make one of. */
  readonly overlaps: readonly (readonly Coding[])[];
};

/** Why codes cannot be merged. */
export type MergeRefusal = 'same-code' | 'below-itself' | 'criterion';

/** What stands against merging; null when nothing does. A criterion stays: findings are numbered by it. */
export function refuseMerge(project: Project, from: Code, into: Code): MergeRefusal | null {
  if (from.id === into.id) return 'same-code';
  if (from.criterion !== null) return 'criterion';
  return buildCodebook(project.all('code')).withDescendants(from.id).includes(into.id) ? 'below-itself' : null;
}

/** What merging would do, to be shown before it is done. */
export function planMerge(project: Project, from: Code, into: Code): MergePlan {
  const moved = project.codingsOfCode(from.id, 'everything');
  return {
    codings: moved.length,
    children: project.all('code').filter((code) => code.parent === from.id).length,
    overlaps: groupOverlaps([...moved, ...project.codingsOfCode(into.id, 'everything')]).filter(
      (group) => group.some(({ code }) => code === from.id) && group.some(({ code }) => code === into.id),
    ),
  };
}

/** Puts everything under `from` into `into` and removes `from`, as one change. */
export function mergeCodes(project: Project, from: Code, into: Code, overlaps: OverlapChoice): Draft {
  const plan = planMerge(project, from, into);
  const joined = overlaps === 'join' ? plan.overlaps : [];
  const isJoined = new Set(joined.flat().map(({ id }) => id));
  const moved = project.codingsOfCode(from.id, 'everything').filter(({ id }) => !isJoined.has(id));
  return {
    label: { key: 'merge-codes', values: { from: from.name, code: into.name } },
    ops: [
      setOperation('code', into.id, joinWords(from, into)),
      ...moved.map((coding) => setOperation('coding', coding.id, { code: into.id })),
      ...joined.flatMap((group) => joinCodings(project, group, into.id)),
      ...moveChildren(project, from, into),
      ...moveReferences(project, from, into),
      removeOperation('code', from.id),
      touchOperation('code', into.id),
    ],
  };
}

/** Runs of codings by one person on one text that touch the same words; in text order. */
function groupOverlaps(codings: readonly Coding[]): readonly (readonly Coding[])[] {
  const texts = new Map<string, Coding[]>();
  for (const coding of codings) {
    const key = `${coding.source} ${coding.revision} ${coding.coder}`;
    const known = texts.get(key);
    if (known) known.push(coding);
    else texts.set(key, [coding]);
  }
  return [...texts.values()].flatMap((list) => {
    const groups: Coding[][] = [];
    let end = -1;
    for (const coding of list.sort((a, b) => a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : 1))) {
      if (coding.start < end) groups.at(-1)?.push(coding);
      else groups.push([coding]);
      end = Math.max(end, coding.end);
    }
    return groups.filter((group) => group.length > 1);
  });
}

/** One coding takes the words, memos and star of all; findings that rest on the others rest on it. */
function joinCodings(project: Project, group: readonly Coding[], code: CodeId): readonly Operation[] {
  const [first] = group;
  if (!first) return [];
  const kept = group.find((coding) => coding.code === code) ?? first;
  const gone = group.filter((coding) => coding !== kept);
  const values = {
    code,
    // Where it stands now, which may be in a later revision than the one it was coded in.
    revision: kept.revision,
    start: Math.min(...group.map(({ start }) => start)),
    end: Math.max(...group.map(({ end }) => end)),
    direction: group.every(({ direction }) => direction === kept.direction) ? kept.direction : ('mixed' as const),
    memo: joinTexts([kept, ...gone].map(({ memo }) => memo)),
    ...(group.some(({ starred }) => starred) && { starred: true }),
  };
  const goneIds = new Set<string>(gone.map(({ id }) => id));
  const relinked = project.all('finding').flatMap((finding) => {
    const links = Object.keys(finding.evidence).filter((id) => goneIds.has(id));
    if (links.length === 0) return [];
    const replaced = links.map((id) => setMapEntry('finding', finding.id, 'evidence', id, null));
    const isLinked = kept.id in finding.evidence;
    return isLinked
      ? replaced
      : // As the quote was before: the finding says that its evidence has changed.
        [...replaced, setMapEntry('finding', finding.id, 'evidence', kept.id, linkEvidence(kept))];
  });
  return [
    setOperation('coding', kept.id, values),
    ...joinInterventions(kept, gone),
    ...relinked,
    ...gone.map((coding) => removeOperation('coding', coding.id)),
  ];
}

/** What one quote says of all interventions stays said of all. */
function joinInterventions(kept: Coding, gone: readonly Coding[]): readonly Operation[] {
  const lists = [kept, ...gone].map(({ interventions }) => Object.keys(interventions ?? {}));
  const isSaidOfAll = lists.some((list) => list.length === 0);
  const entries = isSaidOfAll ? lists[0] : lists.flat();
  return [...new Set(entries)].map((id) =>
    setMapEntry('coding', kept.id, 'interventions', id, isSaidOfAll ? null : true),
  );
}

function joinWords(from: Code, into: Code): Partial<Code> {
  const names = [from.name, ...Object.keys(from.aliases ?? {})].filter(
    (name) => foldName(name) !== foldName(into.name),
  );
  const join = (field: 'include' | 'exclude' | 'example'): Partial<Code> => {
    const text = joinTexts([into[field] ?? '', from[field] ?? '']);
    return text === (into[field] ?? '') ? {} : { [field]: text };
  };
  const told = from.definition.trim() === '' ? '' : `${from.name}: ${from.definition.trim()}`;
  return {
    definition: joinTexts([into.definition, told]),
    ...join('include'),
    ...join('exclude'),
    ...join('example'),
    aliases: Object.fromEntries(names.map((name) => [name, true as const])),
  };
}

/** Texts one below the other; one that is there already is not repeated. */
function joinTexts(texts: readonly string[]): string {
  return [...new Set(texts.map((text) => text.trim()).filter(Boolean))].join('\n\n');
}

function moveChildren(project: Project, from: Code, into: Code): readonly Operation[] {
  const last = Math.max(0, ...project.all('code').flatMap(({ parent, order }) => (parent === into.id ? [order] : [])));
  return project
    .all('code')
    .filter(({ parent }) => parent === from.id)
    .map((child, index) => setOperation('code', child.id, { parent: into.id, order: last + 1 + index }));
}

/** Findings, recommendations and questions that name the code name the other from now on. */
function moveReferences(project: Project, from: Code, into: Code): readonly Operation[] {
  return [
    ...project
      .all('finding')
      .filter(({ criterion }) => criterion === from.id)
      .map((finding) => setOperation('finding', finding.id, { criterion: into.id })),
    ...project
      .all('recommendation')
      .filter(({ criteria }) => from.id in criteria)
      .flatMap(({ id }) => [
        setMapEntry('recommendation', id, 'criteria', from.id, null),
        setMapEntry('recommendation', id, 'criteria', into.id, true),
      ]),
    ...project
      .all('question')
      .filter(({ codes }) => from.id in codes)
      .flatMap(({ id }) => [
        setMapEntry('question', id, 'codes', from.id, null),
        setMapEntry('question', id, 'codes', into.id, true),
      ]),
  ];
}
