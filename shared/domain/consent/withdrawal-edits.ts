/** Edits that remove withdrawn words, each a pure function to a draft of a change. */
import { drawId, type RandomBytes } from '#shared/basics/ids.ts';
import type { Draft, Operation } from '#shared/domain/change/change.ts';
import { removeOperation, setMapEntry, setOperation } from '#shared/domain/change/fields.ts';
import type { WithdrawalNote } from '#shared/domain/consent/consent.ts';
import { isMasked } from '#shared/domain/consent/mask-content.ts';
import type { WithdrawalPlan } from '#shared/domain/consent/withdrawal-plan.ts';
import type { Withdrawal } from '#shared/domain/consent/withdrawal.ts';
import type { PlaceInText } from '#shared/domain/project/anchor-placer.ts';
import type { Project } from '#shared/domain/project/project.ts';
import { unsettledRevisions } from '#shared/domain/revision/settle-revisions.ts';
import type { ContentHash } from '#shared/domain/source/source-content.ts';
import type { Source } from '#shared/domain/source/source.ts';
import type { PersonId } from '#shared/domain/team/person.ts';

/** Undo leaves changes of this label alone. */
const LABEL = 'withdraw';

/** Removes what the plan says and takes down that it was. `contents` are all revisions, each with its replacement. */
export function withdraw(
  project: Project,
  plan: WithdrawalPlan,
  note: WithdrawalNote,
  by: { readonly person: PersonId; readonly at: string },
  contents: Withdrawal['contents'],
  randomBytes: RandomBytes,
): Draft {
  const ops: Operation[] = [
    ...plan.codings.map((coding) => removeOperation('coding', coding.id)),
    ...plan.masked.flatMap(({ source, labels }) => [
      ...[...labels].map((label) => setMapEntry('source', source.id, 'speakers', label, null)),
      setOperation('source', source.id, { revision: contents[source.revision] ?? source.revision }),
      ...blackedOut(source, contents, by, randomBytes),
    ]),
    ...plan.moved.map((coding) => setOperation('coding', coding.id, withoutWords(coding, contents))),
    ...plan.relinked.map(({ finding, coding, link }) => {
      const source = project.get('coding', coding)?.source;
      const anchor = { revision: link.revision as ContentHash, start: link.start, end: link.end };
      const { place } = source ? project.placeInText(source, anchor) : { place: anchor };
      return setMapEntry('finding', finding, 'evidence', coding, { ...link, ...withoutWords(place, contents) });
    }),
    ...plan.statistics.map(({ id }) => removeOperation('statistic', id)),
    ...plan.participants.map(({ id }) => removeOperation('participant', id)),
    ...plan.sources.map(({ id }) => removeOperation('source', id)),
    setOperation('withdrawal', drawId<'withdrawal'>(randomBytes), {
      name: plan.name,
      ...note,
      erasedBy: by.person,
      erasedAt: by.at,
      sources: plan.sources.map(({ id }) => id),
      participants: plan.participants.map(({ id }) => id),
      codings: plan.codings.map(({ id }) => id),
      contents,
    }),
  ];
  return { label: { key: LABEL, values: { name: plan.name } }, ops };
}

/** Blacking out keeps every place: the way from the text to the one without the words. */
function blackedOut(
  source: Source,
  contents: Withdrawal['contents'],
  by: { readonly person: PersonId; readonly at: string },
  randomBytes: RandomBytes,
): readonly Operation[] {
  const to = contents[source.revision];
  if (!to) return [];
  const fields = {
    from: source.revision,
    to,
    sections: [source.characters, -1],
    cause: 'withdraw',
    by: by.person,
    at: by.at,
  } as const;
  return [setOperation('revision', drawId<'revision'>(randomBytes), { source: source.id, ...fields })];
}

function withoutWords({ revision, start, end }: PlaceInText, contents: Withdrawal['contents']): PlaceInText {
  return { revision: contents[revision] ?? revision, start, end };
}

/** All contents that were erased, with what stands in their place. */
export function withdrawnContents(project: Pick<Project, 'all'>): ReadonlyMap<ContentHash, ContentHash | null> {
  return new Map(
    project
      .all('withdrawal')
      .flatMap(({ contents }) => Object.entries(contents) as [ContentHash, ContentHash | null][]),
  );
}

/**
 * What colleagues did to withdrawn words before they knew: their codings go, or move to the text without the words.
 * Null when there is nothing to do.
 */
export function tidyAfterWithdrawals(
  project: Project,
  textOf: (hash: ContentHash) => string | undefined,
): Draft | null {
  const contents = withdrawnContents(project);
  if (contents.size === 0) return null;
  const ops: Operation[] = [];
  for (const source of project.all('source')) {
    const next = contents.get(source.revision);
    if (next === null) {
      ops.push(removeOperation('source', source.id));
      const statistics = project.all('statistic').filter((statistic) => statistic.source === source.id);
      ops.push(...statistics.map(({ id }) => removeOperation('statistic', id)));
    }
    if (next && unsettledRevisions(project, source).length === 0) {
      ops.push(setOperation('source', source.id, { revision: next }));
    }
  }
  for (const coding of project.codings('everything')) {
    const next = contents.get(coding.revision);
    if (next === undefined) continue;
    const isCutOut = next !== null && project.revisionGraph(coding.source).wayBetween(coding.revision, next) !== null;
    const text = next === null || isCutOut ? undefined : textOf(next);
    if (next !== null && text !== undefined && !isMasked(text.slice(coding.start, coding.end))) {
      ops.push(setOperation('coding', coding.id, { revision: next, start: coding.start, end: coding.end }));
    } else ops.push(removeOperation('coding', coding.id));
  }
  return ops.length === 0 ? null : { label: { key: LABEL, values: { name: '' } }, ops };
}

/**
 * Texts that colleagues made of withdrawn ones before they knew: a withdrawal of their own, so that they are erased,
 * too. To be called once texts are settled; null when there are none.
 */
export function withdrawStrays(
  project: Project,
  by: { readonly person: PersonId; readonly at: string },
  randomBytes: RandomBytes,
): Draft | null {
  const contents = new Map(withdrawnContents(project));
  const replacements = new Set(contents.values());
  const split = splitReplacements(project);
  const strays: Record<ContentHash, ContentHash | null> = {};
  const edges = project.all('revision');
  for (let isNew = contents.size > 0; isNew;) {
    isNew = false;
    for (const { source, from, to } of edges) {
      const fate = contents.get(from);
      if (fate === undefined || contents.has(to) || (replacements.has(to) && !split.has(to))) continue;
      const present = project.get('source', source)?.revision ?? null;
      if (fate !== null && present === to) continue;
      const replacement = fate === null ? null : present;
      contents.set(to, replacement);
      replacements.add(replacement);
      strays[to] = replacement;
      isNew = true;
    }
  }
  if (Object.keys(strays).length === 0) return null;
  const [first] = project.all('withdrawal');
  const { name = '', date = '', reason = '', recordedBy = by.person } = first ?? {};
  const fields = { name, date, reason, recordedBy, erasedBy: by.person, erasedAt: by.at };
  const nothing = { sources: [], participants: [], codings: [] };
  const id = drawId<'withdrawal'>(randomBytes);
  return {
    label: { key: LABEL, values: { name } },
    ops: [setOperation('withdrawal', id, { ...fields, ...nothing, contents: strays })],
  };
}

/** Texts with the words of one person blacked out, while somebody else blacked out those of another in the same text. */
function splitReplacements(project: Project): ReadonlySet<ContentHash> {
  const found = new Map<string, Set<ContentHash>>();
  for (const { contents } of project.all('withdrawal')) {
    for (const [hash, replacement] of Object.entries(contents)) {
      if (replacement) found.set(hash, (found.get(hash) ?? new Set()).add(replacement));
    }
  }
  return new Set([...found.values()].flatMap((list) => (list.size > 1 ? [...list] : [])));
}
