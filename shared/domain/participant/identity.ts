/**
 * Who a code name stands for in life. Identities are never part of the log: they lie in a list of their own, sealed
 * with a passphrase of its own, and two people's lists are merged entry by entry.
 */
import * as z from 'zod';
import type { Id } from '#shared/basics/ids.ts';
import { advanceClock, compareClocks, CLOCK_START, type ClockReading } from '#shared/domain/change/clock.ts';

export type IdentityId = Id<'identity'>;

export type IdentityWords = {
  /** As it stands in the evaluation, such as KII-07. */
  readonly codeName: string;
  readonly name: string;
  readonly contact: string;
  readonly notes: string;
};

/** An entry; `person` is null when it was removed, so that an older list does not bring it back. */
export type IdentityEntry = {
  readonly id: IdentityId;
  readonly clock: ClockReading;
  readonly person: IdentityWords | null;
};

export type IdentityList = readonly IdentityEntry[];

const wordsSchema = z.object({
  codeName: z.string().max(500),
  name: z.string().max(2000),
  contact: z.string().max(2000),
  notes: z.string().max(20_000),
});
export const identityListSchema = z.array(
  z.object({
    id: z.string(),
    clock: z.object({ milliseconds: z.number(), count: z.number().int() }),
    person: wordsSchema.nullable(),
  }),
);

/** Both lists in one: per entry the later counts. The same in whatever order lists arrive. */
export function mergeIdentities(...lists: readonly IdentityList[]): IdentityList {
  const merged = new Map<IdentityId, IdentityEntry>();
  for (const entry of lists.flat()) {
    const known = merged.get(entry.id);
    if (!known || isLater(entry, known)) merged.set(entry.id, entry);
  }
  return [...merged.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The list with an entry set, or removed (`person` null), as the latest word on it. */
export function setIdentity(
  list: IdentityList,
  id: IdentityId,
  person: IdentityWords | null,
  nowMilliseconds: number,
): IdentityList {
  const clock = advanceClock(latestClock(list), nowMilliseconds);
  return mergeIdentities(list, [{ id, clock, person }]);
}

/** The entries that are there, by code name. */
export function livingIdentities(
  list: IdentityList,
): readonly { readonly id: IdentityId; readonly person: IdentityWords }[] {
  return list
    .flatMap(({ id, person }) => (person ? [{ id, person }] : []))
    .sort((a, b) => a.person.codeName.localeCompare(b.person.codeName, undefined, { numeric: true }));
}

function latestClock(list: IdentityList): ClockReading {
  return list.reduce((latest, { clock }) => (compareClocks(clock, latest) > 0 ? clock : latest), CLOCK_START);
}

function isLater(a: IdentityEntry, b: IdentityEntry): boolean {
  const byClock = compareClocks(a.clock, b.clock);
  // At the very same reading any order will do, as long as every copy takes the same.
  return byClock > 0 || (byClock === 0 && JSON.stringify(a) > JSON.stringify(b));
}
