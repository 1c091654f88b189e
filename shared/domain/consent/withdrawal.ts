/**
 * A withdrawal: what is left when somebody's words were removed for good. It holds no words, but names what was erased,
 * so that a copy that is merged later does not bring it back.
 */
import * as z from 'zod';
import type { Id } from '#shared/basics/ids.ts';
import type { ContentHash } from '#shared/domain/source/source-content.ts';
import type { PersonId } from '#shared/domain/team/person.ts';

export type WithdrawalId = Id<'withdrawal'>;

export type Withdrawal = {
  readonly id: WithdrawalId;
  /** Code name of the participant, or name of the source. */
  readonly name: string;
  /** ISO date on which consent was withdrawn, and why if that was said. */
  readonly date: string;
  readonly reason: string;
  /** Who wrote the withdrawal down, and who removed the words, when (ISO time). */
  readonly recordedBy: PersonId;
  readonly erasedBy: PersonId;
  readonly erasedAt: string;
  /** Ids of what went: sources as a whole, participants, codings. */
  readonly sources: readonly string[];
  readonly participants: readonly string[];
  readonly codings: readonly string[];
  /** Contents that were erased, with what stands in their place, null for nothing. */
  readonly contents: Readonly<Record<ContentHash, ContentHash | null>>;
};

export const withdrawalSchema = z.object({
  name: z.string(),
  date: z.string(),
  reason: z.string(),
  recordedBy: z.string(),
  erasedBy: z.string(),
  erasedAt: z.string(),
  sources: z.array(z.string()),
  participants: z.array(z.string()),
  codings: z.array(z.string()),
  contents: z.record(z.string(), z.string().nullable()),
});

/** The texts that were removed for good, by their hashes. */
export function withdrawnTexts(withdrawals: readonly Withdrawal[]): ReadonlySet<string> {
  return new Set(withdrawals.flatMap(({ contents }) => Object.keys(contents)));
}
