/** The shapes of the files that the sample evaluation is made of (shared/sample/). */
import * as z from 'zod';
import { languages } from '#shared/domain/evaluation/language.ts';
import { criterionSlugs } from '#shared/domain/evaluation/criterion.ts';
import { directions } from '#shared/domain/coding/coding.ts';
import { priorities } from '#shared/domain/findings/recommendation.ts';
import { strengths } from '#shared/domain/findings/finding.ts';
import { sourceMethods } from '#shared/domain/source/source.ts';

export const sampleEvaluationSchema = z.object({
  title: z.string(),
  language: z.enum(languages),
  summary: z.string(),
  interventions: z.array(
    z.object({
      code: z.string(),
      title: z.string(),
      donors: z.string(),
      budget: z.string(),
      startDate: z.string(),
      endDate: z.string(),
      objectives: z.string(),
    }),
  ),
  people: z.array(z.object({ key: z.string(), name: z.string(), initials: z.string() })).min(1),
  codes: z.array(z.object({ path: z.string(), definition: z.string() })),
});

export const sampleSourcesSchema = z.array(
  z.object({
    name: z.string(),
    file: z.string(),
    method: z.enum(sourceMethods),
    date: z.string(),
    place: z.string(),
    language: z.string(),
    interventions: z.array(z.string()),
    attributes: z.record(z.string(), z.string()),
    participants: z.array(
      z.object({
        codeName: z.string(),
        group: z.string(),
        gender: z.string(),
        label: z.string(),
        attributes: z.record(z.string(), z.string()),
      }),
    ),
    plan: z.string().optional(),
  }),
);
export type SampleSource = z.infer<typeof sampleSourcesSchema>[number];

export const sampleCodingsSchema = z.array(
  z.object({
    id: z.string(),
    source: z.string(),
    quote: z.string().optional(),
    respondent: z.string().optional(),
    question: z.string().optional(),
    code: z.string(),
    direction: z.enum(directions),
    coder: z.string(),
    memo: z.string(),
  }),
);
export type SampleCoding = z.infer<typeof sampleCodingsSchema>[number];

const slugs = z.array(z.enum(criterionSlugs));
const numbers = z.array(z.string());

export const sampleFindingsSchema = z.object({
  findings: z.array(
    z.object({
      number: z.string(),
      criterion: z.enum(criterionSlugs),
      title: z.string(),
      text: z.string(),
      evidence: z.array(z.string()),
      strength: z.enum(strengths),
      strengthReason: z.string(),
      contested: z.string(),
    }),
  ),
  conclusions: z.array(z.object({ number: z.string(), text: z.string(), findings: numbers })),
  recommendations: z.array(
    z.object({
      number: z.string(),
      text: z.string(),
      criteria: slugs,
      findings: numbers,
      conclusions: numbers,
      addressee: z.string(),
      priority: z.enum(priorities),
      timeframe: z.string(),
    }),
  ),
  lessons: z.array(z.object({ number: z.string(), text: z.string(), findings: numbers })),
  practices: z.array(z.object({ number: z.string(), text: z.string(), findings: numbers })),
  judgements: z.array(
    z.object({
      criterion: z.enum(criterionSlugs),
      convergence: z.enum(['agreement', 'partial', 'dissonance', 'silence']),
      reason: z.string(),
    }),
  ),
});
const word = z.string();
export const samplePlanSchema = z.object({
  questions: z.array(
    z.object({
      number: word,
      criterion: z.enum(criterionSlugs),
      parent: word.nullable(),
      text: word,
      standard: word,
      indicators: word,
      assumptions: word,
      sources: word,
      analysis: word,
      limits: word,
      answer: word,
      methods: z.array(z.enum(sourceMethods)),
      groups: z.array(word),
      interventions: z.array(word),
      codes: z.array(word),
      criteria: slugs,
      findings: numbers,
    }),
  ),
  sample: z.array(
    z.object({
      method: z.enum(sourceMethods),
      group: word,
      gender: word,
      place: word,
      intervention: word.nullable(),
      planned: z.number(),
      invited: z.number().nullable(),
      declined: z.number().nullable(),
      reasons: word,
    }),
  ),
  dismissed: z.array(z.object({ gap: word, question: word, reason: word, by: word })),
});
export type SamplePlan = z.infer<typeof samplePlanSchema>;

export type SampleFindings = z.infer<typeof sampleFindingsSchema>;
