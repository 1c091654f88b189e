/** Codings with all that stands around them resolved: quote, source, participants, criterion, coder, findings. */
import type { Code } from '#shared/domain/codebook/code.ts';
import type { Coding } from '#shared/domain/coding/coding.ts';
import {
  effectiveConsent,
  mayAttribute,
  mayShare,
  type EffectiveConsent,
} from '#shared/domain/consent/effective-consent.ts';
import type { Finding } from '#shared/domain/findings/finding.ts';
import type { Participant } from '#shared/domain/participant/participant.ts';
import { byPosition } from '#shared/domain/project/project.ts';
import { participantsOf } from '#shared/domain/source/source-edits.ts';
import type { Source } from '#shared/domain/source/source.ts';
import type { MaterialIndex } from '#shared/formats/deliverable/material.ts';
import type { LeftOutReason } from '#shared/formats/deliverable/profile/export-profile.ts';
import { findSpeakers, type SpeakersInText } from '#shared/formats/deliverable/speakers-in-text.ts';

export type Excerpt = {
  readonly coding: Coding;
  readonly source: Source | undefined;
  /** Null when the text of that revision is not at hand, and when consent holds it back. */
  readonly quote: string | null;
  /** Why the words must not leave the team; null when they may. */
  readonly heldBack: LeftOutReason | null;
  readonly consent: EffectiveConsent;
  /** Whether group and attributes may stand beside the words. */
  readonly isAttributed: boolean;
  readonly participants: readonly Participant[];
  /** The criterion above the code; undefined for codes outside the criteria. */
  readonly criterion: Code | undefined;
  /** Names of the codes below the criterion, top down; of all levels when there is no criterion. */
  readonly levels: readonly string[];
  readonly coder: string;
  readonly findings: readonly Finding[];
  /** What a quote is signed with, before its method. */
  readonly label: string;
};

/** Resolves one coding after the other; what is the same for many is looked up once. */
export function excerptReader(index: MaterialIndex): (coding: Coding) => Excerpt {
  const speakers = new Map<string, SpeakersInText>();
  const places = new Map<string, Pick<Excerpt, 'criterion' | 'levels'>>();
  const placeOf = (coding: Coding): Pick<Excerpt, 'criterion' | 'levels'> => {
    const known = places.get(coding.code);
    if (known) return known;
    const root = index.codebook.rootOf(coding.code);
    const path = index.codebook.pathOf(coding.code);
    const place = root?.criterion ? { criterion: root, levels: path.slice(1) } : { criterion: undefined, levels: path };
    places.set(coding.code, place);
    return place;
  };
  const speakersOf = (source: Source, coding: Coding): readonly Participant[] => {
    const key = `${source.id} ${coding.revision}`;
    let find = speakers.get(key);
    if (!find) {
      find = findSpeakers(source, index.material.contents.get(coding.revision), index.participants);
      speakers.set(key, find);
    }
    return find(coding.start, coding.end);
  };
  return (coding) => {
    const source = index.sources.get(coding.source);
    const participants = source ? speakersOf(source, coding) : [];
    const consent = consentOf(index, source, participants);
    const decided = index.material.heldBack?.get(coding.id)?.reason;
    const shared = decided ?? mayShare(consent);
    const text = index.material.contents.get(coding.revision)?.text;
    const isAttributed = mayAttribute(consent);
    return {
      coding,
      source,
      label: labelFor(index, source, participants, isAttributed),
      // No writer can let out by mistake what it never holds.
      quote: shared === true ? (text?.slice(coding.start, coding.end) ?? null) : null,
      heldBack: shared === true ? null : shared,
      consent,
      isAttributed,
      participants,
      ...placeOf(coding),
      coder: index.people.get(coding.coder)?.name ?? '',
      findings: index.findingsOf(coding.id),
    };
  };
}

/** Where nobody can be told apart, each participant may be the one who speaks, and the strictest counts. */
function consentOf(
  index: MaterialIndex,
  source: Source | undefined,
  speaking: readonly Participant[],
): EffectiveConsent {
  if (!source) return effectiveConsent(speaking);
  const anybody = participantsOf(source).flatMap((id) => index.participants.get(id) ?? []);
  return effectiveConsent([source, ...(speaking.length > 0 ? speaking : anybody)]);
}

/** Stakeholder groups or genders of who speaks; where that is not known, what all participants of the source share. */
export function statedValues(index: MaterialIndex, excerpt: Excerpt, field: 'group' | 'gender'): readonly string[] {
  const { source } = excerpt;
  if (!source || (field === 'group' && !excerpt.isAttributed)) return [];
  const known = excerpt.participants.length > 0;
  const speakers = known
    ? excerpt.participants
    : participantsOf(source).flatMap((id) => index.participants.get(id) ?? []);
  const fromSource = source.attributes[field] ?? '';
  const values = new Set(speakers.map((participant) => participant[field] || fromSource));
  if (values.size === 0) values.add(fromSource);
  return known || values.size === 1 ? [...values].filter(Boolean) : [];
}

/** Codes of the interventions that an excerpt concerns: its own, else those of its speakers, else of its source. */
export function interventionsOf(index: MaterialIndex, excerpt: Excerpt): readonly string[] {
  const said = excerpt.coding.interventions ?? {};
  if (Object.keys(said).length > 0) return index.interventionCodes(said);
  const own = new Map(excerpt.participants.flatMap((one) => Object.entries(one.interventions)));
  return index.interventionCodes(own.size > 0 ? Object.fromEntries(own) : (excerpt.source?.interventions ?? {}));
}

/** Codings in reading order: by source, then by place in the text. */
export function inReadingOrder(index: MaterialIndex, codings: readonly Coding[]): readonly Coding[] {
  const place = new Map([...index.sources.keys()].map((id, position) => [id, position]));
  const last = place.size;
  return codings.toSorted((a, b) => (place.get(a.source) ?? last) - (place.get(b.source) ?? last) || byPosition(a, b));
}

/**
 * Code names and the source's name. Labels in the text may be names in life: never those. For the public the
 * stakeholder group alone, as several facts together may tell who it is.
 */
function labelFor(
  index: MaterialIndex,
  source: Source | undefined,
  participants: readonly Participant[],
  isAttributed: boolean,
): string {
  if (index.material.profile === 'public') {
    const groups = new Set(isAttributed ? participants.map(({ group }) => group) : []);
    return [...groups].filter(Boolean).join(', ');
  }
  const names = [...participants.map((participant) => participant.codeName), source?.name ?? ''];
  return [...new Set(names.filter(Boolean))].join(', ');
}
