/** Questions as rows of the matrix, and silence told apart by what was planned. */
import { beforeEach, describe, expect, it } from 'vitest';
import { buildMatrix } from '#shared/analysis/matrix.ts';
import type { MatrixRows } from '#shared/analysis/matrix-rows.ts';
import type { MatrixColumns } from '#shared/analysis/matrix-scope.ts';
import type { Draft } from '#shared/domain/change/change.ts';
import { addIntervention } from '#shared/domain/evaluation/evaluation-edits.ts';
import { setFindingQuestion } from '#shared/domain/evaluation/intervention-scope-edits.ts';
import { addPlannedSample } from '#shared/domain/evaluation/planned-sample-edits.ts';
import { addQuestion, setQuestionEntry, type QuestionMap } from '#shared/domain/evaluation/question-edits.ts';
import type { QuestionId } from '#shared/domain/evaluation/question.ts';
import { addFinding } from '#shared/domain/findings/finding-edits.ts';
import { EFFECTIVENESS, ExampleProject, RELEVANCE } from '#tests/unit/analysis/example-project.ts';
import { seededBytes } from '#tests/support/random.ts';

let example: ExampleProject;
const bytes = seededBytes(5);

beforeEach(() => {
  example = new ExampleProject();
});

function ask(text: string, criterion = EFFECTIVENESS, parent: QuestionId | null = null): QuestionId {
  const above = parent ? example.project.get('question', parent)! : null;
  return made(addQuestion(example.project, { parent: above, criterion, text }, bytes));
}
function made<Id>({ id, draft }: { readonly id: Id; readonly draft: Draft }): Id {
  example.apply(draft);
  return id;
}
function plan(question: QuestionId, map: QuestionMap, ...entries: readonly string[]): void {
  for (const entry of entries) {
    example.apply(setQuestionEntry(example.project.get('question', question)!, map, entry, true));
  }
}
function matrix(rows: MatrixRows, columns: MatrixColumns = 'method') {
  return buildMatrix(example.project, { rows, columns, segmentsOf: example.segmentsOf });
}
const rowOf = (rows: MatrixRows, id: string, columns: MatrixColumns = 'method') =>
  matrix(rows, columns).rows.find((row) => row.id === id)!;

describe('rows by question', () => {
  it('stand in the order of their criteria, each followed by its sub-questions', () => {
    const used = ask('Was it used?');
    ask('Was it needed?', RELEVANCE);
    ask('By whom?', EFFECTIVENESS, used);
    example.set('question', ask('Whose question?'), { criterion: null });
    expect(matrix('question').rows.map(({ label, depth }) => [label, depth])).toEqual([
      ['1.1 Was it needed?', 0],
      ['4.1 Was it used?', 0],
      ['4.1.1 By whom?', 1],
      ['4.2 Whose question?', 0],
    ]);
  });

  it('hold the excerpts of their codes and findings, each once, and those of their sub-questions', () => {
    const training = example.addCode('training', EFFECTIVENESS);
    const below = example.addCode('quality', training);
    const used = ask('Was it used?');
    const sub = ask('Was it good?', EFFECTIVENESS, used);
    const source = example.addSource('E-01', 'interview');
    const other = example.addSource('E-02', 'interview');
    const inCode = example.code(source, training);
    const inBelow = example.code(source, below);
    const elsewhere = example.code(other, RELEVANCE);
    plan(sub, 'codes', training);
    const row = () => rowOf('question', used);
    expect(row().codings).toBe(2);
    const criterion = example.project.get('code', EFFECTIVENESS)!;
    const evidence = [inCode, elsewhere].map((id) => example.project.get('coding', id)!);
    const finding = made(addFinding(example.project, { criterion, title: 'F', text: '', evidence }, bytes));
    example.apply(setFindingQuestion(example.project.get('finding', finding)!, used, true));
    expect(row()).toMatchObject({ codings: 3, sources: 2, independentSources: 2 });
    expect(row().cells[0]!.codings).toEqual([inCode, inBelow, elsewhere]);
    expect(rowOf('question', sub).codings).toBe(2);
  });
});

describe('silence', () => {
  beforeEach(() => {
    example.addSource('E-01', 'interview', {
      speakers: { A: { participant: example.addParticipant('A', { group: 'Police' }) } },
    });
    example.addSource('D-01', 'document');
    example.addQuestionnaire('Q', 3);
  });
  const silence = (rows: MatrixRows, id: string, columns: MatrixColumns = 'method') =>
    Object.fromEntries(rowOf(rows, id, columns).convergence.silent.map(({ column, kind }) => [column, kind]));

  it('is told by who was there as long as nothing is planned', () => {
    const question = ask('Was it used?');
    expect(silence('question', question)).toEqual({
      interview: 'nothing-said',
      'focus-group': 'not-asked',
      questionnaire: 'nothing-said',
      document: 'nothing-said',
    });
  });

  it('is told by the plan: of the question, its criterion, its codes', () => {
    const question = ask('Was it used?');
    const sub = ask('By whom?', EFFECTIVENESS, question);
    const training = example.addCode('training', EFFECTIVENESS);
    const routes = example.addCode('routes', EFFECTIVENESS);
    plan(question, 'methods', 'interview', 'focus-group');
    plan(sub, 'methods', 'document');
    plan(sub, 'codes', training);
    const all = {
      interview: 'nothing-said',
      'focus-group': 'not-asked',
      questionnaire: 'not-asked',
      document: 'nothing-said',
    };
    expect(silence('question', question)).toEqual(all);
    expect(silence('criterion', EFFECTIVENESS)).toEqual(all);
    expect(silence('code', routes)).toEqual(all);
    expect(silence('code', training)).toEqual({ ...all, interview: 'not-asked' });
    // Another criterion has no plan.
    expect(silence('criterion', RELEVANCE)).toMatchObject({ questionnaire: 'nothing-said' });
  });

  it('is taken from the question above where a sub-question plans nothing itself', () => {
    const question = ask('Was it used?');
    const sub = ask('By whom?', EFFECTIVENESS, question);
    plan(question, 'methods', 'document');
    expect(silence('question', sub)).toMatchObject({ interview: 'not-asked', document: 'nothing-said' });
  });

  it('of a group does not mind how its name is written', () => {
    const question = ask('Was it used?');
    plan(question, 'groups', ' POLICE ');
    expect(silence('question', question, 'group')).toEqual({ Police: 'nothing-said' });
    plan(question, 'groups', 'Judges');
    expect(silence('question', question, 'group')).toEqual({ Police: 'nothing-said' });
  });

  it('of an intervention: a question that names none is asked of all', () => {
    for (const code of ['A', 'B']) example.apply(addIntervention(example.project, { code, title: '' }, bytes));
    const [a, b] = example.project.all('intervention').map(({ id }) => id);
    example.addSource('E-09', 'interview', { interventions: { [a!]: true, [b!]: true } });
    const question = ask('Was it used?');
    expect(silence('question', question, 'intervention')).toEqual({ [a!]: 'nothing-said', [b!]: 'nothing-said' });
    plan(question, 'interventions', a!);
    expect(silence('question', question, 'intervention')).toEqual({ [a!]: 'nothing-said', [b!]: 'not-asked' });
  });

  it('under a criterion that a question of another one bears on', () => {
    const question = ask('Was it used?');
    plan(question, 'methods', 'interview');
    plan(question, 'criteria', RELEVANCE);
    expect(silence('criterion', RELEVANCE)).toMatchObject({ questionnaire: 'not-asked', interview: 'nothing-said' });
  });
});

it('columns say how many voices were planned, and who was to be heard and was not has a column', () => {
  example.addSource('E-01', 'interview', {
    speakers: { A: { participant: example.addParticipant('A', { group: 'Police' }) } },
  });
  for (const [group, planned] of [
    ['police', 2],
    ['Police', 3],
    ['Judges', 4],
  ] as const) {
    made(addPlannedSample(example.project, { method: 'interview', group, planned }, bytes));
  }
  const planned = (columns: MatrixColumns) =>
    Object.fromEntries(matrix('criterion', columns).columns.map((column) => [column.id, column.planned]));
  expect(planned('group')).toEqual({ Police: 5, Judges: 4 });
  expect(planned('method')).toEqual({ interview: 9, 'focus-group': null, questionnaire: null, document: null });
  expect(matrix('criterion', 'group').rows[0]!.cells.map(({ codings }) => codings.length)).toEqual([0, 0]);
});
