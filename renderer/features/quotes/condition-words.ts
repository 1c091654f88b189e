/** A condition in words, for its chip. */
import type { QuoteQuery } from '#shared/analysis/query/quote-query.ts';
import type { Project } from '#shared/domain/project/project.ts';

type Words = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/** Kinds of condition that somebody can add. */
export const conditionKinds = [
  'code',
  'words',
  'direction',
  'method',
  'source',
  'attribute',
  'coder',
  'memo',
  'starred',
  'touched',
  'overlaps',
  'near',
  'followed-by',
  'same-segment',
  'same-source',
] as const;
export type ConditionKind = (typeof conditionKinds)[number];

/** What a condition says. */
export function conditionWords(project: Project, condition: QuoteQuery, words: Words): string {
  if (condition.kind === 'not') {
    return words('quotes.not', { condition: conditionWords(project, condition.of, words) });
  }
  if (condition.kind === 'all' || condition.kind === 'any') {
    const parts = condition.of.map((part) => conditionWords(project, part, words));
    return parts.join(condition.kind === 'all' ? ` ${words('quotes.and')} ` : ` ${words('quotes.or')} `);
  }
  const kind = condition.kind === 'relation' ? condition.relation : condition.kind;
  const what = words(`quotes.kind.${kind}`);
  const value = valueWords(project, condition, words);
  return value === '' ? what : `${what}: ${value}`;
}

function valueWords(project: Project, condition: QuoteQuery, words: Words): string {
  const or = (list: readonly string[]): string => list.join(` ${words('quotes.or')} `);
  switch (condition.kind) {
    case 'code':
    case 'relation':
      return or(condition.codes.map((id) => project.get('code', id as never)?.name ?? words('quotes.removed')));
    case 'source':
      return or(condition.ids.map((id) => project.get('source', id as never)?.name ?? words('quotes.removed')));
    case 'coder':
      return or(condition.ids.map((id) => project.get('person', id as never)?.name ?? words('quotes.removed')));
    case 'direction':
      return or(condition.values.map((value) => words(`common.direction.${value}`)));
    case 'method':
      return or(condition.values.map((value) => words(`common.method.${value}`)));
    case 'attribute':
      return `${dimensionWords(condition.dimension, words)} ${or(
        condition.values.map((value) => (value === '' ? words('quotes.notStated') : interventionOr(project, value))),
      )}`;
    case 'words':
    case 'memo':
      return condition.text.trim() === '' ? '' : `“${condition.text.trim()}”`;
    default:
      return '';
  }
}

function interventionOr(project: Project, value: string): string {
  return project.get('intervention', value as never)?.code ?? value;
}

/** What an attribute is called. */
export function dimensionWords(dimension: string, words: Words): string {
  return dimension.startsWith('attribute:')
    ? dimension.slice('attribute:'.length)
    : words(`matrix.dimension.${dimension}`);
}
