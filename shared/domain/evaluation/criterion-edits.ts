/** Edits of the list of criteria: adding, moving up and down. Renaming, hiding and colours are edits of their code. */
import { asId, drawId, type RandomBytes } from '#shared/basics/ids.ts';
import type { Draft } from '#shared/domain/change/change.ts';
import { setOperation } from '#shared/domain/change/fields.ts';
import type { Code, CodeId } from '#shared/domain/codebook/code.ts';
import { newCodeValues } from '#shared/domain/codebook/codebook-edits.ts';
import { isCriterion } from '#shared/domain/evaluation/criterion-code.ts';
import { criteria, furtherCriteria, type Criterion } from '#shared/domain/evaluation/criterion.ts';
import type { Project } from '#shared/domain/project/project.ts';

/** The known criteria that the codebook does not have: design, partnerships, or one of the nine that was removed. */
export function missingCriteria(project: Project): readonly Criterion[] {
  const present = new Set(project.all('code').flatMap((code) => (isCriterion(code) ? [code.criterion] : [])));
  return [...criteria, ...furtherCriteria].filter(({ slug }) => !present.has(slug));
}

/** Adds a known criterion, worded in the evaluation's language. */
export function addKnownCriterion(project: Project, criterion: Criterion): { id: CodeId; draft: Draft } {
  const id = asId<'code'>(`criterion-${criterion.slug}`);
  const { name, definition } = criterion.wording[project.evaluation.language];
  return {
    id,
    draft: addition(project, id, {
      name,
      definition,
      criterion: criterion.slug,
      color: criterion.color,
      key: freeKey(project, criterion.key),
    }),
  };
}

/** Adds a criterion of the team's own. */
export function addOwnCriterion(
  project: Project,
  input: { readonly name: string; readonly definition: string; readonly color: string },
  randomBytes: RandomBytes,
): { id: CodeId; draft: Draft } {
  const id = drawId<'code'>(randomBytes);
  return { id, draft: addition(project, id, { ...input, name: input.name.trim(), criterion: 'own', key: '' }) };
}

function addition(
  project: Project,
  id: CodeId,
  values: Pick<Code, 'name' | 'definition' | 'criterion' | 'color' | 'key'>,
): Draft {
  const base = newCodeValues(project.all('code'), { name: values.name, parent: null });
  return {
    label: { key: 'add-code', values: { code: values.name } },
    ops: [setOperation('code', id, { ...base, ...values })],
  };
}

function freeKey(project: Project, wanted: string): string {
  return project.all('code').some(({ key }) => key !== '' && key === wanted) ? '' : wanted;
}

/** Puts a criterion before (-1) or after (1) its neighbour; null at the end of the list. */
export function shiftCriterion(project: Project, criterion: Code, by: -1 | 1): Draft | null {
  const roots = project.all('code').filter((code) => code.parent === null);
  const places = roots.flatMap((code, place) => (isCriterion(code) ? place : []));
  const own = places.findIndex((place) => roots[place]?.id === criterion.id);
  const target = places[own + by];
  if (own < 0 || target === undefined) return null;
  const moved = roots.filter((code) => code.id !== criterion.id);
  moved.splice(target, 0, criterion);
  return {
    label: { key: 'move-code', values: { code: criterion.name } },
    ops: moved.flatMap((code, place) =>
      code.order === place + 1 ? [] : [setOperation('code', code.id, { order: place + 1 })],
    ),
  };
}
