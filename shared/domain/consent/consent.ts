/** What a source or participant agreed to, how sensitive it is, and whether consent was withdrawn since. */
import * as z from 'zod';
import type { PersonId } from '#shared/domain/team/person.ts';

export const consentMatters = ['take-part', 'record', 'quote', 'attribute', 'share'] as const;
/** What is asked: to take part, to be recorded, quoted word by word, named with their organisation, shown to the commissioner. */
export type ConsentMatter = (typeof consentMatters)[number];

export const consentAnswers = ['yes', 'no', 'not-asked'] as const;
export type ConsentAnswer = (typeof consentAnswers)[number];

/** From the least to the most sensitive. */
export const sensitivities = ['open', 'internal', 'restricted', 'victim-survivor'] as const;
export type Sensitivity = (typeof sensitivities)[number];

/** That somebody took their consent back. The words stay until they are erased, but nothing shows them to others. */
export type WithdrawalNote = {
  /** ISO date on which it was said. */
  readonly date: string;
  /** Who wrote it down. */
  readonly recordedBy: PersonId;
  readonly reason: string;
};

/** Fields of a source or participant. Records from before they existed lack them: nothing was asked. */
export type ConsentFields = {
  /** A matter that is not in it was not asked. */
  readonly consent?: Readonly<Partial<Record<ConsentMatter, 'yes' | 'no'>>>;
  /** Limits in the person's own words. */
  readonly restrictions?: string | null;
  readonly sensitivity?: Sensitivity | null;
  readonly withdrawal?: WithdrawalNote | null;
};

/** For the schemas of both kinds. All may be missing, so that old records are complete without. */
export const consentShape = {
  consent: z.record(z.string(), z.enum(['yes', 'no'])),
  restrictions: z.string().max(20_000).nullable(),
  sensitivity: z.enum(sensitivities).nullable(),
  withdrawal: z.object({ date: z.string(), recordedBy: z.string(), reason: z.string() }).nullable(),
} as const;

/** What was answered on one matter. */
export function answerOn(fields: ConsentFields, matter: ConsentMatter): ConsentAnswer {
  return fields.consent?.[matter] ?? 'not-asked';
}
