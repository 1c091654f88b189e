/** A fold as plain data and back: a cache that makes opening fast. The log stays the truth; a snapshot can always be rebuilt. */
import type { Json } from '#shared/basics/json.ts';
import type { ChangeHead, FieldValues, ReplicaId } from '#shared/domain/change/change.ts';
import type { ClockReading } from '#shared/domain/change/clock.ts';
import { createFold, readRecord, type Entry, type Fold } from '#shared/domain/change/fold.ts';
import type { SequenceSet } from '#shared/domain/change/sequence-set.ts';
import { kinds, type Kind } from '#shared/domain/kinds.ts';

type Vector = Readonly<Record<ReplicaId, number>>;

/** One entry: id, fields, place of its head, and only where they differ from the rule heads of fields, edits, removals. */
type FrozenEntry = readonly [
  id: string,
  fields: FieldValues,
  head: number,
  heads?: Readonly<Record<string, number>> | null,
  edited?: Vector | null,
  removed?: Vector | null,
  rivals?: Readonly<Record<string, readonly (readonly [value: Json, head: number])[]>> | null,
  removals?: readonly number[] | null,
];

export type FoldSnapshot = {
  readonly known: Readonly<Record<ReplicaId, SequenceSet>>;
  readonly clock: ClockReading;
  readonly heads: readonly ChangeHead[];
  readonly entries: Readonly<Record<Kind, readonly FrozenEntry[]>>;
};

/** Takes down a fold. */
export function freezeFold(fold: Fold): FoldSnapshot {
  const places = new Map<ChangeHead, number>();
  const heads: ChangeHead[] = [];
  const placeOf = (head: ChangeHead): number => {
    const known = places.get(head);
    if (known !== undefined) return known;
    places.set(head, heads.length);
    return heads.push(head) - 1;
  };
  const freezeEntry = ([id, entry]: readonly [string, Entry]): FrozenEntry => {
    const head = placeOf(entry.head);
    if (!entry.heads && !entry.edited && !entry.removed && !entry.rivals) return [id, entry.fields, head];
    const headPlaces =
      entry.heads && Object.fromEntries([...entry.heads].map(([name, value]) => [name, placeOf(value)]));
    const edited = toVector(entry.edited);
    const removed = toVector(entry.removed);
    if (!entry.rivals && !entry.removals) return [id, entry.fields, head, headPlaces, edited, removed];
    const rivals = Object.fromEntries(
      [...(entry.rivals ?? [])].map(([name, writes]) => [
        name,
        writes.map((write) => [write.value, placeOf(write.head)] as const),
      ]),
    );
    return [id, entry.fields, head, headPlaces, edited, removed, rivals, entry.removals?.map(placeOf) ?? null];
  };
  const entries = Object.fromEntries(kinds.map((kind) => [kind, [...fold.entries[kind]].map(freezeEntry)]));
  return {
    known: Object.fromEntries(fold.known),
    clock: fold.latestClock,
    heads,
    entries: entries as unknown as FoldSnapshot['entries'],
  };
}

/** Builds a fold from a snapshot. */
export function thawFold(snapshot: FoldSnapshot): Fold {
  const fold = createFold();
  for (const [replica, set] of Object.entries(snapshot.known)) fold.known.set(replica as ReplicaId, set);
  fold.latestClock = snapshot.clock;
  for (const kind of kinds) {
    for (const frozen of snapshot.entries[kind] ?? []) {
      const entry = thawEntry(kind, frozen, snapshot.heads);
      if (entry) fold.entries[kind].set(frozen[0], entry);
    }
  }
  return fold;
}

function thawEntry(kind: Kind, frozen: FrozenEntry, heads: readonly ChangeHead[]): Entry | null {
  const [id, fields, place, headPlaces, edited, removed, rivals, removals] = frozen;
  const head = heads[place];
  if (!head) return null;
  const entry: Entry = {
    fields: fields,
    record: null,
    head,
    heads: null,
    rivals: null,
    edited: null,
    removed: null,
    removals: removals?.flatMap((at) => heads[at] ?? []) ?? null,
  };
  if (headPlaces) {
    entry.heads = new Map(
      Object.entries(headPlaces).flatMap(([name, at]) => (heads[at] ? [[name, heads[at]] as const] : [])),
    );
  }
  if (rivals && Object.keys(rivals).length > 0) {
    entry.rivals = new Map(
      Object.entries(rivals).map(([name, writes]) => [
        name,
        writes.flatMap(([value, at]) => (heads[at] ? [{ value, head: heads[at] }] : [])),
      ]),
    );
  }
  if (edited) entry.edited = toMap(edited);
  if (removed) entry.removed = toMap(removed);
  entry.record = readRecord(kind, id, entry);
  return entry;
}

function toVector(map: Map<ReplicaId, number> | null): Vector | null {
  return map && Object.fromEntries(map);
}

function toMap(vector: Vector): Map<ReplicaId, number> {
  return new Map(Object.entries(vector) as [ReplicaId, number][]);
}
