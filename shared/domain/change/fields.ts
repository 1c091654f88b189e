/** Between records as people read them (maps nested) and fields as changes carry them (`map.entry`). */
import type * as z from 'zod';
import type { Json } from '#shared/basics/json.ts';
import { kindShapes, type Kind, type Records } from '#shared/domain/kinds.ts';
import type { FieldValues, Operation } from '#shared/domain/change/change.ts';

type Fields<K extends Kind> = Omit<Records[K], 'id'>;

/** Splits `attributes.Estado` into its map and entry; null for a plain field. Only the first dot counts. */
export function splitMapField(field: string): readonly [map: string, entry: string] | null {
  const dot = field.indexOf('.');
  return dot < 0 ? null : [field.slice(0, dot), field.slice(dot + 1)];
}

/** Turns a record's values into the fields of a change; map fields become one field per entry. */
function flattenFields<K extends Kind>(kind: K, values: Partial<Fields<K>>): FieldValues {
  const fields: Record<string, Json> = {};
  const { maps } = kindShapes[kind];
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined || name === 'id') continue;
    if (maps.includes(name)) {
      for (const [entry, item] of Object.entries(value as Record<string, Json>)) fields[`${name}.${entry}`] = item;
    } else fields[name] = value as Json;
  }
  return fields;
}

/** An operation that makes a record, or sets the given fields of one that is there. */
export function setOperation<K extends Kind>(kind: K, id: Records[K]['id'], values: Partial<Fields<K>>): Operation {
  return { op: 'set', kind, id, fields: flattenFields(kind, values) };
}

/** An operation that sets or takes away (null) one entry of a map field. */
export function setMapEntry(kind: Kind, id: string, map: string, entry: string, value: Json): Operation {
  return { op: 'set', kind, id, fields: { [`${map}.${entry}`]: value } };
}

/** An operation that removes a record. */
export function removeOperation<K extends Kind>(kind: K, id: Records[K]['id']): Operation {
  return { op: 'remove', kind, id };
}

/**
 * An operation that changes nothing but counts as an edit: a coding touches its code and source, so that a
 * colleague who removed them without knowing of the coding does not take it away (an edit wins over a removal
 * that had not seen it).
 */
export function touchOperation<K extends Kind>(kind: K, id: Records[K]['id']): Operation {
  return { op: 'set', kind, id, fields: {} };
}

/** Builds the record that people read from its flat fields: missing maps are empty, missing nullable fields null. */
export function nestFields(kind: Kind, id: string, fields: FieldValues): Readonly<Record<string, unknown>> {
  const { maps } = kindShapes[kind];
  const record: Record<string, unknown> = maps.length === 0 ? { id, ...fields } : { id };
  if (maps.length > 0) nestMaps(record, maps, fields);
  for (const name of plainFieldsOf(kind).nullable) record[name] ??= null;
  return record;
}

/** Most maps are empty, of a hundred thousand codings nearly all: one object stands for them. */
const NO_ENTRIES: Readonly<Record<string, never>> = Object.freeze({});

function nestMaps(record: Record<string, unknown>, maps: readonly string[], fields: FieldValues): void {
  let entries: Map<string, [string, Json][]> | null = null;
  for (const field in fields) {
    const value = fields[field] as Json;
    const parts = splitMapField(field);
    if (!parts || !maps.includes(parts[0])) record[field] = value;
    else if (value !== null) {
      entries ??= new Map();
      const list = entries.get(parts[0]);
      if (list) list.push([parts[1], value]);
      else entries.set(parts[0], [[parts[1], value]]);
    }
  }
  // fromEntries, because an entry may be called anything, even `__proto__`.
  for (const map of maps) {
    const list = entries?.get(map);
    record[map] = list ? Object.fromEntries(list) : NO_ENTRIES;
  }
}

/** Says whether all fields are there without which a record of this kind means nothing. */
export function isComplete(kind: Kind, fields: FieldValues): boolean {
  return plainFieldsOf(kind).required.every((name) => fields[name] !== undefined);
}

type PlainFields = { readonly nullable: readonly string[]; readonly required: readonly string[] };
const knownPlainFields = new Map<Kind, PlainFields>();

/** Worked out when first asked for: while modules are loading, not every kind is there yet. */
function plainFieldsOf(kind: Kind): PlainFields {
  const known = knownPlainFields.get(kind);
  if (known) return known;
  const { schema, maps } = kindShapes[kind];
  const plain = Object.entries(schema.shape).filter(([name]) => !maps.includes(name));
  const isNullable = ([, field]: (typeof plain)[number]): boolean => (field as z.ZodType).safeParse(null).success;
  const fields = {
    nullable: plain.filter(isNullable).map(([name]) => name),
    required: plain.filter((entry) => !isNullable(entry)).map(([name]) => name),
  };
  knownPlainFields.set(kind, fields);
  return fields;
}
