/**
 * The fold of changes: what all known changes add up to, the same in whatever order they arrive.
 * Per field the later change wins; a record is there as long as one edit of it was not seen by any removal.
 */
import type { Json } from '#shared/basics/json.ts';
import {
  hasSeen,
  type Change,
  type ChangeHead,
  type ChangeName,
  type FieldValues,
  type ReplicaId,
} from '#shared/domain/change/change.ts';
import { CLOCK_START, compareClocks, type ClockReading } from '#shared/domain/change/clock.ts';
import { isComplete, nestFields } from '#shared/domain/change/fields.ts';
import { nextRivals, type Rivals } from '#shared/domain/change/rivals.ts';
import { addSequence, includesSequence, type SequenceSet } from '#shared/domain/change/sequence-set.ts';
import { kinds, type Kind } from '#shared/domain/kinds.ts';

/** Everything known about one record, living or removed. */
export type Entry = {
  fields: Record<string, Json>;
  /** The record as people read it; null while removed or not complete. */
  record: AnyRecord | null;
  /** Which change last set the fields; those that differ from `head` stand in `heads`. */
  head: ChangeHead;
  heads: Map<string, ChangeHead> | null;
  /** Values that lost against others made without knowing of them, and that nobody has decided on; null for nearly all. */
  rivals: Map<string, Rivals> | null;
  /** Last edit of each replica; null means only the one of `head`, which is the case for nearly all. */
  edited: Map<ReplicaId, number> | null;
  /** The last edits that any removal had seen; null without removals. */
  removed: Map<ReplicaId, number> | null;
  /** Removals that no later edit knew of: where the record is there all the same, an edit has won against them. */
  removals: readonly ChangeHead[] | null;
};

export type AnyRecord = Readonly<Record<string, unknown>> & { readonly id: string };

export type Fold = {
  readonly entries: Readonly<Record<Kind, Map<string, Entry>>>;
  readonly known: Map<ReplicaId, SequenceSet>;
  latestClock: ClockReading;
};

/** What one change did to one record. */
export type RecordDelta = {
  readonly kind: Kind;
  readonly id: string;
  readonly before: AnyRecord | null;
  readonly after: AnyRecord | null;
};

/** A value that lost against another made without knowing of it; kept for people to look at. */
export type Overwrite = {
  readonly kind: Kind;
  readonly id: string;
  readonly field: string;
  readonly kept: Json;
  readonly overwritten: Json;
  readonly keptBy: ChangeHead;
  readonly overwrittenBy: ChangeHead;
};

export type Applied = { readonly deltas: readonly RecordDelta[]; readonly overwrites: readonly Overwrite[] };

const NOTHING: Applied = { deltas: [], overwrites: [] };

/** A fold of no changes. */
export function createFold(): Fold {
  const entries = Object.fromEntries(kinds.map((kind) => [kind, new Map<string, Entry>()]));
  return { entries: entries as Record<Kind, Map<string, Entry>>, known: new Map(), latestClock: CLOCK_START };
}

/** Says whether a change is already part of the fold. */
export function isKnown(fold: Fold, name: ChangeName): boolean {
  return includesSequence(fold.known.get(name.replica) ?? [], name.seq);
}

/** Adds one change; one that is already known changes nothing. */
export function applyChange(fold: Fold, change: Change): Applied {
  if (isKnown(fold, change)) return NOTHING;
  fold.known.set(change.replica, addSequence(fold.known.get(change.replica) ?? [], change.seq));
  if (compareClocks(change.clock, fold.latestClock) > 0) fold.latestClock = change.clock;
  const { ops, ...head } = change;
  const deltas: RecordDelta[] = [];
  const overwrites: Overwrite[] = [];
  for (const operation of ops) {
    const entries = fold.entries[operation.kind];
    // A kind from a newer version is kept in the log and skipped here.
    if (!entries) continue;
    let entry = entries.get(operation.id);
    if (!entry) {
      const edited = operation.op === 'remove' ? new Map<ReplicaId, number>() : null;
      entry = { fields: {}, record: null, head, heads: null, rivals: null, edited, removed: null, removals: null };
      entries.set(operation.id, entry);
    }
    const before = entry.record;
    if (operation.op === 'set') {
      markEdited(entry, head);
      // A touch leaves what is there as it is: the same object, so that nothing that hangs on it is done anew.
      if (before && Object.keys(operation.fields).length === 0) continue;
      setFields(entry, operation, head, overwrites);
    } else markRemoved(entry, head);
    entry.record = readRecord(operation.kind, operation.id, entry);
    if (before !== entry.record) deltas.push({ kind: operation.kind, id: operation.id, before, after: entry.record });
  }
  return { deltas, overwrites };
}

/** Which change set a field last. */
export function headOfField(entry: Entry, field: string): ChangeHead {
  return entry.heads?.get(field) ?? entry.head;
}

function setFields(
  entry: Entry,
  operation: { readonly kind: Kind; readonly id: string; readonly fields: FieldValues },
  head: ChangeHead,
  overwrites: Overwrite[],
): void {
  const names = Object.keys(operation.fields);
  if (names.length === 0) return;
  const isFirst = entry.head === head && !entry.heads;
  // Fields are copied, not changed in place: the record of before may be in somebody's hands.
  const fields: Record<string, Json> = { ...entry.fields };
  for (const name of names) {
    const value = operation.fields[name] as Json;
    const current = isFirst ? null : (entry.heads?.get(name) ?? (name in fields ? entry.head : null));
    if (current && current !== head) {
      const wins = isLater(head, current);
      const before = fields[name] ?? null;
      if (!hasSeen(head, current) && !hasSeen(current, head) && !isSame(before, value)) {
        overwrites.push(describeOverwrite(operation, name, wins, { before, value, current, head }));
      }
      keepRivals(entry, name, { standing: { value: before, head: current }, arriving: { value, head }, wins });
      if (!wins) continue;
    }
    fields[name] = value;
    if (entry.head !== head) (entry.heads ??= new Map()).set(name, head);
    else entry.heads?.delete(name);
  }
  entry.fields = fields;
}

function keepRivals(entry: Entry, field: string, writes: Parameters<typeof nextRivals>[1]): void {
  const rivals = nextRivals(entry.rivals?.get(field), writes);
  if (rivals.length > 0) (entry.rivals ??= new Map()).set(field, rivals);
  else if (entry.rivals?.delete(field) && entry.rivals.size === 0) entry.rivals = null;
}

function describeOverwrite(
  operation: { readonly kind: Kind; readonly id: string },
  field: string,
  wins: boolean,
  values: { before: Json; value: Json; current: ChangeHead; head: ChangeHead },
): Overwrite {
  const { before, value, current, head } = values;
  return {
    kind: operation.kind,
    id: operation.id,
    field,
    kept: wins ? value : before,
    overwritten: wins ? before : value,
    keptBy: wins ? head : current,
    overwrittenBy: wins ? current : head,
  };
}

function markEdited(entry: Entry, head: ChangeHead): void {
  if (entry.removals) entry.removals = notSeenBy(head, entry.removals);
  if (!entry.edited) {
    if (entry.head === head) return;
    entry.edited = new Map([[entry.head.replica, entry.head.seq]]);
  }
  raise(entry.edited, head.replica, head.seq);
}

function markRemoved(entry: Entry, head: ChangeHead): void {
  entry.removed ??= new Map();
  for (const [replica, seq] of Object.entries(head.seen)) raise(entry.removed, replica as ReplicaId, seq);
  raise(entry.removed, head.replica, head.seq);
  if (!editorsOf(entry).some((editor) => hasSeen(editor, head))) {
    entry.removals = [...(notSeenBy(head, entry.removals ?? []) ?? []), head];
  }
}

function notSeenBy(head: ChangeHead, removals: readonly ChangeHead[]): readonly ChangeHead[] | null {
  const left = removals.filter((removal) => !hasSeen(head, removal));
  return left.length > 0 ? left : null;
}

function editorsOf(entry: Entry): readonly ChangeHead[] {
  const rivals = [...(entry.rivals?.values() ?? [])].flat();
  return [entry.head, ...(entry.heads?.values() ?? []), ...rivals.map(({ head }) => head)];
}

function raise(vector: Map<ReplicaId, number>, replica: ReplicaId, seq: number): void {
  if ((vector.get(replica) ?? 0) < seq) vector.set(replica, seq);
}

function isAlive(entry: Entry): boolean {
  if (!entry.removed) return true;
  if (!entry.edited) return entry.head.seq > (entry.removed.get(entry.head.replica) ?? 0);
  for (const [replica, seq] of entry.edited) if (seq > (entry.removed.get(replica) ?? 0)) return true;
  return false;
}

/** The later by clock, then by replica, then by seq: a total order that every copy agrees on. */
function isLater(a: ChangeHead, b: ChangeHead): boolean {
  const byClock = compareClocks(a.clock, b.clock);
  if (byClock !== 0) return byClock > 0;
  if (a.replica !== b.replica) return a.replica > b.replica;
  return a.seq > b.seq;
}

/**
 * The record as people read it; null while it is removed, or lacks a plain field of its kind: parts of one whose
 * beginning was lost stay out of sight, not out of the log.
 */
export function readRecord(kind: Kind, id: string, entry: Entry): AnyRecord | null {
  if (!isAlive(entry) || !isComplete(kind, entry.fields)) return null;
  return nestFields(kind, id, entry.fields) as AnyRecord;
}

function isSame(a: Json, b: Json): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
