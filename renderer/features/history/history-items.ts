/** The changes as rows of a list: filtered, under the day on which they were made. Pure. */
import type { Change, ChangeName } from '#shared/domain/change/change.ts';
import { subjectsOf, type ChangeSubjects } from '#shared/domain/change/describe-change.ts';
import { nameRecord } from '#shared/domain/change/describe-record.ts';
import type { Fold } from '#shared/domain/change/fold.ts';
import type { Kind } from '#shared/domain/kinds.ts';
import type { PersonId } from '#shared/domain/team/person.ts';

export type HistoryItem = {
  readonly key: string;
  readonly change: Change;
  readonly subjects: ChangeSubjects;
  /** An undo, or the undo of an undo. */
  readonly turn: 'done' | 'undone' | 'redone';
};

export type HistoryFilter = {
  /** Null for everybody. */
  readonly person: PersonId | null;
  readonly kind: Kind | null;
  /** Words of the change, or names of the sources and codes that it is about. */
  readonly typed: string;
};

export type HistoryRow =
  | { readonly kind: 'day'; readonly key: string; readonly day: string }
  | { readonly kind: 'change'; readonly key: string; readonly item: HistoryItem };

/** More names than this of one change are not searched: an import has thousands. */
const SEARCHED_NAMES = 50;

export function keyOfChange({ replica, seq }: ChangeName): string {
  return `${replica}/${seq}`;
}

/** A change as an item; `known` has the changes that came before it, by key. */
export function toItem(fold: Fold, change: Change, known: ReadonlyMap<string, Change>): HistoryItem {
  const target = change.reverts && known.get(keyOfChange(change.reverts));
  const turn = !change.reverts ? 'done' : target?.reverts ? 'redone' : 'undone';
  return { key: keyOfChange(change), change, subjects: subjectsOf(fold, change), turn };
}

/** The items that pass the filter; `wording` gives what an item says. */
export function filterItems(
  fold: Fold,
  items: readonly HistoryItem[],
  { person, kind, typed }: HistoryFilter,
  wording: (item: HistoryItem) => string,
): readonly HistoryItem[] {
  const wanted = plain(typed).split(/\s+/u).filter(Boolean);
  return items.filter((item) => {
    if (person !== null && item.change.person !== person) return false;
    if (kind !== null && !item.subjects.kinds.has(kind)) return false;
    if (wanted.length === 0) return true;
    const text = plain(`${wording(item)} ${namesOf(fold, item).join(' ')}`);
    return wanted.every((word) => text.includes(word));
  });
}

/** Rows with a heading for each day, by this machine's calendar. */
export function rowsByDay(items: readonly HistoryItem[]): readonly HistoryRow[] {
  const rows: HistoryRow[] = [];
  let day = '';
  for (const item of items) {
    const itsDay = dayOf(item.change.at);
    // The clock of a laptop may have been wrong for a while: a day can come more than once.
    if (itsDay !== day) rows.push({ kind: 'day', key: `day before ${item.key}`, day: itsDay });
    day = itsDay;
    rows.push({ kind: 'change', key: item.key, item });
  }
  return rows;
}

function namesOf(fold: Fold, { subjects }: HistoryItem): readonly string[] {
  const sources = [...subjects.sources].slice(0, SEARCHED_NAMES).map((id) => nameRecord(fold, 'source', id));
  const codes = [...subjects.codes].slice(0, SEARCHED_NAMES).map((id) => nameRecord(fold, 'code', id));
  return [...sources, ...codes];
}

function dayOf(iso: string): string {
  const moment = new Date(iso);
  if (Number.isNaN(moment.getTime())) return iso;
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
