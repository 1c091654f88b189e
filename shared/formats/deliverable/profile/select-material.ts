/**
 * The one place where it is decided what leaves the team: every deliverable is written from what comes out of here.
 * Consent and restrictions are kept in every profile; reviewers and the public get other names, no identities, only
 * the fields that are named in `select-records.ts`, and the public only quotes of findings and no small counts.
 */
import type { Coding, CodingId } from '#shared/domain/coding/coding.ts';
import { withdrawnTexts } from '#shared/domain/consent/withdrawal.ts';
import type { Participant } from '#shared/domain/participant/participant.ts';
import { asId } from '#shared/basics/ids.ts';
import type { ContentHash, SourceContent } from '#shared/domain/source/source-content.ts';
import type { Source } from '#shared/domain/source/source.ts';
import { indexMaterial, type EvaluationMaterial, type MaterialIndex } from '#shared/formats/deliverable/material.ts';
import { countPeople, hiddenCounts } from '#shared/formats/deliverable/people-counts.ts';
import type { MatrixTable } from '#shared/formats/deliverable/matrix-table.ts';
import type {
  ExportProfile,
  LeftOut,
  Withheld,
  WithheldThing,
} from '#shared/formats/deliverable/profile/export-profile.ts';
import { holdBack } from '#shared/formats/deliverable/profile/hold-back.ts';
import {
  isIdentifyingAttribute,
  nameFinder,
  namesInRecords,
  type KnownName,
} from '#shared/formats/deliverable/profile/known-names.ts';
import { choosePseudonyms } from '#shared/formats/deliverable/profile/pseudonyms.ts';
import { selectMatrix } from '#shared/formats/deliverable/profile/select-matrix.ts';
import { selectRecords, shownGroups } from '#shared/formats/deliverable/profile/select-records.ts';
import {
  consentedText,
  redactText,
  replaceNames,
  sourcesByText,
} from '#shared/formats/deliverable/profile/select-texts.ts';
import type { Words } from '#shared/formats/deliverable/words.ts';

export type SelectionRequest<Matrices extends Readonly<Record<string, MatrixTable | null>>> = {
  readonly profile: ExportProfile;
  readonly words: Words;
  /** Names in life that the team knows and the records do not hold, such as those of the sealed list. */
  readonly names?: readonly string[];
  /** Counted from everything; they are cut to the profile here, too. */
  readonly matrices: Matrices;
};

export type Selection<Matrices> = {
  readonly material: EvaluationMaterial;
  readonly matrices: Matrices;
  /** Excerpts that stay out, from whom and why: for the eyes of the team. */
  readonly leftOut: readonly LeftOut[];
  /** What else stays out or was replaced. */
  readonly withheld: readonly Withheld[];
  /** A text of the team's own without known names. */
  readonly clean: (text: string) => string;
};

/** Cuts everything down to what may go out in a profile. */
export function selectMaterial<Matrices extends Readonly<Record<string, MatrixTable | null>>>(
  all: EvaluationMaterial,
  request: SelectionRequest<Matrices>,
): Selection<Matrices> {
  const { profile } = request;
  const isFull = profile === 'full';
  const index = indexMaterial(all);
  const held = holdBack(index, profile);
  const counts = new Map<WithheldThing, number>();
  const note = (thing: WithheldThing, count: number): void => {
    if (count > 0) counts.set(thing, (counts.get(thing) ?? 0) + count);
  };
  const selected = isFull ? selectForTeam(index, held, note) : selectForOthers(index, held, request, note);
  const isKept = (coding: CodingId): boolean => !held.has(coding);
  const matrices = Object.fromEntries(
    Object.entries(request.matrices).map(([name, matrix]) => {
      if (!matrix) return [name, null];
      const cut = selectMatrix(matrix, { profile, isKept, clean: selected.clean });
      note('small-cells', cut.hidden);
      return [name, cut.matrix];
    }),
  ) as Matrices;
  const counted = isFull ? all.records : withoutWithdrawn(all.records, () => undefined);
  const people = countPeople({ ...all, records: counted }, profile);
  note('small-cells', hiddenCounts(people));
  const from = (name: string): string => (profile === 'public' ? '' : selected.clean(name));
  const heldBack = new Map([...held].map(([id, entry]) => [id, { reason: entry.reason, from: from(entry.from) }]));
  return {
    material: { ...selected.material, profile, heldBack, people },
    matrices,
    leftOut: countLeftOut(held),
    withheld: [...counts].map(([thing, count]) => ({ thing, count })),
    clean: selected.clean,
  };
}

type Note = (thing: WithheldThing, count: number) => void;
type Held = ReturnType<typeof holdBack>;
type Selected = { readonly material: EvaluationMaterial; readonly clean: (text: string) => string };

/** The team gets everything but words that somebody has not agreed to share. */
function selectForTeam(index: MaterialIndex, held: Held, note: Note): Selected {
  const { records } = index.material;
  const contents = new Map<ContentHash, SourceContent>();
  for (const [hash, users] of sourcesByText(index)) {
    const before = index.material.contents.get(hash);
    if (!before) continue;
    const content = consentedText(index, hash, users, 'full');
    if (content) contents.set(hash, content);
    if (content?.text !== before.text) note('masked-texts', 1);
  }
  const coding = records.coding.map((item) => (held.has(item.id) ? withoutWords(item) : item));
  const limited = [...records.source, ...records.participant].filter(({ restrictions }) => restrictions?.trim());
  note('free-restrictions', limited.length);
  return { material: { records: { ...records, coding }, contents }, clean: (text) => text };
}

/** A held-back coding stays countable, but says nothing and points nowhere. */
function withoutWords(coding: Coding): Coding {
  return { ...coding, revision: asId<'content'>(''), start: 0, end: 0, memo: '' };
}

function selectForOthers(
  index: MaterialIndex,
  held: Held,
  request: SelectionRequest<Readonly<Record<string, MatrixTable | null>>>,
  note: Note,
): Selected {
  const { words } = request;
  const profile = request.profile === 'public' ? 'public' : 'reviewer';
  const isPublic = profile === 'public';
  const all = index.material;
  const records = withoutWithdrawn(all.records, note);
  const placeholder = words('profile.name');
  const pseudonyms = choosePseudonyms(records, profile, words);
  const staying = new Map(records.participant.map((item) => [item.id, item]));
  const names = nameFinder([
    ...namesInRecords(all, (id) => {
      const participant = isPublic ? undefined : id && staying.get(id);
      return participant ? pseudonyms.codeNameOf(participant) : placeholder;
    }),
    ...namesOf(namesOfTheGone(all.records, records), placeholder),
    ...namesOf(request.names ?? [], placeholder),
    ...(isPublic
      ? namesOf(
          all.records.person.map(({ name }) => name),
          placeholder,
        )
      : []),
  ]);
  let replaced = 0;
  const clean = (text: string): string => {
    replaced += names(text).length;
    return replaceNames(text, names);
  };
  const kept = groupKept(all.records.coding, held);
  const contents = new Map<ContentHash, SourceContent>();
  const moved = new Map<ContentHash, { revision: ContentHash; text: ReturnType<typeof redactText> }>();
  for (const [hash, users] of sourcesByText(index)) {
    const [source] = users;
    const content = source && consentedText(index, hash, users, profile);
    const quotes = kept.get(hash) ?? [];
    if (!source || !content || (isPublic && quotes.length === 0)) continue;
    const text = redactText(content, source, quotes, {
      profile,
      findNames: names,
      contact: words('profile.contact'),
      labelFor: pseudonyms.labelFor,
    });
    const revision = asId<'content'>(`text-${moved.size + 1}`);
    replaced += text.names;
    moved.set(hash, { revision, text });
    contents.set(revision, text.content);
  }
  const selected = selectRecords(records, {
    profile,
    pseudonyms,
    clean,
    erased: withdrawnTexts(all.records.withdrawal),
    revisionOf: (hash) => moved.get(hash)?.revision ?? asId<'content'>(''),
    charactersOf: (hash) => moved.get(hash)?.text.content.text.length ?? 0,
    placeOf: (coding) => {
      const to = moved.get(coding.revision);
      if (held.has(coding.id) || !to) return null;
      return { revision: to.revision, start: to.text.moveStart(coding.start), end: to.text.moveEnd(coding.end) };
    },
  });
  note('names', replaced);
  note('code-names', pseudonyms.changed.participants);
  note('source-names', pseudonyms.changed.sources);
  noteFields(all.records, isPublic, note);
  if (isPublic) note('texts', records.source.length);
  const groups = shownGroups(records.participant, profile);
  note('groups', new Set(records.participant.filter(({ group }) => !groups.has(group)).map(({ group }) => group)).size);
  return { material: { records: selected, contents }, clean };
}

function namesOf(names: readonly string[], instead: string): readonly KnownName[] {
  return names.filter((name) => name.trim() !== '').map((name) => ({ name, instead }));
}

function groupKept(codings: readonly Coding[], held: Held): ReadonlyMap<ContentHash, readonly Coding[]> {
  const groups = new Map<ContentHash, Coding[]>();
  for (const coding of codings) {
    if (held.has(coding.id)) continue;
    const list = groups.get(coding.revision);
    if (list) list.push(coding);
    else groups.set(coding.revision, [coding]);
  }
  return groups;
}

/** Who withdrew or did not want to take part is not named at all outside the team. */
function withoutWithdrawn(records: EvaluationMaterial['records'], note: Note): EvaluationMaterial['records'] {
  const isGone = ({ withdrawal, consent }: Source | Participant): boolean =>
    Boolean(withdrawal) || consent?.['take-part'] === 'no';
  const source = records.source.filter((item) => !isGone(item));
  const participant = records.participant.filter((item) => !isGone(item));
  note('withdrawn-sources', records.source.length - source.length + records.participant.length - participant.length);
  return { ...records, source, participant };
}

/** What those were called who are not named any more. */
function namesOfTheGone(all: EvaluationMaterial['records'], records: EvaluationMaterial['records']): readonly string[] {
  const staying = new Set<string>([...records.source, ...records.participant].map(({ id }) => id));
  return [
    ...all.source.flatMap(({ id, name }) => (staying.has(id) ? [] : [name])),
    ...all.participant.flatMap(({ id, codeName }) => (staying.has(id) ? [] : [codeName])),
  ];
}

function noteFields(
  { source, participant, coding, person }: EvaluationMaterial['records'],
  isPublic: boolean,
  note: Note,
): void {
  note('file-names', source.filter(({ fileName }) => fileName !== '').length);
  note('memos', coding.filter(({ memo }) => memo !== '').length);
  const attributes = [...source, ...participant].flatMap((item) => Object.entries(item.attributes));
  const gone = attributes.filter(([name, value]) => isPublic || isIdentifyingAttribute(name, value));
  note('attributes', new Set(gone.map(([name]) => name)).size);
  const asked = [...source, ...participant].filter(({ consent }) => consent?.['quote'] !== undefined);
  if (source.length > 0 && asked.length === 0) note('unasked', source.length);
  if (!isPublic) return;
  note('coders', person.length);
  note('genders', participant.filter(({ gender }) => gender !== '').length);
  note('places', source.filter((item) => item.method !== 'document' && item.place !== '').length);
}

function countLeftOut(held: Held): readonly LeftOut[] {
  const counts = new Map<string, LeftOut>();
  for (const { from, reason } of held.values()) {
    const key = `${reason} ${from}`;
    counts.set(key, { from, reason, excerpts: (counts.get(key)?.excerpts ?? 0) + 1 });
  }
  return [...counts.values()];
}
