/** What a link hangs on: assumptions that must hold, risks, and rival explanations of the change. */
import * as z from 'zod';
import type { Id } from '#shared/basics/ids.ts';
import type { TheoryLinkId } from '#shared/domain/theory-of-change/theory-link.ts';

export type TheoryConditionId = Id<'theory-condition'>;

export const conditionTypes = ['assumption', 'risk', 'rival'] as const;
export type ConditionType = (typeof conditionTypes)[number];

/** What was found: an assumption holds, a risk came true, a rival explains the change: yes, in part, or no. */
export const conditionVerdicts = ['yes', 'partly', 'no'] as const;
export type ConditionVerdict = (typeof conditionVerdicts)[number];

export type TheoryCondition = {
  readonly id: TheoryConditionId;
  readonly link: TheoryLinkId;
  readonly type: ConditionType;
  readonly text: string;
  readonly verdict: ConditionVerdict | null;
  readonly order: number;
};

export const theoryConditionSchema = z.object({
  link: z.string(),
  type: z.enum(conditionTypes),
  text: z.string(),
  verdict: z.enum(conditionVerdicts).nullable(),
  order: z.number(),
});
