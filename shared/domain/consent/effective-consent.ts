/** What may be done with somebody's words: the consent of a source and of who speaks in it, the strictest of which counts. */
import {
  answerOn,
  consentMatters,
  sensitivities,
  type ConsentAnswer,
  type ConsentFields,
  type ConsentMatter,
  type Sensitivity,
} from '#shared/domain/consent/consent.ts';

export type EffectiveConsent = {
  readonly answers: Readonly<Record<ConsentMatter, ConsentAnswer>>;
  /** Null when nobody said how sensitive it is. */
  readonly sensitivity: Sensitivity | null;
  readonly restrictions: readonly string[];
  readonly isWithdrawn: boolean;
};

/** Why words are held back, the gravest reason first. Each has words under `consent.heldBack.CODE`. */
export const heldBackReasons = ['withdrawn', 'take-part', 'quote', 'share', 'sensitive'] as const;
export type HeldBackReason = (typeof heldBackReasons)[number];

/** The consent of an excerpt: of its source and of everybody who speaks in it. */
export function effectiveConsent(owners: readonly ConsentFields[]): EffectiveConsent {
  const answers = Object.fromEntries(
    consentMatters.map((matter) => [matter, strictest(owners.map((owner) => answerOn(owner, matter)))]),
  ) as Record<ConsentMatter, ConsentAnswer>;
  const levels = owners.map(({ sensitivity }) => (sensitivity ? sensitivities.indexOf(sensitivity) : -1));
  return {
    answers,
    sensitivity: sensitivities[Math.max(-1, ...levels)] ?? null,
    restrictions: [...new Set(owners.flatMap(({ restrictions }) => restrictions?.trim() || []))],
    isWithdrawn: owners.some(({ withdrawal }) => Boolean(withdrawal)),
  };
}

/** A yes from somebody answers for those who were not asked (the source's form covers its speakers); a no never goes away. */
function strictest(answers: readonly ConsentAnswer[]): ConsentAnswer {
  if (answers.includes('no')) return 'no';
  return answers.includes('yes') ? 'yes' : 'not-asked';
}

/** Says whether the words may be quoted, or why not. Who may be in danger must have said yes. */
export function mayQuote(consent: EffectiveConsent): true | HeldBackReason {
  if (consent.isWithdrawn) return 'withdrawn';
  if (consent.answers['take-part'] === 'no') return 'take-part';
  if (consent.answers.quote === 'no') return 'quote';
  const isGuarded = consent.sensitivity === 'restricted' || consent.sensitivity === 'victim-survivor';
  return isGuarded && consent.answers.quote !== 'yes' ? 'sensitive' : true;
}

/** Says whether the words may leave the team, or why not. */
export function mayShare(consent: EffectiveConsent): true | HeldBackReason {
  const quotable = mayQuote(consent);
  if (quotable !== true) return quotable;
  return consent.answers.share === 'no' ? 'share' : true;
}

/** Says whether their organisation or group may stand beside their words. */
export function mayAttribute(consent: EffectiveConsent): boolean {
  return consent.answers.attribute !== 'no';
}
