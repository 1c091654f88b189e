/** How many people were heard, by stakeholder group, method and sex: counted before names and genders are taken out. */
import { hideSmallCells, SMALLEST_SHOWN, type ShownCount, type ShownCounts } from '#shared/analysis/small-cells.ts';
import { foldName } from '#shared/domain/codebook/codebook.ts';
import { mayAttribute, effectiveConsent } from '#shared/domain/consent/effective-consent.ts';
import type { Participant, ParticipantId } from '#shared/domain/participant/participant.ts';
import { participantsOf } from '#shared/domain/source/source-edits.ts';
import { sourceMethods, type Source, type SourceMethod } from '#shared/domain/source/source.ts';
import type { EvaluationMaterial } from '#shared/formats/deliverable/material.ts';
import type { ExportProfile } from '#shared/formats/deliverable/profile/export-profile.ts';

export const countedSexes = ['women', 'men', 'other', 'not-stated'] as const;
export type CountedSex = (typeof countedSexes)[number];

/** Rows of people with one count per sex, in the order of `countedSexes`; null where hidden. */
export type PeopleTable<Row> = {
  readonly rows: readonly (Row & { readonly counts: readonly ShownCount[]; readonly total: ShownCount })[];
  readonly columnTotals: readonly ShownCount[];
  readonly total: ShownCount;
};

export type PeopleCounts = {
  readonly byGroup: PeopleTable<{ readonly group: string; readonly organisation: string; readonly country: string }>;
  readonly byMethod: PeopleTable<{ readonly method: SourceMethod; readonly sources: number }>;
};

const WOMEN = new Set([
  'f',
  'female',
  'woman',
  'women',
  'mujer',
  'mujeres',
  'femenino',
  'femenina',
  'femme',
  'feminin',
  'mulher',
  'w',
]);
const MEN = new Set([
  'm',
  'male',
  'man',
  'men',
  'hombre',
  'hombres',
  'masculino',
  'varon',
  'homme',
  'masculin',
  'homem',
  'h',
]);
const ORGANISATION = /^(?:organi[sz]a|institu|entidad|dependencia|agency|employer)/u;
const COUNTRY = /^(?:pais|country|pays)\b/u;

/** The sex as it is counted in annexes; what people call themselves otherwise is counted as other. */
export function countedSex(gender: string): CountedSex {
  const folded = foldName(gender);
  if (folded === '') return 'not-stated';
  if (WOMEN.has(folded)) return 'women';
  return MEN.has(folded) ? 'men' : 'other';
}

/** Counts the people; `isGone` are those who are not named any more. */
export function countPeople({ records }: EvaluationMaterial, profile: ExportProfile): PeopleCounts {
  const participants = new Map(records.participant.map((item) => [item.id, item]));
  const heard = new Map<ParticipantId, { readonly person: Participant; readonly sources: Source[] }>();
  const byMethod = new Map<SourceMethod, { sources: number; people: Map<ParticipantId, Participant> }>();
  for (const source of records.source) {
    const entry = byMethod.get(source.method) ?? { sources: 0, people: new Map<ParticipantId, Participant>() };
    byMethod.set(source.method, entry);
    entry.sources += 1;
    if (source.method === 'document') continue;
    for (const id of participantsOf(source)) {
      const person = participants.get(id);
      if (!person) continue;
      entry.people.set(id, person);
      const known = heard.get(id);
      if (known) known.sources.push(source);
      else heard.set(id, { person, sources: [source] });
    }
  }
  const groups = new Map<string, { group: string; organisation: string; country: string; people: Participant[] }>();
  const sizes = new Map<string, number>();
  for (const { person } of heard.values()) sizes.set(person.group, (sizes.get(person.group) ?? 0) + 1);
  for (const { person, sources } of heard.values()) {
    // A group of few people is a name by another word: for the public it goes with the other small ones.
    const group = profile === 'public' && (sizes.get(person.group) ?? 0) < SMALLEST_SHOWN ? '' : person.group;
    const isAttributed = profile !== 'public' && mayAttribute(effectiveConsent([person, ...sources]));
    const organisation = isAttributed ? attributeLike(ORGANISATION, person, sources) : '';
    const country = profile === 'public' ? '' : attributeLike(COUNTRY, person, sources);
    const key = JSON.stringify([group, organisation, country]);
    const known = groups.get(key);
    if (known) known.people.push(person);
    else groups.set(key, { group, organisation, country, people: [person] });
  }
  const rows = [...groups.values()].sort(
    (a, b) => a.group.localeCompare(b.group) || a.organisation.localeCompare(b.organisation),
  );
  const methods = sourceMethods.flatMap((method) => {
    const entry = byMethod.get(method);
    return entry ? [{ method, sources: entry.sources, people: [...entry.people.values()] }] : [];
  });
  return { byGroup: tableOf(rows, profile), byMethod: tableOf(methods, profile) };
}

function tableOf<Row>(
  entries: readonly (Row & { readonly people: readonly Participant[] })[],
  profile: ExportProfile,
): PeopleTable<Row> {
  const counts = entries.map(({ people }) =>
    countedSexes.map((sex) => people.filter(({ gender }) => countedSex(gender) === sex).length),
  );
  const shown: ShownCounts = hideSmallCells(counts, profile === 'public' ? undefined : 0);
  return {
    rows: entries.map(({ people: _people, ...row }, place) => ({
      ...(row as unknown as Row),
      counts: shown.cells[place] ?? [],
      total: shown.rowTotals[place] ?? null,
    })),
    columnTotals: shown.columnTotals.length > 0 ? shown.columnTotals : countedSexes.map(() => 0),
    total: shown.total,
  };
}

/** The first attribute of a person, or of the sources they speak in, whose name is like that. */
function attributeLike(name: RegExp, person: Participant, sources: readonly Source[]): string {
  for (const { attributes } of [person, ...sources]) {
    for (const [key, value] of Object.entries(attributes))
      if (name.test(foldName(key)) && value.trim()) return value.trim();
  }
  return '';
}

/** How many counts are hidden. */
export function hiddenCounts({ byGroup, byMethod }: PeopleCounts): number {
  return [...byGroup.rows, ...byMethod.rows].flatMap(({ counts }) => counts).filter((count) => count === null).length;
}
