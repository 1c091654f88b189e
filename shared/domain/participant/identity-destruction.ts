/** What is left of a destroyed list of identities: who destroyed it, when, and how many people stood in it. */
import * as z from 'zod';
import type { Id } from '#shared/basics/ids.ts';
import type { PersonId } from '#shared/domain/team/person.ts';

export type IdentityDestructionId = Id<'identity-destruction'>;

export type IdentityDestruction = {
  readonly id: IdentityDestructionId;
  /** ISO time. */
  readonly at: string;
  readonly by: PersonId;
  /** How many people stood in it; null when it was destroyed without opening it. */
  readonly people: number | null;
};

export const identityDestructionSchema = z.object({
  at: z.string(),
  by: z.string(),
  people: z.number().int().nonnegative().nullable(),
});
