/** A recommendation: what to do, tagged with criteria, resting on findings and conclusions. */
import * as z from 'zod';
import type { Id } from '#shared/basics/ids.ts';
import type { CodeId } from '#shared/domain/codebook/code.ts';
import type { ConclusionId } from '#shared/domain/findings/conclusion.ts';
import type { FindingId } from '#shared/domain/findings/finding.ts';

export type RecommendationId = Id<'recommendation'>;

export const priorities = ['key', 'important'] as const;
export type Priority = (typeof priorities)[number];

export type Recommendation = {
  readonly id: RecommendationId;
  readonly number: string;
  readonly text: string;
  readonly addressee: string;
  readonly priority: Priority;
  readonly timeframe: string;
  readonly order: number;
  readonly criteria: Readonly<Record<CodeId, true>>;
  readonly findings: Readonly<Record<FindingId, true>>;
  readonly conclusions: Readonly<Record<ConclusionId, true>>;
};

export const recommendationSchema = z.object({
  number: z.string().min(1),
  text: z.string(),
  addressee: z.string(),
  priority: z.enum(priorities),
  timeframe: z.string(),
  order: z.number(),
  criteria: z.record(z.string(), z.literal(true)),
  findings: z.record(z.string(), z.literal(true)),
  conclusions: z.record(z.string(), z.literal(true)),
});
