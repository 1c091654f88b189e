/** A person's judgement on the convergence of a matrix row: the app suggests by rule, a person decides and says why. */
import * as z from 'zod';
import { asId, type Id } from '#shared/basics/ids.ts';
import type { PersonId } from '#shared/domain/team/person.ts';

export type JudgementId = Id<'judgement'>;

export const convergences = ['agreement', 'partial-agreement', 'dissonance', 'silence'] as const;
export type Convergence = (typeof convergences)[number];

/** Convergence has a word and a glyph; colour alone never tells. */
export const convergenceGlyphs: Readonly<Record<Convergence, string>> = {
  agreement: '=',
  'partial-agreement': '≈',
  dissonance: '≠',
  silence: '∅',
};

export type Judgement = {
  readonly id: JudgementId;
  /** Id of the row: a code (criteria are codes), later a question or a finding. */
  readonly subject: string;
  /** Columns that were compared, such as `method` or `attribute:Estado`. */
  readonly columns: string;
  readonly convergence: Convergence;
  readonly reason: string;
  readonly by: PersonId;
};

export const judgementSchema = z.object({
  subject: z.string(),
  columns: z.string(),
  convergence: z.enum(convergences),
  reason: z.string().min(1),
  by: z.string(),
});

/** One judgement per row and set of columns, so that two people judging the same row meet in one record. */
export function judgementId(subject: string, columns: string): JudgementId {
  return asId<'judgement'>(`${subject}|${columns}`);
}
