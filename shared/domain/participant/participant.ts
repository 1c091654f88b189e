/** A participant: who speaks, under a code name. Who it is in life is kept apart, never here. */
import * as z from 'zod';
import type { Id } from '#shared/basics/ids.ts';
import { consentShape, type ConsentFields } from '#shared/domain/consent/consent.ts';
import type { InterventionId } from '#shared/domain/evaluation/intervention.ts';

export type ParticipantId = Id<'participant'>;

export type Participant = ConsentFields & {
  readonly id: ParticipantId;
  /** Code name such as KII-07, or a respondent's id. */
  readonly codeName: string;
  /** Stakeholder group, '' when unknown. */
  readonly group: string;
  /** As stated; '' when not stated. */
  readonly gender: string;
  readonly interventions: Readonly<Record<InterventionId, true>>;
  readonly attributes: Readonly<Record<string, string>>;
};

export const participantSchema = z.object({
  codeName: z.string().min(1).max(500),
  group: z.string(),
  gender: z.string(),
  interventions: z.record(z.string(), z.literal(true)),
  attributes: z.record(z.string(), z.string()),
  ...consentShape,
});
