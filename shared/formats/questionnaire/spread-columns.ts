/** Finds the columns that one question with several answers was spread over: one column per choice. */
import type { ColumnProfile } from '#shared/formats/questionnaire/column-profile.ts';
import type { RawColumn } from '#shared/formats/questionnaire/read-headers.ts';

/** Chosen or not, as programs write it. */
const tick = /^(0|1|true|false)(\.0)?$/i;
/** The same in words; ordinary yes-no questions look alike, so it counts only where the file groups the columns. */
const tickInWords =
  /^([01]|true|false|yes|no|y|n|s[ií]|oui|non|n[aã]o|sim|x|checked|unchecked|selected|not selected)$/i;

/** Indices of the columns of all such questions, and of the joined column beside them where there is one. */
export function findSpreadColumns(
  columns: readonly RawColumn[],
  profiles: readonly ColumnProfile[],
): ReadonlySet<number> {
  const found = new Set<number>();
  for (const group of [
    ...groupsBelowParent(columns, profiles),
    ...groupsByName(columns, profiles, beforeLastSlash, tick),
    ...groupsByName(columns, profiles, (name) => /^\w+(?=\[\w+\])/.exec(name)?.[0], tickInWords),
    ...groupsByName(columns, profiles, (name) => /^(.+)_\d+$/.exec(name)?.[1], /^1$/),
  ]) {
    for (const index of group) found.add(index);
  }
  addChoicesWithSlash(columns, profiles, found);
  columns.forEach((column, index) => {
    if (holdsOnlyItsOwnName(column, profiles[index])) found.add(index);
  });
  return found;
}

/** Choices whose question has a column of its own: `toppings`, `toppings/cheese`, `toppings_olives`. */
function groupsBelowParent(
  columns: readonly RawColumn[],
  profiles: readonly ColumnProfile[],
): readonly (readonly number[])[] {
  const indexOf = new Map(columns.map(({ name }, index) => [name.trim(), index]));
  const children = new Map<number, number[]>();
  columns.forEach(({ name }, index) => {
    const profile = profiles[index];
    if (profile === undefined || !allMatch(profile, tick)) return;
    const parent = findParent(name.trim(), profile.answered === 0 ? /\//g : /[/._:]/g, indexOf);
    if (parent === undefined) return;
    const siblings = children.get(parent);
    if (siblings === undefined) children.set(parent, [index]);
    else siblings.push(index);
  });
  return [...children]
    .filter(([, siblings]) => siblings.length >= 2)
    .map(([parent, siblings]) => [parent, ...siblings]);
}

/** The longest other name that this one starts with. */
function findParent(name: string, separator: RegExp, indexOf: ReadonlyMap<string, number>): number | undefined {
  let parent: number | undefined;
  for (const match of name.matchAll(separator)) parent = indexOf.get(name.slice(0, match.index)) ?? parent;
  return parent;
}

/** Columns that share the part of their name that `keyOf` finds, and all of which hold nothing but ticks. */
function groupsByName(
  columns: readonly RawColumn[],
  profiles: readonly ColumnProfile[],
  keyOf: (name: string) => string | undefined,
  ticks: RegExp,
): readonly (readonly number[])[] {
  const groups = new Map<string, number[]>();
  columns.forEach(({ name }, index) => {
    const key = keyOf(name);
    if (key === undefined) return;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [index]);
    else group.push(index);
  });
  return [...groups.values()].filter(
    (group) =>
      group.length >= 2 &&
      group.some((index) => (profiles[index]?.answered ?? 0) > 0) &&
      group.every((index) => allMatch(profiles[index], ticks)),
  );
}

/** `transport/boat/canoe` belongs to `transport/taxi` and `transport/bus`: a choice may have a slash itself. */
function addChoicesWithSlash(
  columns: readonly RawColumn[],
  profiles: readonly ColumnProfile[],
  found: Set<number>,
): void {
  const questions = new Set([...found].map((index) => beforeLastSlash(columns[index]?.name ?? '')));
  columns.forEach(({ name }, index) => {
    const starts = [...name.matchAll(/\//g)].map((slash) => name.slice(0, slash.index));
    if (starts.some((start) => questions.has(start)) && allMatch(profiles[index], tick)) found.add(index);
  });
}

function beforeLastSlash(name: string): string | undefined {
  return name.includes('/') ? name.slice(0, name.lastIndexOf('/')) : undefined;
}

/** Typeform and SurveyMonkey write the choice itself into the cell. */
function holdsOnlyItsOwnName({ name, option }: RawColumn, profile: ColumnProfile | undefined): boolean {
  const value = profile?.distinct === 1 ? profile.counts.keys().next().value : undefined;
  return value !== undefined && (value === option?.trim() || value === name.replace(/ \(\d+\)$/, '').trim());
}

function allMatch(profile: ColumnProfile | undefined, pattern: RegExp): boolean {
  if (profile === undefined || profile.distinct > 6) return false;
  for (const value of profile.counts.keys()) if (!pattern.test(value)) return false;
  return true;
}
