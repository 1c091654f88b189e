/** What a change did, record by record and field by field, for people to read. Pure. */
import type { Json } from '#shared/basics/json.ts';
import type { Change, Operation } from '#shared/domain/change/change.ts';
import { nameRecord } from '#shared/domain/change/describe-record.ts';
import type { Fold } from '#shared/domain/change/fold.ts';
import type { Kind } from '#shared/domain/kinds.ts';

export type FieldStory = { readonly field: string; readonly before: Json; readonly after: Json };

export type RecordStory = {
  readonly kind: Kind;
  readonly id: string;
  readonly name: string;
  readonly what: 'made' | 'edited' | 'removed';
  readonly fields: readonly FieldStory[];
};

/** Fields that say nothing to people: hashes, places in a list, what other fields say already. */
const mute = new Set(['revision', 'fileHash', 'order', 'codedAt', 'contents', 'from', 'to', 'sections', 'cause']);

/** The first `limit` records that a change made, edited or removed. Touches are left out: they change nothing. */
export function describeChange(fold: Fold, change: Change, limit: number): readonly RecordStory[] {
  const stories: RecordStory[] = [];
  for (const operation of change.ops) {
    if (stories.length >= limit) break;
    if (!isTouch(operation)) stories.push(describeOperation(fold, operation));
  }
  return stories;
}

/** How many records a change made, edited or removed. */
export function countRecords(change: Change): number {
  return change.ops.filter((operation) => !isTouch(operation)).length;
}

function describeOperation(fold: Fold, operation: Operation): RecordStory {
  const { kind, id } = operation;
  if (operation.op === 'remove') {
    return { kind, id, name: nameRecord(fold, kind, id), what: 'removed', fields: [] };
  }
  const { fields, was } = operation;
  const told = Object.keys(fields)
    .filter((field) => !mute.has(field))
    .map((field): FieldStory => ({ field, before: was?.[field] ?? null, after: fields[field] ?? null }))
    // What was empty and is empty still tells nothing.
    .filter(({ before, after }) => !(isEmpty(before) && isEmpty(after)));
  return { kind, id, name: nameRecord(fold, kind, id, fields), what: was ? 'edited' : 'made', fields: told };
}

function isTouch(operation: Operation): boolean {
  return operation.op === 'set' && Object.keys(operation.fields).length === 0;
}

function isEmpty(value: Json): boolean {
  return value === null || value === '';
}

/** What a change is about, for finding it again: kinds of record, sources and codes. */
export type ChangeSubjects = {
  readonly kinds: ReadonlySet<Kind>;
  readonly sources: ReadonlySet<string>;
  readonly codes: ReadonlySet<string>;
};

export function subjectsOf(fold: Fold, change: Change): ChangeSubjects {
  const kinds = new Set<Kind>();
  const sources = new Set<string>();
  const codes = new Set<string>();
  for (const operation of change.ops) {
    const { kind, id } = operation;
    if (kind === 'source') sources.add(id);
    if (kind === 'code') codes.add(id);
    if (isTouch(operation)) continue;
    kinds.add(kind);
    if (kind !== 'coding') continue;
    const fields = fold.entries.coding.get(id)?.fields ?? {};
    if (typeof fields['source'] === 'string') sources.add(fields['source']);
    if (typeof fields['code'] === 'string') codes.add(fields['code']);
  }
  return { kinds, sources, codes };
}
