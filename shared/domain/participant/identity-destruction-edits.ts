/** The record that is left when the identities are destroyed. */
import { drawId, type RandomBytes } from '#shared/basics/ids.ts';
import type { Draft } from '#shared/domain/change/change.ts';
import { setOperation } from '#shared/domain/change/fields.ts';
import type { IdentityDestruction } from '#shared/domain/participant/identity-destruction.ts';

/** Takes down that the identities were destroyed. */
export function noteDestruction(values: Omit<IdentityDestruction, 'id'>, randomBytes: RandomBytes): Draft {
  return {
    label: { key: 'destroy-identities', values: {} },
    ops: [setOperation('identity-destruction', drawId<'identity-destruction'>(randomBytes), values)],
  };
}
