/** A finding: what the evidence says under a criterion. Evidence is linked, never copied. */
import * as z from 'zod';
import type { Id } from '#shared/basics/ids.ts';
import type { CodeId } from '#shared/domain/codebook/code.ts';
import type { CodingId } from '#shared/domain/coding/coding.ts';
import type { InterventionId } from '#shared/domain/evaluation/intervention.ts';
import type { QuestionId } from '#shared/domain/evaluation/question.ts';
import { evidenceLinkSchema, type EvidenceLink } from '#shared/domain/evidence/evidence-link.ts';
import { statisticLinkSchema, type StatisticId, type StatisticLink } from '#shared/domain/evidence/statistic.ts';

export type FindingId = Id<'finding'>;

export const strengths = ['strong', 'moderate', 'limited', 'poor'] as const;
/** The four-point scale common in UN evaluations (method.md 1.5). */
export type Strength = (typeof strengths)[number];

export type Finding = {
  readonly id: FindingId;
  /** Stable number such as F4.1: fourth criterion, first finding. */
  readonly number: string;
  readonly criterion: CodeId;
  readonly title: string;
  readonly text: string;
  /** Decided by a person; null until then. */
  readonly strength: Strength | null;
  readonly strengthReason: string;
  /** Concerns by component, where the evaluation judges by GRADE-CERQual. */
  readonly concerns?: Readonly<Record<string, string>>;
  /** The written answer to contrary evidence. */
  readonly contested: string;
  readonly order: number;
  readonly evidence: Readonly<Record<CodingId, EvidenceLink>>;
  /** Evaluation questions that it answers. */
  readonly questions?: Readonly<Record<QuestionId, true>>;
  /** Interventions that it is about; none means all. */
  readonly interventions?: Readonly<Record<InterventionId, true>>;
  /** Survey results that it rests on. */
  readonly statistics: Readonly<Record<StatisticId, StatisticLink>>;
};

export const findingSchema = z.object({
  number: z.string().min(1),
  criterion: z.string(),
  title: z.string(),
  text: z.string(),
  strength: z.enum(strengths).nullable(),
  strengthReason: z.string(),
  concerns: z.record(z.string(), z.string()),
  contested: z.string(),
  order: z.number(),
  evidence: z.record(z.string(), evidenceLinkSchema),
  questions: z.record(z.string(), z.literal(true)),
  interventions: z.record(z.string(), z.literal(true)),
  statistics: z.record(z.string(), statisticLinkSchema),
});
