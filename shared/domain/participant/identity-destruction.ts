/** What is left of a destroyed list of identities: who destroyed it, when, and how many people stood in it. */
import * as z from 'zod';
import { drawId, type Id, type RandomBytes } from '#shared/basics/ids.ts';
import type { Draft } from '#shared/domain/change/change.ts';
import { setOperation } from '#shared/domain/change/fields.ts';
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

/** Takes down that the identities were destroyed. */
export function noteDestruction(values: Omit<IdentityDestruction, 'id'>, randomBytes: RandomBytes): Draft {
  return {
    label: { key: 'destroy-identities', values: {} },
    ops: [setOperation('identity-destruction', drawId<'identity-destruction'>(randomBytes), values)],
  };
}
