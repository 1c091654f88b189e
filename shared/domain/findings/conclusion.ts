/** A conclusion: what the findings amount to. */
import * as z from 'zod';
import type { Id } from '#shared/basics/ids.ts';
import type { FindingId } from '#shared/domain/findings/finding.ts';

export type ConclusionId = Id<'conclusion'>;

export type Conclusion = {
  readonly id: ConclusionId;
  readonly number: string;
  readonly text: string;
  readonly order: number;
  readonly findings: Readonly<Record<FindingId, true>>;
};

export const conclusionSchema = z.object({
  number: z.string().min(1),
  text: z.string(),
  order: z.number(),
  findings: z.record(z.string(), z.literal(true)),
});
