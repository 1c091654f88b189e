/** What a record is called in a sentence, living or removed: the history speaks of both. */
import type { Json } from '#shared/basics/json.ts';
import type { FieldValues } from '#shared/domain/change/change.ts';
import { splitMapField } from '#shared/domain/change/fields.ts';
import type { Fold } from '#shared/domain/change/fold.ts';
import { kindShapes, type Kind } from '#shared/domain/kinds.ts';

/** The field by which people know a record of a kind. */
const nameFields: Readonly<Partial<Record<Kind, readonly string[]>>> = {
  evaluation: ['title'],
  intervention: ['code', 'title'],
  person: ['name'],
  source: ['name'],
  participant: ['codeName'],
  code: ['name'],
  coding: [],
  'quote-set': ['name'],
  statistic: ['label'],
  'theory-node': ['text'],
  'theory-link': ['mechanism'],
  'theory-condition': ['text'],
  finding: ['number', 'title'],
  conclusion: ['number', 'title'],
  recommendation: ['number', 'title'],
  learning: ['number', 'title'],
  judgement: [],
  exchange: ['name'],
  'coding-round': ['title'],
  question: ['number', 'text'],
  'planned-sample': ['group', 'place'],
};

/** Fields (and entries of maps, by the map's name) that hold the id of another record. */
const references: Readonly<Partial<Record<Kind, Readonly<Record<string, Kind>>>>> = {
  code: { parent: 'code' },
  'theory-link': { from: 'theory-node', to: 'theory-node' },
  'theory-condition': { link: 'theory-link' },
  coding: { source: 'source', code: 'code', coder: 'person', consensus: 'coding-round' },
  'coding-round': { startedBy: 'person' },
  statistic: { source: 'source', code: 'code', by: 'person' },
  finding: { criterion: 'code' },
  judgement: { subject: 'code', by: 'person' },
  question: { criterion: 'code', parent: 'question' },
  'planned-sample': { intervention: 'intervention' },
  'gap-dismissal': { by: 'person' },
};
const subjectKinds: readonly Kind[] = ['code', 'question', 'finding', 'conclusion', 'recommendation', 'source'];
const mapReferences: Readonly<Record<string, Kind>> = {
  interventions: 'intervention',
  evidence: 'coding',
  statistics: 'statistic',
  findings: 'finding',
  conclusions: 'conclusion',
  criteria: 'code',
  questions: 'question',
  codes: 'code',
  finished: 'person',
  sources: 'source',
  coders: 'person',
};

/** What a record is called; '' when nothing is known of it. */
export function nameRecord(fold: Fold, kind: Kind, id: string, given: FieldValues = {}): string {
  const fields = { ...given, ...fold.entries[kind]?.get(id)?.fields };
  if (kind === 'coding') {
    const code = nameRecord(fold, 'code', textOf(fields, 'code'));
    const source = nameRecord(fold, 'source', textOf(fields, 'source'));
    return [code, source].filter(Boolean).join(' · ');
  }
  if (kind === 'judgement' || kind === 'gap-dismissal') return nameSubject(fold, textOf(fields, 'subject'));
  const parts = (nameFields[kind] ?? []).map((name) => textOf(fields, name));
  return parts.filter(Boolean).join(' ');
}

/** What a judgement or a gap is about: a record of one of a few kinds, known by its id. */
function nameSubject(fold: Fold, id: string): string {
  const kind = subjectKinds.find((one) => fold.entries[one].has(id));
  return kind ? nameRecord(fold, kind, id) : '';
}

function textOf(fields: FieldValues, name: string): string {
  const value = fields[name];
  return typeof value === 'string' ? value : '';
}

/** The kind of record whose id a field holds; null for a field that holds a value of its own. */
export function referenceOf(kind: Kind, field: string): Kind | null {
  return references[kind]?.[field] ?? null;
}

/** The entry of a map field in words: the name of the record it stands for, or the entry itself. */
export function nameEntry(fold: Fold, field: string): { readonly map: string; readonly entry: string } | null {
  const parts = splitMapField(field);
  if (!parts) return null;
  const [map, entry] = parts;
  const kind = mapReferences[map];
  return { map, entry: (kind && nameRecord(fold, kind, entry)) || entry };
}

/** Whether a field belongs to its kind; one of a newer version is kept in the log and shown as it stands. */
export function isKnownField(kind: Kind, field: string): boolean {
  const shape = kindShapes[kind]?.schema.shape as Readonly<Record<string, unknown>> | undefined;
  return shape !== undefined && (splitMapField(field)?.[0] ?? field) in shape;
}

/** A value as plain text, for fields that hold neither an id nor a word of a list. */
export function writeValue(value: Json): string {
  if (value === null) return '';
  if (Array.isArray(value)) return value.map(writeValue).join('; ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
