/** Putting something back as the history shows it: always a new change, the log itself is never rewritten. */
import type { Json } from '#shared/basics/json.ts';
import type { Change, Draft, Operation } from '#shared/domain/change/change.ts';
import { nameRecord } from '#shared/domain/change/describe-record.ts';
import type { Fold } from '#shared/domain/change/fold.ts';
import { invertChange } from '#shared/domain/change/invert.ts';
import type { Kind } from '#shared/domain/kinds.ts';

/** What a coding cannot be without. */
const foundations: Readonly<Partial<Record<Kind, Readonly<Record<string, Kind>>>>> = {
  coding: { source: 'source', code: 'code' },
};

/** Gives one field the value it had; whoever asks for it has seen what stands there now. */
export function putBackField(fold: Fold, kind: Kind, id: string, field: string, value: Json): Draft {
  return {
    label: { key: 'put-back', values: { what: nameRecord(fold, kind, id) } },
    ops: [{ op: 'set', kind, id, fields: { [field]: value } }],
  };
}

/** Brings a removed record back as it last was, with the source and the code that a coding stands on. */
export function bringBack(fold: Fold, kind: Kind, id: string): Draft {
  const fields = fold.entries[kind].get(id)?.fields ?? {};
  const under = Object.entries(foundations[kind] ?? {}).flatMap(([field, other]): readonly Operation[] => {
    const target = fields[field];
    const entry = typeof target === 'string' ? fold.entries[other].get(target) : undefined;
    if (!entry || entry.record || typeof target !== 'string') return [];
    return [{ op: 'set', kind: other, id: target, fields: entry.fields }];
  });
  return {
    label: { key: 'bring-back', values: { what: nameRecord(fold, kind, id) } },
    ops: [...under, { op: 'set', kind, id, fields }],
  };
}

/** Takes a whole change back, leaving alone what others have changed since. */
export function takeChangeBack(fold: Fold, change: Change): { readonly draft: Draft; readonly skipped: number } {
  const { ops, skipped } = invertChange(fold, change);
  // A person is made known by their first change, and stays known when that is taken back.
  const kept = ops.filter(({ op, kind }) => op !== 'remove' || kind !== 'person');
  return { draft: { label: { key: 'take-back', values: {} }, ops: kept }, skipped };
}

/** Whether a record is there now. */
export function isPresent(fold: Fold, kind: Kind, id: string): boolean {
  return fold.entries[kind]?.get(id)?.record != null;
}

/** Whether a removed record can come back: something of it is left. */
export function canReturn(fold: Fold, kind: Kind, id: string): boolean {
  const entry = fold.entries[kind]?.get(id);
  return entry !== undefined && entry.record === null && Object.keys(entry.fields).length > 0;
}

/** What a field is now; null when it is unset or its record is gone. */
export function presentValue(fold: Fold, kind: Kind, id: string, field: string): Json {
  return fold.entries[kind]?.get(id)?.fields[field] ?? null;
}
