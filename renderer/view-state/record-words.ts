/** Fields of records and their values in the language of the interface, for every screen that tells what a change did. */
import type { Json } from '#shared/basics/json.ts';
import { isKnownField, nameEntry, nameRecord, referenceOf, writeValue } from '#shared/domain/change/describe-record.ts';
import type { Fold } from '#shared/domain/change/fold.ts';
import type { Kind } from '#shared/domain/kinds.ts';

/** Words of the interface by key. */
type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/** A field in words; one of a newer version as it stands. */
export function wordField(fold: Fold, kind: Kind, field: string, words: Say): string {
  if (!isKnownField(kind, field)) return field;
  const entry = nameEntry(fold, field);
  const key = entry ? `history.map.${entry.map}` : `history.field.${field}`;
  const text = words(key, { entry: entry?.entry ?? '' });
  return text === key ? field : text;
}

/** Fields whose values are words of a closed list, and where those words stand. */
const lists: Readonly<Record<string, string>> = {
  direction: 'common.direction',
  method: 'common.method',
  convergence: 'matrix.convergenceWord',
  response: 'findings.response',
  followUp: 'findings.followUp',
  state: 'rounds.state',
};

/** A value in words; '' for nothing. */
export function wordValue(
  fold: Fold,
  { kind, field }: { readonly kind: Kind; readonly field: string },
  value: Json,
  words: Say,
  { number }: { readonly number: (value: number) => string },
): string {
  if (value === null || value === '') return '';
  if (typeof value === 'boolean') return words(value ? 'history.yes' : 'history.no');
  if (typeof value === 'number') return number(value);
  const list = lists[field];
  if (list !== undefined && typeof value === 'string') return words(`${list}.${value}`);
  const other = referenceOf(kind, field);
  if (other && typeof value === 'string') return nameRecord(fold, other, value) || value;
  // Who a label in the text stands for.
  if (field.startsWith('speakers.') && typeof value === 'object' && !Array.isArray(value)) {
    const { participant } = value as Readonly<Record<string, Json>>;
    return typeof participant === 'string'
      ? nameRecord(fold, 'participant', participant)
      : words('history.interviewer');
  }
  return writeValue(value);
}
