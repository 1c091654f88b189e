/** Edits that remove withdrawn words, each a pure function to a draft of a change. */
import { drawId, type RandomBytes } from '#shared/basics/ids.ts';
import type { Draft, Operation } from '#shared/domain/change/change.ts';
import { removeOperation, setMapEntry, setOperation } from '#shared/domain/change/fields.ts';
import type { WithdrawalNote } from '#shared/domain/consent/consent.ts';
import { isMasked } from '#shared/domain/consent/mask-content.ts';
import type { WithdrawalPlan } from '#shared/domain/consent/withdrawal-plan.ts';
import type { Withdrawal } from '#shared/domain/consent/withdrawal.ts';
import type { Project } from '#shared/domain/project/project.ts';
import type { ContentHash } from '#shared/domain/source/source-content.ts';
import type { PersonId } from '#shared/domain/team/person.ts';

/** Undo leaves changes of this label alone. */
const LABEL = 'withdraw';

/** Removes what the plan says and takes down that it was. `contents` are all revisions, each with its replacement. */
export function withdraw(
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
    ]),
    ...plan.moved.map((coding) =>
      setOperation('coding', coding.id, { revision: contents[coding.revision] ?? coding.revision }),
    ),
    ...plan.relinked.flatMap(({ finding, coding, link }) => {
      const revision = contents[link.revision as ContentHash] ?? link.revision;
      return setMapEntry('finding', finding, 'evidence', coding, { ...link, revision });
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
    if (next) ops.push(setOperation('source', source.id, { revision: next }));
  }
  for (const coding of project.all('coding')) {
    const next = contents.get(coding.revision);
    if (next === undefined) continue;
    const text = next === null ? undefined : textOf(next);
    if (next !== null && text !== undefined && !isMasked(text.slice(coding.start, coding.end))) {
      ops.push(setOperation('coding', coding.id, { revision: next }));
    } else ops.push(removeOperation('coding', coding.id));
  }
  return ops.length === 0 ? null : { label: { key: LABEL, values: { name: '' } }, ops };
}
