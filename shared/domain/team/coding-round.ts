/**
 * A blind round: two or more people code the same sources without seeing each other, then compare and agree. What they
 * agree on are codings of their own, the consensus layer; what each of them did stays as it was.
 */
import * as z from 'zod';
import type { Id } from '#shared/basics/ids.ts';
import type { CodeId } from '#shared/domain/codebook/code.ts';
import type { CodingId } from '#shared/domain/coding/coding.ts';
import type { SourceId } from '#shared/domain/source/source.ts';
import type { PersonId } from '#shared/domain/team/person.ts';

export type CodingRoundId = Id<'coding-round'>;

/** Open: nobody sees the others. Closed: being compared. Agreed: analyses count the consensus layer. */
export const roundStates = ['open', 'closed', 'agreed'] as const;
export type RoundState = (typeof roundStates)[number];

/** What was decided on a passage on which coders differed. */
export type Settlement = {
  readonly by: PersonId;
  /** ISO time, for people to read. */
  readonly at: string;
  readonly reason: string;
  /** Codings that were accepted; none when nothing or something new was. */
  readonly kept: readonly CodingId[];
  /** Codings of the consensus layer that came of it. */
  readonly made: readonly CodingId[];
};

export type CodingRound = {
  readonly id: CodingRoundId;
  readonly title: string;
  readonly state: RoundState;
  readonly startedBy: PersonId;
  readonly startedAt: string;
  readonly sources: Readonly<Record<SourceId, true>>;
  /** With all codes below them; none means every code. */
  readonly codes: Readonly<Record<CodeId, true>>;
  readonly coders: Readonly<Record<PersonId, true>>;
  /** By the key of the passage: the ids of its codings. */
  readonly settled: Readonly<Record<string, Settlement>>;
};

const members = z.record(z.string(), z.literal(true));

export const codingRoundSchema = z.object({
  title: z.string().min(1).max(200),
  state: z.enum(roundStates),
  startedBy: z.string(),
  startedAt: z.string(),
  sources: members,
  codes: members,
  coders: members,
  settled: z.record(
    z.string(),
    z.object({
      by: z.string(),
      at: z.string(),
      reason: z.string(),
      kept: z.array(z.string()),
      made: z.array(z.string()),
    }),
  ),
});

/** A round with all its coders, in a fixed order. */
export function codersOfRound(round: CodingRound): readonly PersonId[] {
  return (Object.keys(round.coders) as PersonId[]).sort();
}
