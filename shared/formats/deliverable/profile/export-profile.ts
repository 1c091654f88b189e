/** For whom a deliverable is made. What each profile lets out is decided in `select-material.ts`, and nowhere else. */
import type { HeldBackReason } from '#shared/domain/consent/effective-consent.ts';

/** `full` stays in the team, `reviewer` goes to who checks the quality, `public` to anybody. */
export const exportProfiles = ['full', 'reviewer', 'public'] as const;
export type ExportProfile = (typeof exportProfiles)[number];

/** Why an excerpt stays out: consent, or what a profile adds to it. Gravest first; each is `left-out-reason.CODE`. */
export const leftOutReasons = [
  'withdrawn',
  'take-part',
  'quote',
  'share',
  'sensitive',
  'restrictions',
  'guarded',
  'internal',
  'not-in-a-finding',
] as const satisfies readonly (HeldBackReason | 'restrictions' | 'guarded' | 'internal' | 'not-in-a-finding')[];
export type LeftOutReason = (typeof leftOutReasons)[number];

/** Excerpts of one source and speaker that were left out. Code names, never words; no name at all for the public. */
export type LeftOut = { readonly from: string; readonly reason: LeftOutReason; readonly excerpts: number };

/** What a profile takes out besides excerpts, with how much of it: `withheld.CODE` of export.json. */
export const withheldThings = [
  'withdrawn-sources',
  'texts',
  'masked-texts',
  'names',
  'code-names',
  'source-names',
  'file-names',
  'attributes',
  'groups',
  'genders',
  'places',
  'memos',
  'coders',
  'small-cells',
  'unasked',
  'free-restrictions',
] as const;
export type WithheldThing = (typeof withheldThings)[number];

export type Withheld = { readonly thing: WithheldThing; readonly count: number };
