/** That a person looked at a gap and decided that it may stay, with the reason. */
import * as z from 'zod';
import { asId, type Id } from '#shared/basics/ids.ts';
import type { PersonId } from '#shared/domain/team/person.ts';

export type GapDismissalId = Id<'gap-dismissal'>;

export type GapDismissal = {
  readonly id: GapDismissalId;
  /** Kind of the gap, such as `single-source`. */
  readonly gap: string;
  /** What the gap is about: the id of a record. */
  readonly subject: string;
  readonly reason: string;
  readonly by: PersonId;
  /** ISO time, for people to read. */
  readonly at: string;
};

export const gapDismissalSchema = z.object({
  gap: z.string(),
  subject: z.string(),
  reason: z.string().min(1),
  by: z.string(),
  at: z.string(),
});

/** One dismissal per gap, so that two people who dismiss the same gap meet in one record. */
export function gapDismissalId(gap: string, subject: string): GapDismissalId {
  return asId<'gap-dismissal'>(`${gap}|${subject}`);
}
