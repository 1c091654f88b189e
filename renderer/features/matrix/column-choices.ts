/** What the columns of the matrix can be, and what it can be filtered by: methods, groups, and whatever attributes there are. */
import { valuesOf, type Dimension } from '#shared/analysis/dimension.ts';
import type { MatrixColumns } from '#shared/analysis/matrix-scope.ts';
import type { Project } from '#shared/domain/project/project.ts';
import { participantsOf } from '#shared/domain/source/source-edits.ts';

/** Names of all attributes of sources and participants, in the order of the alphabet. */
export function attributeNames(project: Project): readonly string[] {
  const names = new Set<string>();
  for (const kind of ['source', 'participant'] as const) {
    for (const record of project.all(kind)) for (const name of Object.keys(record.attributes)) names.add(name);
  }
  // Group and gender have columns of their own.
  for (const own of ['group', 'gender']) names.delete(own);
  return [...names].sort((a, b) => a.localeCompare(b, undefined, { numeric: true }));
}

/** What the columns can be. */
export function columnChoices(project: Project): readonly MatrixColumns[] {
  return ['method', 'group', 'gender', 'intervention', ...attributeNames(project).map(asAttribute)];
}

/** What can be filtered by: dimensions, and who coded. */
export type FilterName = Dimension | 'coder';
export type FilterChoice = { readonly name: FilterName; readonly values: readonly string[] };

/** Each thing to filter by with the values that are there; what has fewer than two values tells nothing apart. */
export function filterChoices(project: Project): readonly FilterChoice[] {
  const dimensions: readonly Dimension[] = [
    'method',
    'group',
    'gender',
    'intervention',
    'place',
    'language',
    ...attributeNames(project).map(asAttribute),
  ];
  const found = dimensions.map((name) => ({ name, values: valuesFound(project, name) }));
  const coders = { name: 'coder' as const, values: [...new Set(project.all('coding').map((coding) => coding.coder))] };
  return [...found, coders].filter(({ values }) => values.length > 1);
}

function asAttribute(name: string): `attribute:${string}` {
  return `attribute:${name}`;
}

function valuesFound(project: Project, dimension: Dimension): readonly string[] {
  const values = new Set<string>();
  for (const source of project.all('source')) {
    const speakers = participantsOf(source).flatMap((id) => project.get('participant', id) ?? []);
    for (const speaker of speakers.length > 0 ? speakers : [undefined]) {
      for (const value of valuesOf(project, dimension, source, speaker)) values.add(value);
    }
  }
  const list = [...values];
  return dimension === 'intervention' || dimension === 'method'
    ? list
    : list.sort((a, b) => a.localeCompare(b, undefined, { numeric: true }));
}
