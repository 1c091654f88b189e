/**
 * The note that travels with a project of ours: everything that codes, memos and sets of other programs cannot say, as
 * one JSON text. Whoever opens the file elsewhere can leave it alone; we find everything again.
 */
import type * as z from 'zod';
import type { Json } from '#shared/basics/json.ts';
import type { Coding } from '#shared/domain/coding/coding.ts';
import { kindShapes, kinds, type Kind } from '#shared/domain/kinds.ts';
import type { SourceContent } from '#shared/domain/source/source-content.ts';
import type { EvaluationMaterial } from '#shared/formats/deliverable/material.ts';
import { everythingNoteGuid } from '#shared/formats/refi/own-codes.ts';
import type { RefiProject } from '#shared/formats/refi/refi-text.ts';

const OWN_NOTE_FORMAT = 'triangula-refi';
const OWN_NOTE_VERSION = 1;

export type OwnRecord = { readonly id: string; readonly fields: Readonly<Record<string, unknown>> };

export type OwnNote = {
  /** Ids of records whose GUID does not tell them. */
  readonly ids: Readonly<Record<string, string>>;
  readonly records: ReadonlyMap<Kind, readonly OwnRecord[]>;
  /** Segments and tables by id of the source. */
  readonly contents: ReadonlyMap<string, Omit<SourceContent, 'text'>>;
};

const EMPTY: OwnNote = { ids: {}, records: new Map(), contents: new Map() };

/** Kinds that the note never carries: there is one evaluation, what was erased stays erased, and texts travel as they are now. */
export const leftHere: ReadonlySet<Kind> = new Set<Kind>([
  'evaluation',
  'withdrawal',
  'identity-destruction',
  'revision',
]);

/** Reads the note, if there is one. Records that do not fit their kind are dropped: anybody can write a file. */
export function readOwnNote(read: RefiProject): OwnNote {
  const text = read.noteTexts.get(everythingNoteGuid);
  const note = text === undefined ? null : parse(text);
  if (!isObject(note) || note['format'] !== OWN_NOTE_FORMAT || note['version'] !== OWN_NOTE_VERSION) return EMPTY;
  const records = new Map<Kind, readonly OwnRecord[]>();
  const given = isObject(note['records']) ? note['records'] : {};
  for (const kind of kinds) {
    const list = given[kind];
    if (leftHere.has(kind) || !Array.isArray(list)) continue;
    records.set(
      kind,
      list.flatMap((record) => readRecord(kind, record as Json) ?? []),
    );
  }
  const ids = Object.entries(isObject(note['ids']) ? note['ids'] : {}).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '',
  );
  return { ids: Object.fromEntries(ids), records, contents: readContents(note['contents']) };
}

/** Making a schema costs more than a thousand readings with it. */
const partialSchemas = new Map<Kind, z.ZodObject>();

function partialSchema(kind: Kind): z.ZodObject {
  const schema = partialSchemas.get(kind) ?? kindShapes[kind].schema.partial();
  partialSchemas.set(kind, schema);
  return schema;
}

function readRecord(kind: Kind, record: Json): OwnRecord | null {
  if (!isObject(record) || typeof record['id'] !== 'string') return null;
  const { id, ...fields } = record;
  const checked = partialSchema(kind).safeParse(fields);
  // Fields of a newer version are kept, as everywhere.
  return checked.success ? { id: id, fields } : null;
}

function readContents(given: Json | undefined): OwnNote['contents'] {
  const contents = new Map<string, Omit<SourceContent, 'text'>>();
  for (const [id, content] of Object.entries(isObject(given) ? given : {})) {
    if (!isObject(content) || !Array.isArray(content['segments'])) continue;
    contents.set(id, content as unknown as Omit<SourceContent, 'text'>);
  }
  return contents;
}

function parse(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return null;
  }
}

function isObject(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const told = new Set([
  'id',
  'source',
  'revision',
  'start',
  'end',
  'code',
  'direction',
  'coder',
  'memo',
  'codedAt',
  'selection',
]);

/** The note of a project: all records, of codings only what their selections do not tell. */
export function writeOwnNote(material: EvaluationMaterial, ids: Readonly<Record<string, string>>): string {
  const records: Record<string, readonly unknown[]> = {};
  for (const kind of kinds) {
    if (leftHere.has(kind)) continue;
    const list: readonly object[] = material.records[kind];
    const kept = kind === 'coding' ? material.records.coding.flatMap((coding) => untoldOf(coding) ?? []) : list;
    if (kept.length > 0) records[kind] = kept;
  }
  const contents: Record<string, unknown> = {};
  for (const { id, revision } of material.records.source) {
    const content = material.contents.get(revision);
    if (content !== undefined) contents[id] = { segments: content.segments, table: content.table };
  }
  return JSON.stringify({ format: OWN_NOTE_FORMAT, version: OWN_NOTE_VERSION, ids, records, contents });
}

/** What of a coding a selection has no place for; null when there is nothing. */
function untoldOf(coding: Coding): object | null {
  const extra = Object.entries(coding).filter(
    ([name, value]) => !told.has(name) && value !== null && JSON.stringify(value) !== '{}',
  );
  // Times are written without fractions.
  const hasFraction = !coding.codedAt.endsWith('.000Z');
  if (extra.length === 0 && !hasFraction) return null;
  return { id: coding.id, ...(hasFraction ? { codedAt: coding.codedAt } : {}), ...Object.fromEntries(extra) };
}
