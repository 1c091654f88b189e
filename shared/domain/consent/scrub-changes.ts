/**
 * Takes the words of withdrawn sources out of the log: the values of their records, labels that name them, and
 * stretches of their text that were copied into memos or findings. Doing it again changes nothing.
 */
import type { Json } from '#shared/basics/json.ts';
import type { Change, FieldValues, Operation } from '#shared/domain/change/change.ts';
import type { Withdrawal } from '#shared/domain/consent/withdrawal.ts';

/** Shorter stretches are phrases that anybody may use. */
const WINDOW = 24;
const CUT = '[…]';

export type Scrubber = {
  /** The same object when there is nothing to take out. */
  readonly scrub: (change: Change) => Change;
};

/** Prepares; `log` is all changes, `texts` what the withdrawn people said, as far as it is at hand. */
export function createScrubber(
  withdrawals: readonly Withdrawal[],
  log: readonly Change[],
  texts: readonly string[],
): Scrubber {
  const sources = new Set(withdrawals.flatMap((item) => item.sources));
  const people = new Set(withdrawals.flatMap((item) => item.participants));
  const codings = new Set(withdrawals.flatMap((item) => item.codings));
  const statistics = new Set<string>();
  const speakerFields = new Set<string>();
  for (const operation of log.flatMap(({ ops }) => ops)) {
    if (operation.op !== 'set') continue;
    // Codings that were removed long ago have memos in the log, too.
    if (operation.kind === 'coding' && isOneOf(sources, operation.fields['source'])) codings.add(operation.id);
    // What a survey result counts are answers, and its name repeats them.
    if (operation.kind === 'statistic' && isOneOf(sources, operation.fields['source'])) statistics.add(operation.id);
    if (operation.kind !== 'source') continue;
    for (const [field, value] of Object.entries({ ...operation.was, ...operation.fields })) {
      // A label under which somebody spoke may be their name.
      if (field.startsWith('speakers.') && isOneOf(people, participantIn(value))) {
        speakerFields.add(`${operation.id}/${field}`);
      }
    }
  }
  const gone: Readonly<Record<string, ReadonlySet<string>>> = {
    source: sources,
    participant: people,
    coding: codings,
    statistic: statistics,
  };
  const cut = createCutter(texts);

  // What another program said of a source or person, kept to be written back.
  const isPartOfGone = (field: string): boolean => {
    const [, kind, id = ''] = /^parts\.(source|case):(.+)$/.exec(field) ?? [];
    return kind === 'source' ? sources.has(id) : kind === 'case' && people.has(id);
  };

  const scrubOperation = (operation: Operation): Operation => {
    if (operation.op !== 'set') return operation;
    if (gone[operation.kind]?.has(operation.id)) {
      // Without its fields a record is not complete, so that nothing can bring it back to life.
      const { was: _was, ...rest } = operation;
      return operation.was || Object.keys(operation.fields).length > 0 ? { ...rest, fields: {} } : operation;
    }
    if (operation.kind === 'withdrawal') return operation;
    const isLabel = (field: string): boolean => speakerFields.has(`${operation.id}/${field}`) || isPartOfGone(field);
    const fields = scrubFields(operation.fields, isLabel, cut);
    const was = operation.was && scrubFields(operation.was, isLabel, cut);
    if (fields === operation.fields && was === operation.was) return operation;
    return { ...operation, fields, ...(was ? { was } : {}) };
  };

  return {
    scrub: (change) => {
      const ops = change.ops.map(scrubOperation);
      const isChanged = ops.some((operation, place) => operation !== change.ops[place]);
      const touches = change.ops.some(({ kind, id }) => gone[kind]?.has(id));
      const names = Object.values(change.label.values).some((value) => typeof value === 'string' && value !== '');
      // The change that withdrew is named by the code name, which stays.
      const isOwn = change.ops.some(({ kind }) => kind === 'withdrawal');
      if (!isChanged && (isOwn || !(touches && names))) return change;
      if (isOwn) return { ...change, ops };
      const values = Object.fromEntries(
        Object.entries(change.label.values).map(([name, value]) => [name, typeof value === 'string' ? '' : value]),
      );
      return { ...change, label: { ...change.label, values }, ops };
    },
  };
}

type Cut = (text: string) => string;

function scrubFields(fields: FieldValues, isLabel: (field: string) => boolean, cut: Cut): FieldValues {
  let isChanged = false;
  const entries = Object.entries(fields).flatMap(([name, value]): [string, Json][] => {
    if (isLabel(name)) {
      isChanged = true;
      return [];
    }
    const scrubbed = scrubValue(value, cut);
    if (scrubbed !== value) isChanged = true;
    return [[name, scrubbed]];
  });
  return isChanged ? Object.fromEntries(entries) : fields;
}

function participantIn(value: Json): Json | undefined {
  return typeof value === 'object' && value !== null && 'participant' in value ? value.participant : undefined;
}

function isOneOf(ids: ReadonlySet<string>, value: Json | undefined): boolean {
  return typeof value === 'string' && ids.has(value);
}

/** Words stand in values, and in what maps hold, such as the reason for what a round settled. */
function scrubValue(value: Json, cut: Cut): Json {
  if (typeof value === 'string') return cut(value);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value as { readonly [key: string]: Json });
  const scrubbed = entries.map(([name, item]): [string, Json] => [name, scrubValue(item, cut)]);
  return scrubbed.some(([, item], place) => item !== entries[place]?.[1]) ? Object.fromEntries(scrubbed) : value;
}

/** Cuts out every stretch that also stands in one of the texts. */
export function createCutter(texts: readonly string[]): Cut {
  const windows = new Set<string>();
  for (const text of texts) {
    for (let start = 0; start + WINDOW <= text.length; start += 1) windows.add(text.slice(start, start + WINDOW));
  }
  if (windows.size === 0) return (text) => text;
  return (text) => {
    let result = '';
    let place = 0;
    let start = 0;
    while (start + WINDOW <= text.length) {
      if (!windows.has(text.slice(start, start + WINDOW))) {
        start += 1;
        continue;
      }
      let end = start + WINDOW;
      while (end < text.length && windows.has(text.slice(end - WINDOW + 1, end + 1))) end += 1;
      result += text.slice(place, start) + CUT;
      place = end;
      start = end;
    }
    return place === 0 ? text : result + text.slice(place);
  };
}
