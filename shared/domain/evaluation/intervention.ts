/** An intervention: the project or programme that is evaluated. A cluster evaluation has several. */
import * as z from 'zod';
import type { Id } from '#shared/basics/ids.ts';

export type InterventionId = Id<'intervention'>;

export type Intervention = {
  readonly id: InterventionId;
  /** Short code such as MEX-01. */
  readonly code: string;
  readonly title: string;
  readonly donors: string;
  readonly budget: string;
  /** ISO dates, '' when unknown. */
  readonly startDate: string;
  readonly endDate: string;
  readonly objectives: string;
  readonly order: number;
};

export const interventionSchema = z.object({
  code: z.string().min(1),
  title: z.string(),
  donors: z.string(),
  budget: z.string(),
  startDate: z.string(),
  endDate: z.string(),
  objectives: z.string(),
  order: z.number(),
});
