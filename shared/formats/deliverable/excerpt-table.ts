/** Coded excerpts as a table, one row per coding: the columns that the workbook and the csv share. */
import type { Coding } from '#shared/domain/coding/coding.ts';
import type { Participant } from '#shared/domain/participant/participant.ts';
import {
  excerptReader,
  inReadingOrder,
  interventionsOf,
  statedValues,
  type Excerpt,
} from '#shared/formats/deliverable/excerpts.ts';
import { sortByConsent } from '#shared/formats/deliverable/left-out.ts';
import type { MaterialIndex } from '#shared/formats/deliverable/material.ts';
import { plainNumber } from '#shared/formats/deliverable/plain-number.ts';
import type { LeftOut } from '#shared/formats/deliverable/profile/export-profile.ts';
import type { Words } from '#shared/formats/deliverable/words.ts';

/** How the strings of a column are read; `number` only where every value is a plain number. */
export type TableColumnType = 'text' | 'number' | 'date' | 'date-time';

export type TableColumn = {
  /** Stable name, the same in every language. */
  readonly id: string;
  readonly header: string;
  /** What stands in it, for people. */
  readonly meaning: string;
  readonly type: TableColumnType;
  /** Width in characters, for formats that have one. */
  readonly width: number;
  readonly isLong: boolean;
  readonly read: (excerpt: Excerpt) => string | number | null;
};

export type ExcerptTable = {
  readonly columns: readonly TableColumn[];
  /** In reading order, without those whose words must not go out. */
  readonly codings: readonly Coding[];
  readonly leftOut: readonly LeftOut[];
  /** How many quotes are empty because their text is not at hand. */
  readonly missingTexts: number;
  excerptOf(coding: Coding): Excerpt;
};

const SEPARATOR = '; ';

/** Prepares the table of the given codings, or of all. */
export function excerptTable(index: MaterialIndex, codings: readonly Coding[], words: Words): ExcerptTable {
  const { kept, leftOut } = sortByConsent(index, codings);
  const ordered = inReadingOrder(index, kept);
  const { contents } = index.material;
  return {
    columns: [...fixedColumns(index, ordered, words), ...attributeColumns(index, words)],
    codings: ordered,
    leftOut,
    missingTexts: ordered.filter((coding) => !contents.has(coding.revision)).length,
    excerptOf: excerptReader(index),
  };
}

type Shape = { readonly type?: TableColumnType; readonly width?: number; readonly isLong?: boolean };

function fixedColumns(index: MaterialIndex, codings: readonly Coding[], words: Words): readonly TableColumn[] {
  const column = (id: string, read: TableColumn['read'], shape: Shape = {}): TableColumn => ({
    id,
    header: words(`column.${id}`),
    meaning: words(`meaning.${id}`),
    type: shape.type ?? 'text',
    width: shape.width ?? 14,
    isLong: shape.isLong ?? false,
    read,
  });
  const join = (values: readonly string[]): string => values.join(SEPARATOR);
  const depth = deepestLevel(index, codings);
  const levels = Array.from({ length: depth }, (_, place): TableColumn => ({
    id: `code-level-${place + 1}`,
    header: words('column.code-level', { level: place + 1 }),
    meaning: words('meaning.code-level'),
    type: 'text',
    width: 24,
    isLong: false,
    read: (excerpt) => excerpt.levels[place] ?? null,
  }));
  return [
    column('id', ({ coding }) => coding.id, { width: 19 }),
    column('source', ({ source }) => source?.name ?? null, { width: 16 }),
    column('participant', ({ participants }) => join(participants.map((one) => one.codeName)), { width: 16 }),
    column('method', ({ source }) => (source ? words(`method.${source.method}`) : null), { width: 15 }),
    column('group', (excerpt) => join(statedValues(index, excerpt, 'group')), { width: 20 }),
    column('gender', (excerpt) => join(statedValues(index, excerpt, 'gender')), { width: 10 }),
    column('interventions', (excerpt) => join(interventionsOf(index, excerpt)), { width: 14 }),
    column('place', ({ source }) => source?.place ?? null, { width: 16 }),
    column('date', ({ source }) => source?.date ?? null, { type: 'date', width: 11 }),
    column('language', ({ source }) => source?.language ?? null, { width: 10 }),
    column('criterion', ({ criterion }) => criterion?.name ?? null, { width: 18 }),
    ...levels,
    column('direction', ({ coding }) => words(`direction.${coding.direction}`), { width: 12 }),
    column('quote', ({ quote }) => quote, { width: 70, isLong: true }),
    column('memo', ({ coding }) => coding.memo, { width: 36, isLong: true }),
    column('coder', ({ coder }) => coder, { width: 18 }),
    column('coded-at', ({ coding }) => coding.codedAt, { type: 'date-time', width: 16 }),
    column('start', ({ coding }) => coding.start, { type: 'number', width: 9 }),
    column('end', ({ coding }) => coding.end, { type: 'number', width: 9 }),
    column('findings', ({ findings }) => join(findings.map((finding) => finding.number)), { width: 14 }),
  ];
}

/** The longest path below the criteria among the codes that are used. */
function deepestLevel(index: MaterialIndex, codings: readonly Coding[]): number {
  let deepest = 1;
  for (const code of new Set(codings.map((coding) => coding.code))) {
    const path = index.codebook.pathOf(code).length;
    deepest = Math.max(deepest, index.codebook.rootOf(code)?.criterion ? path - 1 : path);
  }
  return deepest;
}

/** One column per attribute of any source, then of any participant. */
function attributeColumns(index: MaterialIndex, words: Words): readonly TableColumn[] {
  const { source, participant } = index.material.records;
  return [
    ...attributesOf(source).map(({ name, type }) =>
      attributeColumn('source', name, type, words, (excerpt) =>
        excerpt.isAttributed ? (excerpt.source?.attributes[name] ?? null) : null,
      ),
    ),
    ...attributesOf(participant).map(({ name, type }) =>
      attributeColumn('participant', name, type, words, (excerpt) =>
        excerpt.isAttributed ? joinAttribute(excerpt.participants, name) : null,
      ),
    ),
  ];
}

function attributeColumn(
  owner: 'source' | 'participant',
  name: string,
  type: TableColumnType,
  words: Words,
  read: TableColumn['read'],
): TableColumn {
  return {
    id: `${owner}-attribute:${name}`,
    header: words(`column.${owner}-attribute`, { name }),
    meaning: words(`meaning.${owner}-attribute`, { name }),
    type,
    width: 18,
    isLong: false,
    read,
  };
}

function joinAttribute(participants: readonly Participant[], name: string): string | null {
  const values = new Set(participants.map((participant) => participant.attributes[name] ?? '').filter(Boolean));
  return values.size === 0 ? null : [...values].join(SEPARATOR);
}

type WithAttributes = { readonly attributes: Readonly<Record<string, string>> };

/** Attribute names in the order in which they first stand, with what all their values are. */
function attributesOf(owners: readonly WithAttributes[]): readonly { name: string; type: TableColumnType }[] {
  const values = new Map<string, string[]>();
  for (const { attributes } of owners) {
    for (const [name, value] of Object.entries(attributes)) {
      const list = values.get(name);
      if (list) list.push(value);
      else values.set(name, [value]);
    }
  }
  return [...values].map(([name, list]) => ({ name, type: commonType(list.filter((value) => value !== '')) }));
}

/** Numbers and dates only where no value is anything else: half a column of numbers cannot be reckoned with. */
function commonType(values: readonly string[]): TableColumnType {
  if (values.length === 0) return 'text';
  if (values.every((value) => plainNumber(value) !== null)) return 'number';
  return values.every((value) => /^\d{4}-\d{2}-\d{2}$/u.test(value)) ? 'date' : 'text';
}
