/** One edit as data. The log of changes is the truth; everything else is its fold. */
import type { Id } from '#shared/basics/ids.ts';
import type { Json } from '#shared/basics/json.ts';
import type { ClockReading } from '#shared/domain/change/clock.ts';
import type { Kind } from '#shared/domain/kinds.ts';
import type { PersonId } from '#shared/domain/team/person.ts';

/** One copy on one machine, drawn at random when that copy is first written there. */
export type ReplicaId = Id<'replica'>;

/** The name of a change: no two changes share replica and seq. */
export type ChangeName = { readonly replica: ReplicaId; readonly seq: number };

/** Field values of a record; an entry of a map field is keyed `map.entry`; null takes a field away. */
export type FieldValues = Readonly<Record<string, Json>>;

export type SetOperation = {
  readonly op: 'set';
  readonly kind: Kind;
  readonly id: string;
  readonly fields: FieldValues;
  /** What the fields were before (null: unset), or absent when the record was not there. Only undo and history read it. */
  readonly was?: FieldValues;
};
export type RemoveOperation = { readonly op: 'remove'; readonly kind: Kind; readonly id: string };
export type Operation = SetOperation | RemoveOperation;

/** What an edit is called in menus and in the history: a locale key `change.KEY` and the values of its text. */
export type ChangeLabel = { readonly key: string; readonly values: Readonly<Record<string, string | number>> };

/** All of a change but its operations. */
export type ChangeHead = ChangeName & {
  /** For each other replica, the last of its changes that was known when this one was made. */
  readonly seen: Readonly<Record<ReplicaId, number>>;
  readonly clock: ClockReading;
  readonly person: PersonId;
  /** ISO time by this laptop's clock, for people to read; it decides nothing. */
  readonly at: string;
  readonly label: ChangeLabel;
  /** Set on an undo or redo: the change that this one takes back. */
  readonly reverts?: ChangeName;
};

export type Change = ChangeHead & { readonly ops: readonly Operation[] };

/** An edit before it has a name: what a pure editing function returns. */
export type Draft = {
  readonly label: ChangeLabel;
  readonly ops: readonly Operation[];
  /** Somebody has decided: its values are written even where they stand already, so that no rival is left beside them. */
  readonly decides?: true;
};

/** Says whether the maker of `later` knew `earlier`. */
export function hasSeen(later: ChangeHead, earlier: ChangeName): boolean {
  if (later.replica === earlier.replica) return later.seq > earlier.seq;
  return (later.seen[earlier.replica] ?? 0) >= earlier.seq;
}
