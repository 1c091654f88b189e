/** Names in life that are known, found in any text: labels of speakers that are names, and what the team gives. */
import { foldText } from '#shared/analysis/fold-text.ts';
import type { ParticipantId } from '#shared/domain/participant/participant.ts';
import type { EvaluationMaterial } from '#shared/formats/deliverable/material.ts';
import type { Replacement } from '#shared/formats/deliverable/profile/rewrite-content.ts';
import { coreOf, shapeOf } from '#shared/formats/speakers/name-shape.ts';

/** Finds the known names in a text. */
export type FindNames = (text: string) => readonly Replacement[];

export type KnownName = {
  readonly name: string;
  /** What stands in its place, such as KII-07 or `[name]`. */
  readonly instead: string;
};

const SHORTEST_NAME = 3;
/** A part of a name is one of its own from here on: `de` and `la` are not. */
const SHORTEST_PART = 4;
const IDENTIFYING =
  /nombre|apellido|\bnom\b|prenom|name|correo|mail|tel[eé]?f|phone|m[oó]vil|celular|curp|passport|pasaporte/u;
const CONTACT = /\S@\S+\.\S|\+?\d[\d\s().-]{7,}\d/u;

/** Whether an attribute says who somebody is: by its name, or by what stands in it. */
export function isIdentifyingAttribute(name: string, value: string): boolean {
  return IDENTIFYING.test(foldText(name)) || CONTACT.test(value);
}

/** Whether a code name or respondent's id is an address, a number that rings, or a name in full. */
export function isIdentifyingCodeName(codeName: string): boolean {
  return CONTACT.test(codeName) || (shapeOf(codeName.trim()) === 'name' && codeName.trim().includes(' '));
}

/**
 * The names that the records give away: labels in the texts that are names, and attributes that hold them.
 * `insteadOf` says what stands in their place; without a participant it is nobody's.
 */
export function namesInRecords(
  { records }: EvaluationMaterial,
  insteadOf: (participant: ParticipantId | null) => string,
): readonly KnownName[] {
  const names: KnownName[] = [];
  for (const source of records.source) {
    for (const [label, role] of Object.entries(source.speakers)) {
      const core = coreOf(label).trim();
      const instead = insteadOf('participant' in role ? role.participant : null);
      if (shapeOf(core) === 'name' && core !== instead) names.push({ name: core, instead });
    }
  }
  for (const participant of records.participant) {
    const instead = insteadOf(participant.id);
    if (isIdentifyingCodeName(participant.codeName)) names.push({ name: participant.codeName, instead });
    for (const [name, value] of Object.entries(participant.attributes)) {
      if (isIdentifyingAttribute(name, value)) names.push({ name: value.trim(), instead });
    }
  }
  return names;
}

type Entry = { readonly words: readonly string[]; readonly instead: string; readonly wantsCapital: boolean };

/** Prepares a search that goes through a text once, however many names there are. */
export function nameFinder(names: readonly KnownName[]): FindNames {
  const byFirst = new Map<string, Entry[]>();
  const add = (entry: Entry): void => {
    const [first = ''] = entry.words;
    const list = byFirst.get(first);
    if (!list) byFirst.set(first, [entry]);
    else if (!list.some((known) => known.words.join(' ') === entry.words.join(' '))) list.push(entry);
  };
  for (const { name, instead } of names) {
    const words = wordsOf(name).map(({ folded }) => folded);
    if (name.trim().length < SHORTEST_NAME || words.length === 0) continue;
    add({ words, instead, wantsCapital: words.length === 1 && /^\p{Lu}/u.test(name.trim()) });
    if (words.length === 1) continue;
    for (const { word, folded } of wordsOf(name)) {
      if (folded.length >= SHORTEST_PART && /^\p{L}/u.test(word)) add({ words: [folded], instead, wantsCapital: true });
    }
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.words.length - a.words.length);
  return (text) => (byFirst.size === 0 ? [] : findNames(text, byFirst));
}

type Word = { readonly word: string; readonly folded: string; readonly start: number };

function findNames(text: string, byFirst: ReadonlyMap<string, readonly Entry[]>): readonly Replacement[] {
  const words = wordsOf(text);
  const found: Replacement[] = [];
  for (let place = 0; place < words.length; place += 1) {
    const first = words[place] as Word;
    const entry = byFirst
      .get(first.folded)
      ?.find(
        (candidate) =>
          (!candidate.wantsCapital || /^[^\p{Ll}]/u.test(first.word)) &&
          candidate.words.every((word, offset) => words[place + offset]?.folded === word),
      );
    if (!entry) continue;
    place += entry.words.length - 1;
    const last = words[place] as Word;
    found.push({ start: first.start, end: last.start + last.word.length, text: entry.instead });
  }
  return found;
}

const EMAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
const PHONE = /\+?\d(?:[\s().-]{0,2}\d){8,13}(?!\d|[.,]\d)/gu;

/** E-mail addresses and numbers that could ring, in what people said. */
export function findContacts(text: string, instead: string): readonly Replacement[] {
  return [...text.matchAll(EMAIL), ...text.matchAll(PHONE)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    text: instead,
  }));
}

/** Words of letters, digits, and what addresses are made of. */
function wordsOf(text: string): readonly Word[] {
  return [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map((match) => ({
    word: match[0],
    folded: foldText(match[0].normalize('NFC')).replace(/\p{M}/gu, ''),
    start: match.index,
  }));
}
