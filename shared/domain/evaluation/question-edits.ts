/** Edits of the evaluation matrix, each a pure function from what is there to a draft of a change. */
import { drawId, type RandomBytes } from '#shared/basics/ids.ts';
import type { Draft, Operation } from '#shared/domain/change/change.ts';
import { removeOperation, setMapEntry, setOperation } from '#shared/domain/change/fields.ts';
import type { CodeId } from '#shared/domain/codebook/code.ts';
import { newCodeValues } from '#shared/domain/codebook/codebook-edits.ts';
import { isCriterion } from '#shared/domain/evaluation/criterion-code.ts';
import { buildQuestionTree, codeNameOf } from '#shared/domain/evaluation/question-tree.ts';
import type { Question, QuestionId } from '#shared/domain/evaluation/question.ts';
import type { Project } from '#shared/domain/project/project.ts';

/** The maps of a question, each with its entries. */
export type QuestionMap = 'methods' | 'groups' | 'interventions' | 'codes' | 'criteria';

/** A question without anything but its place. */
function emptyQuestion(place: Pick<Question, 'number' | 'parent' | 'criterion' | 'order'>): Omit<Question, 'id'> {
  return {
    ...place,
    text: '',
    standard: '',
    indicators: '',
    assumptions: '',
    sources: '',
    analysis: '',
    limits: '',
    answer: '',
    methods: {},
    groups: {},
    interventions: {},
    codes: {},
    criteria: {},
  };
}

/** Adds a question under a criterion (4.1, 4.2 ...), or a sub-question (4.1.1 ...), after its siblings. */
export function addQuestion(
  project: Project,
  input: { readonly parent: Question | null; readonly criterion: CodeId | null; readonly text: string },
  randomBytes: RandomBytes,
): { id: QuestionId; draft: Draft } {
  const id = drawId<'question'>(randomBytes);
  const { parent } = input;
  const criterion = parent ? null : input.criterion;
  const siblings = project.all('question').filter((one) => one.parent === (parent?.id ?? null));
  const number = nextQuestionNumber(project, parent, criterion);
  const order = Math.max(0, ...siblings.map((one) => one.order)) + 1;
  const values = { ...emptyQuestion({ number, parent: parent?.id ?? null, criterion, order }), text: input.text };
  return {
    id,
    draft: { label: { key: 'add-question', values: { number } }, ops: [setOperation('question', id, values)] },
  };
}

/** The first number that is free behind the last one there: 4.3 under the fourth criterion, 4.3.1 under a question. */
function nextQuestionNumber(project: Project, parent: Question | null, criterion: CodeId | null): string {
  const criteria = project.all('code').filter(isCriterion);
  const stem = parent ? parent.number : String(criteria.findIndex((code) => code.id === criterion) + 1);
  const taken = project.all('question').flatMap(({ number }) => {
    const last = number.startsWith(`${stem}.`) ? number.slice(stem.length + 1) : '';
    return /^\d+$/u.test(last) ? [Number(last)] : [];
  });
  return `${stem}.${Math.max(0, ...taken) + 1}`;
}

/** Changes the words or number of a question. */
export function editQuestion(question: Question, values: Partial<Omit<Question, 'id' | QuestionMap>>): Draft {
  return {
    label: { key: 'edit-question', values: { number: question.number } },
    ops: [setOperation('question', question.id, values)],
  };
}

/** Plans a method, group or intervention for a question, or links a code or criterion; or takes it away. */
export function setQuestionEntry(question: Question, map: QuestionMap, entry: string, isOn: boolean): Draft {
  return {
    label: { key: 'edit-question', values: { number: question.number } },
    ops: [setMapEntry('question', question.id, map, entry, isOn ? true : null)],
  };
}

/** Puts a question before (-1) or after (1) its neighbour; null at the end of the list. */
export function shiftQuestion(project: Project, question: Question, by: -1 | 1): Draft | null {
  const tree = buildQuestionTree(project.all('question'));
  const siblings = tree.siblingsOf(question);
  const place = siblings.findIndex((one) => one.id === question.id);
  const target = place + by;
  if (place < 0 || target < 0 || target >= siblings.length) return null;
  const moved = [...siblings];
  moved.splice(place, 1);
  moved.splice(target, 0, question);
  return {
    label: { key: 'move-question', values: { number: question.number } },
    ops: moved.flatMap((one, index) =>
      one.order === index + 1 ? [] : [setOperation('question', one.id, { order: index + 1 })],
    ),
  };
}

/**
 * Moves a question under a criterion or under another question; its number stays. Null when it would stand under
 * itself.
 */
export function moveQuestion(
  project: Project,
  question: Question,
  target: { readonly parent: Question | null; readonly criterion: CodeId | null },
): Draft | null {
  const tree = buildQuestionTree(project.all('question'));
  if (target.parent && tree.withDescendants(question.id).some(({ id }) => id === target.parent?.id)) return null;
  const parent = target.parent?.id ?? null;
  const orders = project.all('question').flatMap((one) => (one.parent === parent ? one.order : []));
  const values = { parent, criterion: parent ? null : target.criterion, order: Math.max(0, ...orders) + 1 };
  return {
    label: { key: 'move-question', values: { number: question.number } },
    ops: [setOperation('question', question.id, values)],
  };
}

/** Removes a question with its sub-questions, and the links of findings to them; excerpts and codes stay. */
export function removeQuestion(project: Project, question: Question): Draft {
  const gone = buildQuestionTree(project.all('question'))
    .withDescendants(question.id)
    .map(({ id }) => id);
  const links = project
    .all('finding')
    .flatMap((finding) =>
      gone
        .filter((id) => finding.questions?.[id])
        .map((id) => setMapEntry('finding', finding.id, 'questions', id, null)),
    );
  return {
    label: { key: 'remove-question', values: { number: question.number } },
    ops: [...links, ...gone.map((id) => removeOperation('question', id))],
  };
}

/** Makes a code of its own for a question under its criterion, so that excerpts can be coded straight to it. */
export function addQuestionCode(
  project: Project,
  question: Question,
  randomBytes: RandomBytes,
): { id: CodeId; draft: Draft } {
  const id = drawId<'code'>(randomBytes);
  const name = codeNameOf(question);
  const parent = buildQuestionTree(project.all('question')).criterionOf(question);
  const known = parent && project.get('code', parent) ? parent : null;
  const values = newCodeValues(project.all('code'), { name, parent: known, definition: question.text });
  const ops: Operation[] = [setOperation('code', id, values), setMapEntry('question', question.id, 'codes', id, true)];
  return { id, draft: { label: { key: 'add-code', values: { code: name } }, ops } };
}
