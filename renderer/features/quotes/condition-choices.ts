/** What can be chosen for each kind of condition. */
import type { Dimension } from '#shared/analysis/dimension.ts';
import { valuesOf } from '#shared/analysis/dimension.ts';
import { directions } from '#shared/domain/coding/coding.ts';
import type { Codebook } from '#shared/domain/codebook/codebook.ts';
import type { Project } from '#shared/domain/project/project.ts';
import { participantsOf } from '#shared/domain/source/source-edits.ts';
import { sourceMethods } from '#shared/domain/source/source.ts';
import type { ConditionKind } from '#renderer/features/quotes/condition-words.ts';

export type Choice = { readonly id: string; readonly label: string };
type Words = (key: string) => string;

/** The values of a kind; none for one that is a word to type or needs no value. */
export function choicesFor(
  project: Project,
  codebook: Codebook,
  kind: ConditionKind,
  dimension: Dimension,
  words: Words,
): readonly Choice[] {
  switch (kind) {
    case 'direction':
      return directions.map((id) => ({ id, label: words(`common.direction.${id}`) }));
    case 'method':
      return sourceMethods.map((id) => ({ id, label: words(`common.method.${id}`) }));
    case 'source':
      return project.all('source').map(({ id, name }) => ({ id, label: name }));
    case 'coder':
      return project.all('person').map(({ id, name }) => ({ id, label: name }));
    case 'attribute':
      return attributeValues(project, dimension, words);
    case 'words':
    case 'memo':
    case 'starred':
    case 'touched':
      return [];
    default:
      return codebook.flat.map(({ code }) => ({ id: code.id, label: codebook.pathOf(code.id).join(' / ') }));
  }
}

/** The dimensions that quotes can be asked by. */
export function attributeDimensions(project: Project): readonly Dimension[] {
  const names = new Set(
    [...project.all('participant'), ...project.all('source')].flatMap(({ attributes }) => Object.keys(attributes)),
  );
  return [
    'group',
    'gender',
    'intervention',
    'language',
    'place',
    ...[...names].sort().map((name) => `attribute:${name}` as const),
  ];
}

function attributeValues(project: Project, dimension: Dimension, words: Words): readonly Choice[] {
  if (dimension === 'intervention') {
    return project.all('intervention').map(({ id, code, title }) => ({ id, label: `${code} ${title}`.trim() }));
  }
  const values = new Set<string>();
  for (const source of project.all('source')) {
    for (const value of valuesOf(project, dimension, source, undefined)) values.add(value);
    for (const id of participantsOf(source)) {
      const participant = project.get('participant', id);
      if (participant) for (const value of valuesOf(project, dimension, source, participant)) values.add(value);
    }
  }
  return [...[...values].sort().map((id) => ({ id, label: id })), { id: '', label: words('quotes.notStated') }];
}
