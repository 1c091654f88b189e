/** Conflicts: what two people did to the same thing without knowing of each other, and nobody has decided on yet. Pure. */
import type { Json } from '#shared/basics/json.ts';
import type { ChangeHead, Draft } from '#shared/domain/change/change.ts';
import { compareClocks } from '#shared/domain/change/clock.ts';
import { nameRecord } from '#shared/domain/change/describe-record.ts';
import { headOfField, type Entry, type Fold } from '#shared/domain/change/fold.ts';
import { kinds, type Kind } from '#shared/domain/kinds.ts';

/** One value against another; a field with three rivals has three of these. */
export type Conflict = {
  readonly kind: Kind;
  readonly id: string;
  /** Null where one removed what the other edited: the edit stands. */
  readonly field: string | null;
  readonly kept: Json;
  readonly overwritten: Json;
  readonly keptBy: ChangeHead;
  readonly overwrittenBy: ChangeHead;
};

/** Every copy that brings two edits of a text together makes the same record; who did it, and when, decides nothing. */
const undecided: ReadonlySet<Kind> = new Set(['revision']);

/** All conflicts that are open, oldest first; the same list in every copy that holds the same changes. */
export function openConflicts(fold: Fold): readonly Conflict[] {
  const found: Conflict[] = [];
  for (const kind of kinds) {
    for (const [id, entry] of fold.entries[kind]) {
      if (entry.record && (entry.rivals || entry.removals)) found.push(...conflictsOf(kind, id, entry));
    }
  }
  return found.sort(byAge);
}

/** The open conflicts of one record. */
export function conflictsOf(kind: Kind, id: string, entry: Entry): readonly Conflict[] {
  if (!entry.record || undecided.has(kind)) return [];
  const found: Conflict[] = [];
  for (const [field, rivals] of entry.rivals ?? []) {
    const kept = entry.fields[field] ?? null;
    for (const { value, head } of rivals) {
      // Two people who wrote the same agree.
      if (JSON.stringify(value) === JSON.stringify(kept)) continue;
      const keptBy = headOfField(entry, field);
      found.push({ kind, id, field, kept, overwritten: value, keptBy, overwrittenBy: head });
    }
  }
  for (const overwrittenBy of entry.removals ?? []) {
    const keptBy = lastEditor(entry);
    found.push({ kind, id, field: null, kept: 'edited', overwritten: 'removed', keptBy, overwrittenBy });
  }
  return found;
}

/** A name that tells one conflict from another, also in another copy. */
export function conflictKey({ kind, id, field, overwrittenBy }: Conflict): string {
  return `${kind}/${id}/${field ?? ''}/${overwrittenBy.replica}/${overwrittenBy.seq}`;
}

/** Settles a conflict: the value that stands stays, or the other takes its place. Whoever knew of both has decided. */
export function settleConflict(fold: Fold, conflict: Conflict, choice: 'kept' | 'overwritten'): Draft {
  const { kind, id, field } = conflict;
  const label = { key: 'settle-conflict', values: { what: nameRecord(fold, kind, id) } };
  if (field === null) {
    const isRemoved = choice === 'overwritten';
    return {
      label,
      ops: [isRemoved ? { op: 'remove', kind, id } : { op: 'set', kind, id, fields: {} }],
      ...(isRemoved ? {} : { decides: true }),
    };
  }
  const value = choice === 'kept' ? (fold.entries[kind].get(id)?.fields[field] ?? null) : conflict.overwritten;
  return { label, ops: [{ op: 'set', kind, id, fields: { [field]: value } }], decides: true };
}

function lastEditor(entry: Entry): ChangeHead {
  let last = entry.head;
  for (const head of entry.heads?.values() ?? []) if (compareClocks(head.clock, last.clock) > 0) last = head;
  return last;
}

function byAge(a: Conflict, b: Conflict): number {
  const byClock = compareClocks(a.overwrittenBy.clock, b.overwrittenBy.clock);
  return byClock || (conflictKey(a) < conflictKey(b) ? -1 : 1);
}
