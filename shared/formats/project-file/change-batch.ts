/** A batch of changes as bytes. Runs of like operations (an import, a bulk coding) become rows under one head. */
import * as z from 'zod';
import type { Json } from '#shared/basics/json.ts';
import { fail, succeed, type Result } from '#shared/basics/result.ts';
import type { Change, Operation } from '#shared/domain/change/change.ts';
import type { Kind } from '#shared/domain/kinds.ts';

/** `set` operations of one kind with the same fields: `rows[i] = [id, value, value ...]`. */
type RowsOperation = {
  readonly op: 'rows';
  readonly kind: Kind;
  readonly names: readonly string[];
  readonly rows: readonly (readonly Json[])[];
};
type PackedOperation = Operation | RowsOperation;

const fieldsSchema = z.record(z.string(), z.json());
const operationSchema = z.union([
  z.object({
    op: z.literal('set'),
    kind: z.string(),
    id: z.string(),
    fields: fieldsSchema,
    was: fieldsSchema.optional(),
  }),
  z.object({ op: z.literal('remove'), kind: z.string(), id: z.string() }),
  // Rows are checked by hand below: a hundred thousand of them through a schema would take longer than all else.
  z.object({ op: z.literal('rows'), kind: z.string(), names: z.array(z.string()), rows: z.array(z.any()) }),
]);
const nameSchema = z.object({ replica: z.string(), seq: z.number().int().positive() });
const changeSchema = nameSchema.extend({
  seen: z.record(z.string(), z.number().int()),
  clock: z.object({ milliseconds: z.number(), count: z.number().int() }),
  person: z.string(),
  at: z.string(),
  label: z.object({ key: z.string(), values: z.record(z.string(), z.union([z.string(), z.number()])) }),
  reverts: nameSchema.optional(),
  ops: z.array(operationSchema),
});

/** Writes changes as JSON in UTF-8. */
export function encodeChanges(changes: readonly Change[]): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(
    JSON.stringify(changes.map((change) => ({ ...change, ops: packOperations(change.ops) }))),
  );
}

/** Reads changes back; anything that is not a list of changes is damage. */
export function decodeChanges(bytes: Uint8Array): Result<readonly Change[], 'damaged'> {
  try {
    const parsed = z.array(changeSchema).safeParse(JSON.parse(new TextDecoder().decode(bytes)));
    if (!parsed.success) return fail('damaged');
    return succeed(
      parsed.data.map(
        (change) => ({ ...change, ops: unpackOperations(change.ops as PackedOperation[]) }) as unknown as Change,
      ),
    );
  } catch {
    return fail('damaged');
  }
}

function packOperations(ops: readonly Operation[]): readonly PackedOperation[] {
  const packed: PackedOperation[] = [];
  let run: { names: readonly string[]; kind: Kind; rows: Json[][] } | null = null;
  for (const operation of ops) {
    const names = operation.op === 'set' && !operation.was ? Object.keys(operation.fields) : null;
    if (operation.op !== 'set' || !names || names.length === 0) {
      run = null;
      packed.push(operation);
      continue;
    }
    if (!run || run.kind !== operation.kind || !isSameList(run.names, names)) {
      run = { names, kind: operation.kind, rows: [] };
      packed.push({ op: 'rows', ...run });
    }
    run.rows.push([operation.id, ...names.map((name) => operation.fields[name] as Json)]);
  }
  return packed;
}

function unpackOperations(packed: readonly PackedOperation[]): readonly Operation[] {
  return packed.flatMap((item): readonly Operation[] =>
    item.op === 'rows' ? item.rows.map((row) => unpackRow(item, row)) : [item],
  );
}

function unpackRow(item: RowsOperation, row: readonly Json[]): Operation {
  const id = row[0];
  if (!Array.isArray(row) || typeof id !== 'string' || row.length !== item.names.length + 1)
    throw new Error('Row does not fit its head.');
  const fields: Record<string, Json> = {};
  item.names.forEach((name, index) => {
    fields[name] = row[index + 1] as Json;
  });
  return { op: 'set', kind: item.kind, id, fields };
}

function isSameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}
