/** A source: one interview, focus group, questionnaire, document or observation. Its words are its content. */
import * as z from 'zod';
import type { Id } from '#shared/basics/ids.ts';
import { consentShape, type ConsentFields } from '#shared/domain/consent/consent.ts';
import type { ParticipantId } from '#shared/domain/participant/participant.ts';
import type { InterventionId } from '#shared/domain/evaluation/intervention.ts';
import type { ContentHash } from '#shared/domain/source/source-content.ts';
import type { PersonId } from '#shared/domain/team/person.ts';

export type SourceId = Id<'source'>;

export const sourceMethods = ['interview', 'focus-group', 'questionnaire', 'document', 'observation'] as const;
export type SourceMethod = (typeof sourceMethods)[number];

export type Source = ConsentFields & {
  readonly id: SourceId;
  /** What people call it, such as E-07; at first the file's name without its ending. */
  readonly name: string;
  readonly method: SourceMethod;
  /** Current revision of its text. */
  readonly revision: ContentHash;
  readonly fileName: string;
  readonly format: string;
  readonly encoding: string | null;
  /** Hash of the file's bytes, by which a file imported twice is recognised. */
  readonly fileHash: string;
  /** UTF-16 code units of the current revision. */
  readonly characters: number;
  /** ISO 639-1, null when unknown. */
  readonly language: string | null;
  /** ISO date of the talk or the document, '' when unknown. */
  readonly date: string;
  readonly place: string;
  /** Sources that share an origin carry the same group and count as one voice; '' for none. */
  readonly dependencyGroup: string;
  readonly order: number;
  readonly interventions: Readonly<Record<InterventionId, true>>;
  readonly attributes: Readonly<Record<string, string>>;
  /** Who speaks under which label; a questionnaire's labels are its respondents. */
  readonly speakers: Readonly<Record<string, SpeakerRole>>;
  /** Who has finished coding it, and when (ISO). Sources from before the field existed lack it. */
  readonly finished?: Readonly<Record<PersonId, string>>;
};

/** Who a label in the text stands for: an interviewer, or a participant. */
export type SpeakerRole = { readonly interviewer: true } | { readonly participant: ParticipantId };

export const sourceSchema = z.object({
  name: z.string().min(1).max(500),
  method: z.enum(sourceMethods),
  revision: z.string(),
  fileName: z.string(),
  format: z.string(),
  encoding: z.string().nullable(),
  fileHash: z.string(),
  characters: z.number().int().nonnegative(),
  language: z.string().nullable(),
  date: z.string(),
  place: z.string(),
  dependencyGroup: z.string(),
  order: z.number(),
  interventions: z.record(z.string(), z.literal(true)),
  attributes: z.record(z.string(), z.string()),
  speakers: z.record(
    z.string(),
    z.union([z.object({ interviewer: z.literal(true) }), z.object({ participant: z.string() })]),
  ),
  finished: z.record(z.string(), z.string()),
  ...consentShape,
});
