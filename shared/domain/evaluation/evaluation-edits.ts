/** Making an evaluation and editing what it is about. */
import { drawId, type RandomBytes } from '#shared/basics/ids.ts';
import { asId } from '#shared/basics/ids.ts';
import type { Draft, Operation } from '#shared/domain/change/change.ts';
import { removeOperation, setOperation } from '#shared/domain/change/fields.ts';
import { criteria } from '#shared/domain/evaluation/criterion.ts';
import { THE_EVALUATION, type Evaluation } from '#shared/domain/evaluation/evaluation.ts';
import type { Intervention } from '#shared/domain/evaluation/intervention.ts';
import type { Language } from '#shared/domain/evaluation/language.ts';
import type { Project } from '#shared/domain/project/project.ts';
import { initialsOf, type Person, type PersonId } from '#shared/domain/team/person.ts';

export type NewEvaluation = {
  readonly title: string;
  readonly language: Language;
  readonly summary?: string;
  readonly interventions:
    readonly Pick<Intervention, 'code' | 'title'>[] | readonly Omit<Intervention, 'id' | 'order'>[];
  readonly person: { readonly id: PersonId; readonly name: string };
};

/** The first change of a project: the evaluation, its maker, its interventions and the nine criteria. */
export function newEvaluation(input: NewEvaluation, randomBytes: RandomBytes): Draft {
  const empty = { donors: '', budget: '', startDate: '', endDate: '', objectives: '' };
  const ops: Operation[] = [
    setOperation('evaluation', THE_EVALUATION, {
      title: input.title,
      language: input.language,
      summary: input.summary ?? '',
    }),
    newPersonOperation(input.person.id, input.person.name),
    ...input.interventions.map((intervention, index) =>
      setOperation('intervention', drawId<'intervention'>(randomBytes), {
        ...empty,
        ...intervention,
        order: index + 1,
      }),
    ),
    ...criteria.map((criterion, index) =>
      setOperation('code', asId<'code'>(`criterion-${criterion.slug}`), {
        name: criterion.wording[input.language].name,
        parent: null,
        criterion: criterion.slug,
        key: criterion.key,
        color: criterion.color,
        definition: criterion.wording[input.language].definition,
        hidden: false,
        order: index + 1,
      }),
    ),
  ];
  return { label: { key: 'new-evaluation', values: { title: input.title } }, ops };
}

/** Changes title or summary. */
export function editEvaluation(values: Partial<Omit<Evaluation, 'id'>>): Draft {
  return { label: { key: 'edit-evaluation', values: {} }, ops: [setOperation('evaluation', THE_EVALUATION, values)] };
}

/** Adds an intervention. */
export function addIntervention(
  project: Project,
  input: Pick<Intervention, 'code' | 'title'>,
  randomBytes: RandomBytes,
): Draft {
  const order = Math.max(0, ...project.all('intervention').map((item) => item.order)) + 1;
  const values = { ...input, donors: '', budget: '', startDate: '', endDate: '', objectives: '', order };
  return {
    label: { key: 'add-intervention', values: { code: input.code } },
    ops: [setOperation('intervention', drawId<'intervention'>(randomBytes), values)],
  };
}

/** Changes what is known about an intervention. */
export function editIntervention(item: Intervention, values: Partial<Omit<Intervention, 'id'>>): Draft {
  return {
    label: { key: 'edit-intervention', values: { code: item.code } },
    ops: [setOperation('intervention', item.id, values)],
  };
}

/** Puts an intervention before (-1) or after (1) its neighbour; null at the end of the list. */
export function shiftIntervention(project: Project, item: Intervention, by: -1 | 1): Draft | null {
  const all = [...project.all('intervention')];
  const place = all.findIndex(({ id }) => id === item.id);
  const target = place + by;
  if (place < 0 || target < 0 || target >= all.length) return null;
  all.splice(place, 1);
  all.splice(target, 0, item);
  return {
    label: { key: 'edit-intervention', values: { code: item.code } },
    ops: all.flatMap((one, index) =>
      one.order === index + 1 ? [] : [setOperation('intervention', one.id, { order: index + 1 })],
    ),
  };
}

/** Removes an intervention; sources keep their words and codings. */
export function removeIntervention(item: Intervention): Draft {
  return {
    label: { key: 'remove-intervention', values: { code: item.code } },
    ops: [removeOperation('intervention', item.id)],
  };
}

/** The operation that makes a member of the team known. */
export function newPersonOperation(id: PersonId, name: string): Operation {
  return setOperation('person', id, { name, initials: initialsOf(name) });
}

/** Finds the member of the team of this name, exactly as written. */
export function findPersonByName(project: Project, name: string): Person | undefined {
  return project.all('person').find((person) => person.name === name);
}
