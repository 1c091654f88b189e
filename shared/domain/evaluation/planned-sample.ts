/** A line of the sampling plan: how many voices of a kind are to be heard, how many were invited, how many declined. */
import * as z from 'zod';
import type { Id } from '#shared/basics/ids.ts';
import type { InterventionId } from '#shared/domain/evaluation/intervention.ts';
import { sourceMethods, type SourceMethod } from '#shared/domain/source/source.ts';

export type PlannedSampleId = Id<'planned-sample'>;

export type PlannedSample = {
  readonly id: PlannedSampleId;
  readonly method: SourceMethod;
  /** Stakeholder group, '' for any; gender and place likewise. */
  readonly group: string;
  readonly gender: string;
  readonly place: string;
  /** null for any. */
  readonly intervention: InterventionId | null;
  /** Voices: interviews, focus groups, answered questionnaires, documents. */
  readonly planned: number;
  /** null when nobody wrote it down. */
  readonly invited: number | null;
  readonly declined: number | null;
  /** Why people declined or could not be reached. */
  readonly reasons: string;
  readonly order: number;
};

const count = z.number().int().nonnegative().max(1_000_000);

export const plannedSampleSchema = z.object({
  method: z.enum(sourceMethods),
  group: z.string(),
  gender: z.string(),
  place: z.string(),
  intervention: z.string().nullable(),
  planned: count,
  invited: count.nullable(),
  declined: count.nullable(),
  reasons: z.string(),
  order: z.number(),
});
