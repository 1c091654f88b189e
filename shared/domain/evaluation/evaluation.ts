/** The evaluation: what one project file is about. There is exactly one record of this kind. */
import * as z from 'zod';
import { asId, type Id } from '#shared/basics/ids.ts';
import {
  strengthNumbersSchema,
  strengthScales,
  type StrengthNumbers,
  type StrengthScale,
} from '#shared/domain/evidence/strength-scale.ts';
import { languages, type Language } from '#shared/domain/evaluation/language.ts';

export type EvaluationId = Id<'evaluation'>;

/** Every project has its one evaluation under this id, so that copies made apart agree on it. */
export const THE_EVALUATION = asId<'evaluation'>('evaluation');

export type Evaluation = {
  readonly id: EvaluationId;
  readonly title: string;
  readonly language: Language;
  readonly summary: string;
  /** How the strength of evidence is judged; null and missing stand for the usual scale and rule. */
  readonly strengthScale?: StrengthScale | null;
  /** The team's own words for the four levels, the strongest first. */
  readonly strengthWords?: readonly string[] | null;
  readonly strengthNumbers?: StrengthNumbers | null;
};

export const evaluationSchema = z.object({
  title: z.string().min(1).max(500),
  language: z.enum(languages),
  summary: z.string(),
  strengthScale: z.enum(strengthScales).nullable(),
  strengthWords: z.array(z.string().max(100)).nullable(),
  strengthNumbers: strengthNumbersSchema.nullable(),
});
