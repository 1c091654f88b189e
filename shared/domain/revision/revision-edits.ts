/** Edits of a source's text, each a pure function to a draft of a change. The new content is stored beside, by hash. */
import { drawId, type RandomBytes } from '#shared/basics/ids.ts';
import type { Draft, Operation } from '#shared/domain/change/change.ts';
import { removeOperation, setMapEntry, setOperation } from '#shared/domain/change/fields.ts';
import type { Coding } from '#shared/domain/coding/coding.ts';
import type { RevisionCause, Sections } from '#shared/domain/revision/text-revision.ts';
import type { ContentHash } from '#shared/domain/source/source-content.ts';
import type { Source } from '#shared/domain/source/source.ts';
import type { PersonId } from '#shared/domain/team/person.ts';

/** A source's new text, as `reviseContent` made it and the store named it. */
export type NewRevision = {
  readonly source: Source;
  readonly to: ContentHash;
  readonly characters: number;
  readonly sections: Sections;
  readonly renamed: ReadonlyMap<string, string>;
};

export type RevisionAuthor = { readonly person: PersonId; readonly at: string };

const labels: Readonly<Record<Exclude<RevisionCause, 'withdraw'>, string>> = {
  edit: 'edit-text',
  replace: 'replace-in-texts',
  'go-back': 'go-back-to-text',
  unite: 'unite-texts',
  wave: 'add-wave',
};

/** Gives sources a new text as one change; `removed` are codings whose words went and that were given up with them. */
export function reviseSources(
  revisions: readonly NewRevision[],
  cause: Exclude<RevisionCause, 'withdraw'>,
  by: RevisionAuthor,
  randomBytes: RandomBytes,
  removed: readonly Coding[] = [],
): Draft {
  const [first] = revisions;
  return {
    label: { key: labels[cause], values: { source: first?.source.name ?? '', count: revisions.length } },
    ops: [
      ...revisions
        .filter(({ source, to }) => source.revision !== to)
        .flatMap((revision) => reviseOperations(revision, cause, by, randomBytes)),
      ...removed.map((coding) => removeOperation('coding', coding.id)),
    ],
  };
}

function reviseOperations(
  { source, to, characters, sections, renamed }: NewRevision,
  cause: RevisionCause,
  by: RevisionAuthor,
  randomBytes: RandomBytes,
): readonly Operation[] {
  return [
    setOperation('revision', drawId<'revision'>(randomBytes), {
      source: source.id,
      from: source.revision,
      to,
      sections,
      cause,
      by: by.person,
      at: by.at,
    }),
    setOperation('source', source.id, { revision: to, characters }),
    ...renameSpeakers(source, renamed),
  ];
}

/** Who spoke under the old label speaks under the new one. */
export function renameSpeakers(source: Source, renamed: ReadonlyMap<string, string>): readonly Operation[] {
  return [...renamed].flatMap(([label, now]) => {
    const role = source.speakers[label];
    if (!role) return [];
    const isKnown = source.speakers[now] !== undefined;
    return [
      setMapEntry('source', source.id, 'speakers', label, null),
      ...(isKnown ? [] : [setMapEntry('source', source.id, 'speakers', now, role)]),
    ];
  });
}
/** Says of codings that an edit touched that they are right as they stand: they are anchored in the present text. */
export function confirmCodings(codings: readonly Coding[]): Draft {
  return {
    label: { key: 'confirm-codings', values: { count: codings.length } },
    ops: codings.map(({ id, revision, start, end }) => setOperation('coding', id, { revision, start, end })),
  };
}
