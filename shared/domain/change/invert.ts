/** Taking an edit back: the operations that undo a change, leaving alone what others did since. */
import type { Json } from '#shared/basics/json.ts';
import type { Change, FieldValues, Operation, SetOperation } from '#shared/domain/change/change.ts';
import { headOfField, type Entry, type Fold } from '#shared/domain/change/fold.ts';

export type Inverse = {
  readonly ops: readonly Operation[];
  /** Operations that were left as they are, because somebody else has changed the same thing since. */
  readonly skipped: number;
};

/**
 * Computes what takes `change` back in the present state of `fold`. Last operation first.
 * A made record is removed, a removed one comes back as it was, a field gets the value it had before; each only
 * where the replica that made the change was also the last to write.
 */
export function invertChange(fold: Fold, change: Change): Inverse {
  const ops: Operation[] = [];
  let skipped = 0;
  for (const operation of [...change.ops].reverse()) {
    const entry = fold.entries[operation.kind]?.get(operation.id);
    if (!entry) continue;
    const inverse = operation.op === 'remove' ? revive(operation, entry) : takeBack(operation, entry, change);
    if (inverse === 'skipped') skipped += 1;
    else if (inverse) ops.push(inverse);
  }
  return { ops, skipped };
}

function revive(operation: Operation, entry: Entry): Operation | null {
  if (entry.record) return null;
  return { op: 'set', kind: operation.kind, id: operation.id, fields: entry.fields };
}

function takeBack(operation: SetOperation, entry: Entry, change: Change): Operation | 'skipped' | null {
  const names = Object.keys(operation.fields);
  if (names.length === 0 || !entry.record) return null;
  const isOwn = (name: string): boolean => headOfField(entry, name).replica === change.replica;
  if (!operation.was) {
    const isUntouched = Object.keys(entry.fields).every(isOwn);
    return isUntouched ? { op: 'remove', kind: operation.kind, id: operation.id } : 'skipped';
  }
  const fields: Record<string, Json> = {};
  for (const name of names) if (isOwn(name)) fields[name] = operation.was[name] ?? null;
  return Object.keys(fields).length === 0 ? 'skipped' : { op: 'set', kind: operation.kind, id: operation.id, fields };
}

/** Adds to each operation what the fields were before it, as undo and history need. */
export function rememberBefore(fold: Fold, ops: readonly Operation[]): readonly Operation[] {
  const made = new Set<string>();
  return ops.map((operation) => {
    if (operation.op === 'remove') return operation;
    const name = `${operation.kind}/${operation.id}`;
    const entry = fold.entries[operation.kind].get(operation.id);
    if (!entry?.record || made.has(name)) {
      made.add(name);
      return operation;
    }
    const was: Record<string, Json> = {};
    for (const field of Object.keys(operation.fields)) was[field] = entry.fields[field] ?? null;
    return { ...operation, was } satisfies SetOperation;
  });
}

/**
 * Leaves out operations, and fields of them, that would change nothing: an edit without effect makes no change, and a
 * form that hands in all its fields overwrites only what was changed in it.
 */
export function dropIdle(fold: Fold, ops: readonly Operation[]): readonly Operation[] {
  const met = new Set<string>();
  const effective = ops.flatMap((operation): readonly Operation[] => {
    const entry = fold.entries[operation.kind].get(operation.id);
    const name = `${operation.kind}/${operation.id}`;
    // What an earlier operation of the same draft did to the record does not stand in the fold yet.
    const isFirst = !met.has(name);
    met.add(name);
    if (operation.op === 'remove') return !isFirst || entry?.record ? [operation] : [];
    if (isTouch(operation) || !isFirst || !entry?.record) return [operation];
    const fields = changedFields(entry.fields, operation.fields);
    if (fields === operation.fields) return [operation];
    return Object.keys(fields).length > 0 ? [{ ...operation, fields }] : [];
  });
  return effective.every(isTouch) ? [] : effective;
}

function isTouch(operation: Operation): boolean {
  return operation.op === 'set' && Object.keys(operation.fields).length === 0;
}

/** The wanted fields that are otherwise now; the same object when all are. */
function changedFields(current: FieldValues, wanted: FieldValues): FieldValues {
  const names = Object.keys(wanted);
  const changed = names.filter((name) => JSON.stringify(current[name] ?? null) !== JSON.stringify(wanted[name]));
  if (changed.length === names.length) return wanted;
  return Object.fromEntries(changed.map((name) => [name, wanted[name] as Json]));
}
