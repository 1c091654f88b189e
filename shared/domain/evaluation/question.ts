/** An evaluation question or sub-question: a row of the evaluation matrix, with how it was planned to be answered. */
import * as z from 'zod';
import type { Id } from '#shared/basics/ids.ts';
import type { CodeId } from '#shared/domain/codebook/code.ts';
import type { InterventionId } from '#shared/domain/evaluation/intervention.ts';
import { type SourceMethod } from '#shared/domain/source/source.ts';

export type QuestionId = Id<'question'>;

export type Question = {
  readonly id: QuestionId;
  /** Stable number such as 4.1, and 4.1.2 for a sub-question. */
  readonly number: string;
  readonly text: string;
  /** The question that this one is part of; null for a question that stands under its criterion. */
  readonly parent: QuestionId | null;
  /** Where a question stands; null under no criterion, and for sub-questions, which stand where their question does. */
  readonly criterion: CodeId | null;
  /** By what the answer is judged: what would count as good, as enough, as poor. */
  readonly standard: string;
  readonly indicators: string;
  readonly assumptions: string;
  /** Where the answer is to come from, in words. */
  readonly sources: string;
  /** How the answers are to be analysed. */
  readonly analysis: string;
  /** What cannot be answered, and what is done about it. */
  readonly limits: string;
  /** The preliminary answer. */
  readonly answer: string;
  /** Place among its siblings. */
  readonly order: number;
  /** Methods by which it is planned to be asked. None: not planned yet, the question above it tells. */
  readonly methods: Readonly<Partial<Record<SourceMethod, true>>>;
  /** Stakeholder groups that are planned to be asked. */
  readonly groups: Readonly<Record<string, true>>;
  /** Interventions that it is asked of; none means all. */
  readonly interventions: Readonly<Record<InterventionId, true>>;
  /** Codes whose excerpts answer it, with the codes below them. */
  readonly codes: Readonly<Record<CodeId, true>>;
  /** Further criteria that it bears on. */
  readonly criteria: Readonly<Record<CodeId, true>>;
};

/** The parts of a question that are written as text, in the order of the form. */
export const questionTexts = [
  'text',
  'standard',
  'indicators',
  'assumptions',
  'sources',
  'analysis',
  'limits',
  'answer',
] as const;

const links = z.record(z.string(), z.literal(true));

export const questionSchema = z.object({
  number: z.string().min(1).max(40),
  text: z.string(),
  parent: z.string().nullable(),
  criterion: z.string().nullable(),
  standard: z.string(),
  indicators: z.string(),
  assumptions: z.string(),
  sources: z.string(),
  analysis: z.string(),
  limits: z.string(),
  answer: z.string(),
  order: z.number(),
  methods: links,
  groups: links,
  interventions: links,
  codes: links,
  criteria: links,
});
