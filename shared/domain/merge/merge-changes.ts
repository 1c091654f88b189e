/**
 * Merging: the changes of other copies taken into a fold, and what came of it. It is the union of logs, so it can be
 * done in any order and any number of times; what two people did to one thing without knowing of each other is listed.
 */
import type { Change, ChangeHead, ChangeName } from '#shared/domain/change/change.ts';
import { compareClocks } from '#shared/domain/change/clock.ts';
import { conflictKey, conflictsOf, type Conflict } from '#shared/domain/change/conflict.ts';
import { isKnown, type AnyRecord, type Fold, type RecordDelta } from '#shared/domain/change/fold.ts';
import { kinds, type Kind } from '#shared/domain/kinds.ts';
import type { PersonId } from '#shared/domain/team/person.ts';

export type RecordName = { readonly kind: Kind; readonly id: string };

/** A record that is otherwise after the merge than it was before. */
export type MergedRecord = RecordName & {
  readonly what: 'added' | 'changed' | 'removed';
  readonly before: AnyRecord | null;
  readonly after: AnyRecord | null;
};

/** What one person's changes brought. A record that several people changed counts with each of them. */
export type PersonShare = {
  readonly person: PersonId;
  readonly changes: number;
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  /** ISO times of their first and last change, by their own clock. */
  readonly first: string;
  readonly last: string;
};

export type MergeReport = {
  /** How many changes came in. */
  readonly changes: number;
  readonly records: readonly MergedRecord[];
  /** Conflicts that were not there before. */
  readonly conflicts: readonly Conflict[];
  readonly people: readonly PersonShare[];
};

/** The changes that are not known here, each once, in an order in which the fold does least work. */
export function unknownChanges(fold: Fold, changes: readonly Change[]): readonly Change[] {
  const byName = new Map<string, Change>();
  for (const change of changes) if (!isKnown(fold, change)) byName.set(nameText(change), change);
  return [...byName.values()].sort(
    (a, b) =>
      compareClocks(a.clock, b.clock) || (a.replica < b.replica ? -1 : a.replica > b.replica ? 1 : a.seq - b.seq),
  );
}

/** The conflicts of all records that these changes touch. */
function conflictsAround(fold: Fold, changes: readonly Change[]): ReadonlyMap<string, Conflict> {
  const found = new Map<string, Conflict>();
  const met = new Set<string>();
  for (const { kind, id } of changes.flatMap(({ ops }) => ops)) {
    const entry = fold.entries[kind]?.get(id);
    const name = recordText({ kind, id });
    if (!entry || met.has(name)) continue;
    met.add(name);
    for (const conflict of conflictsOf(kind, id, entry)) found.set(conflictKey(conflict), conflict);
  }
  return found;
}

/** Takes changes in with `apply` and says what came of it. */
export function mergeChanges(
  fold: Fold,
  changes: readonly Change[],
  apply: (changes: readonly Change[]) => readonly (readonly RecordDelta[])[],
): MergeReport {
  const incoming = unknownChanges(fold, changes);
  const before = conflictsAround(fold, incoming);
  const deltas = apply(incoming);
  const after = conflictsAround(fold, incoming);
  return {
    changes: incoming.length,
    records: compareRecords(deltas.flat()),
    conflicts: [...after].flatMap(([key, conflict]) => (before.has(key) ? [] : [conflict])),
    people: countPeople(incoming, deltas),
  };
}

/** Records by kind: how many were added, changed or removed. Kinds with none are left out. */
export function countKinds(
  records: readonly MergedRecord[],
  what: MergedRecord['what'],
): Readonly<Partial<Record<Kind, number>>> {
  const counts = new Map<Kind, number>();
  for (const record of records) if (record.what === what) counts.set(record.kind, (counts.get(record.kind) ?? 0) + 1);
  return Object.fromEntries(kinds.flatMap((kind) => (counts.has(kind) ? [[kind, counts.get(kind)]] : [])));
}

function compareRecords(deltas: readonly RecordDelta[]): readonly MergedRecord[] {
  const byName = new Map<string, { kind: Kind; id: string; before: AnyRecord | null; after: AnyRecord | null }>();
  for (const { kind, id, before, after } of deltas) {
    const known = byName.get(recordText({ kind, id }));
    if (known) known.after = after;
    else byName.set(recordText({ kind, id }), { kind, id, before, after });
  }
  return [...byName.values()].flatMap((record): readonly MergedRecord[] => {
    const { before, after } = record;
    if (before && after) return isSameRecord(before, after) ? [] : [{ ...record, what: 'changed' }];
    if (after) return [{ ...record, what: 'added' }];
    return before ? [{ ...record, what: 'removed' }] : [];
  });
}

function countPeople(changes: readonly Change[], deltas: readonly (readonly RecordDelta[])[]): readonly PersonShare[] {
  const shares = new Map<PersonId, { heads: ChangeHead[]; touched: Map<string, 'added' | 'changed' | 'removed'> }>();
  for (const [place, change] of changes.entries()) {
    const share = shares.get(change.person) ?? {
      heads: [],
      touched: new Map<string, 'added' | 'changed' | 'removed'>(),
    };
    shares.set(change.person, share);
    share.heads.push(change);
    for (const delta of deltas[place] ?? []) {
      const name = recordText(delta);
      const known = share.touched.get(name);
      const what = delta.before === null ? 'added' : delta.after === null ? 'removed' : 'changed';
      // What somebody made and went on with is made; what they made and took away never was.
      if (known === 'added' && what === 'removed') share.touched.delete(name);
      else if (known !== 'added') share.touched.set(name, what);
    }
  }
  return [...shares].map(([person, { heads, touched }]) => {
    const times = heads.map(({ at }) => at).sort();
    const count = (what: string): number => [...touched.values()].filter((one) => one === what).length;
    return {
      person,
      changes: heads.length,
      added: count('added'),
      changed: count('changed'),
      removed: count('removed'),
      first: times[0] ?? '',
      last: times.at(-1) ?? '',
    };
  });
}

function isSameRecord(one: AnyRecord, other: AnyRecord): boolean {
  return one === other || JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

/** Fields in one order: a record that was set anew may list them in another. */
function sorted(record: AnyRecord): unknown {
  return Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
}

function recordText({ kind, id }: RecordName): string {
  return `${kind}/${id}`;
}

function nameText({ replica, seq }: ChangeName): string {
  return `${replica}/${seq}`;
}
