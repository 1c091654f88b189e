/** Lessons learned and good practices: what others can take from the evaluation, resting on findings. */
import * as z from 'zod';
import type { Id } from '#shared/basics/ids.ts';
import type { FindingId } from '#shared/domain/findings/finding.ts';

export type LearningId = Id<'learning'>;

export const learningTypes = ['lesson', 'good-practice'] as const;
export type LearningType = (typeof learningTypes)[number];

export type Learning = {
  readonly id: LearningId;
  readonly type: LearningType;
  readonly number: string;
  readonly text: string;
  readonly order: number;
  readonly findings: Readonly<Record<FindingId, true>>;
};

export const learningSchema = z.object({
  type: z.enum(learningTypes),
  number: z.string().min(1),
  text: z.string(),
  order: z.number(),
  findings: z.record(z.string(), z.literal(true)),
});
