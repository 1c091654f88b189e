/** The rows of the source list: sources under their method, with counts; narrowed by what was typed and switched. */
import type { Participant } from '#shared/domain/participant/participant.ts';
import { participantsOf } from '#shared/domain/source/source-edits.ts';
import { sourceMethods, type Source, type SourceMethod } from '#shared/domain/source/source.ts';

export type ListRow =
  | { readonly kind: 'method'; readonly method: SourceMethod; readonly count: number; readonly codings: number }
  | {
      readonly kind: 'source';
      readonly source: Source;
      readonly codings: number;
      readonly people: readonly Participant[];
    };

export type ListFilter = { readonly typed: string; readonly onlyUncoded: boolean };

type Facts = {
  readonly countCodings: (source: Source) => number;
  readonly participant: (id: Participant['id']) => Participant | undefined;
};

/** The rows that fit the filter, by method and in the order of import. */
export function listRows(sources: readonly Source[], filter: ListFilter, facts: Facts): readonly ListRow[] {
  const wanted = fold(filter.typed).split(/\s+/u).filter(Boolean);
  const rows = sources.map((source) => ({
    kind: 'source' as const,
    source,
    codings: facts.countCodings(source),
    people: participantsOf(source).flatMap((id) => facts.participant(id) ?? []),
  }));
  const shown = rows.filter(
    (row) => (!filter.onlyUncoded || row.codings === 0) && wanted.every((word) => textOf(row).includes(word)),
  );
  return sourceMethods.flatMap((method): readonly ListRow[] => {
    const members = shown.filter((row) => row.source.method === method);
    if (members.length === 0) return [];
    const codings = members.reduce((sum, row) => sum + row.codings, 0);
    return [{ kind: 'method', method, count: members.length, codings }, ...members];
  });
}

function textOf({ source, people }: Extract<ListRow, { kind: 'source' }>): string {
  const { name, place, date, fileName, attributes } = source;
  return fold(
    [
      name,
      place,
      date,
      fileName,
      ...Object.values(attributes),
      ...people.slice(0, 50).map((person) => person.codeName),
    ].join(' '),
  );
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
