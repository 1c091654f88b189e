/** A recommendation: what to do, tagged with criteria, resting on findings and conclusions. */
import * as z from 'zod';
import type { Id } from '#shared/basics/ids.ts';
import type { CodeId } from '#shared/domain/codebook/code.ts';
import type { ConclusionId } from '#shared/domain/findings/conclusion.ts';
import type { FindingId } from '#shared/domain/findings/finding.ts';

export type RecommendationId = Id<'recommendation'>;

export const priorities = ['key', 'important'] as const;
export type Priority = (typeof priorities)[number];

export const managementResponses = ['accepted', 'partially-accepted', 'rejected'] as const;
export type ManagementResponse = (typeof managementResponses)[number];

export const followUpStates = ['not-started', 'in-progress', 'done', 'dropped'] as const;
export type FollowUpState = (typeof followUpStates)[number];

export type Recommendation = {
  readonly id: RecommendationId;
  readonly number: string;
  readonly text: string;
  readonly addressee: string;
  readonly priority: Priority;
  readonly timeframe: string;
  readonly order: number;
  /** The management response with its reason, and the follow-up; missing until there is one. */
  readonly response?: ManagementResponse | null;
  readonly responseReason?: string | null;
  readonly action?: string | null;
  readonly responsible?: string | null;
  /** ISO date. */
  readonly dueDate?: string | null;
  readonly followUp?: FollowUpState | null;
  readonly followUpNote?: string | null;
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
  response: z.enum(managementResponses).nullable(),
  responseReason: z.string().nullable(),
  action: z.string().nullable(),
  responsible: z.string().nullable(),
  dueDate: z.string().nullable(),
  followUp: z.enum(followUpStates).nullable(),
  followUpNote: z.string().nullable(),
  criteria: z.record(z.string(), z.literal(true)),
  findings: z.record(z.string(), z.literal(true)),
  conclusions: z.record(z.string(), z.literal(true)),
});
