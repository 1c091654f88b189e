/** The plan of an evaluation: questions, criteria, who is to be heard, and what becomes of links to what is removed. */
import { asId } from '#shared/basics/ids.ts';
import { buildMatrix } from '#shared/analysis/matrix.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  addKnownCriterion,
  addOwnCriterion,
  missingCriteria,
  shiftCriterion,
} from '#shared/domain/evaluation/criterion-edits.ts';
import { isCriterion } from '#shared/domain/evaluation/criterion-code.ts';
import { addIntervention, removeIntervention } from '#shared/domain/evaluation/evaluation-edits.ts';
import {
  setCodingIntervention,
  setFindingIntervention,
  setFindingQuestion,
} from '#shared/domain/evaluation/intervention-scope-edits.ts';
import {
  addPlannedSample,
  editPlannedSample,
  removePlannedSample,
} from '#shared/domain/evaluation/planned-sample-edits.ts';
import {
  addQuestion,
  addQuestionCode,
  editQuestion,
  moveQuestion,
  removeQuestion,
  setQuestionEntry,
  shiftQuestion,
} from '#shared/domain/evaluation/question-edits.ts';
import { buildQuestionTree, codeNameOf } from '#shared/domain/evaluation/question-tree.ts';
import type { Question } from '#shared/domain/evaluation/question.ts';
import { removeCode } from '#shared/domain/codebook/codebook-edits.ts';
import { addFinding } from '#shared/domain/findings/finding-edits.ts';
import { dismissGap, recallGap } from '#shared/domain/gaps/gap-edits.ts';
import { ANA, EFFECTIVENESS, ExampleProject, RELEVANCE } from '#tests/unit/analysis/example-project.ts';
import { seededBytes } from '#tests/support/random.ts';

let example: ExampleProject;
const bytes = seededBytes(3);

beforeEach(() => {
  example = new ExampleProject();
});

function ask(text: string, parent: Question | null = null, criterion = EFFECTIVENESS): Question {
  const { id, draft } = addQuestion(example.project, { parent, criterion, text }, bytes);
  example.apply(draft);
  return example.project.get('question', id)!;
}
const numbers = () => buildQuestionTree(example.project.all('question')).flat.map(({ question }) => question.number);

describe('questions', () => {
  it('are numbered under their criterion and their question, and numbers are not used twice', () => {
    const first = ask('Was training used?');
    const second = ask('Do referrals work?');
    const sub = ask('By whom?', first);
    expect([first.number, second.number, sub.number]).toEqual(['4.1', '4.2', '4.1.1']);
    expect(ask('Was it needed?', null, RELEVANCE).number).toBe('1.1');
    example.apply(removeQuestion(example.project, first));
    expect(numbers()).toEqual(['4.2', '1.1']);
    expect(ask('Something else?').number).toBe('4.3');
  });

  it('change places with their neighbours only', () => {
    const [a, b] = [ask('A'), ask('B')];
    const other = ask('Other', null, RELEVANCE);
    expect(shiftQuestion(example.project, a, -1)).toBeNull();
    expect(shiftQuestion(example.project, other, 1)).toBeNull();
    example.apply(shiftQuestion(example.project, b, -1)!);
    const tree = buildQuestionTree(example.project.all('question'));
    expect(tree.siblingsOf(example.project.get('question', a.id)!).map(({ text }) => text)).toEqual(['B', 'A']);
  });

  it('move under others with all below them, never under themselves', () => {
    const [a, b] = [ask('A'), ask('B')];
    const sub = ask('A sub', a);
    expect(moveQuestion(example.project, a, { parent: sub, criterion: null })).toBeNull();
    example.apply(moveQuestion(example.project, a, { parent: b, criterion: null })!);
    const tree = buildQuestionTree(example.project.all('question'));
    expect(tree.flat.map(({ question, depth }) => [question.text, depth])).toEqual([
      ['B', 0],
      ['A', 1],
      ['A sub', 2],
    ]);
    expect(tree.criterionOf(tree.byId.get(sub.id)!)).toBe(EFFECTIVENESS);
  });

  it('that stand in a loop, as a merge can leave them, are all still there', () => {
    const [a, b] = [ask('A'), ask('B')];
    example.set('question', a.id, { parent: b.id });
    example.set('question', b.id, { parent: a.id });
    expect(numbers().sort()).toEqual(['4.1', '4.2']);
  });

  it('that are removed leave no link in findings, and the codes stay', () => {
    const question = ask('A');
    const criterion = example.project.get('code', EFFECTIVENESS)!;
    const { id, draft } = addFinding(example.project, { criterion, title: 'T', text: '', evidence: [] }, bytes);
    example.apply(draft);
    example.apply(setFindingQuestion(example.project.get('finding', id)!, question.id, true));
    expect(example.project.get('finding', id)!.questions).toEqual({ [question.id]: true });
    example.apply(removeQuestion(example.project, question));
    expect(example.project.get('finding', id)!.questions).toEqual({});
  });

  it('have codes of their own, and lose the link when the code is removed', () => {
    const question = ask(`${'Were the trained officers able to use what they had learned in '.repeat(3)}?`);
    const made = addQuestionCode(example.project, question, bytes);
    example.apply(made.draft);
    const code = example.project.get('code', made.id)!;
    expect(code.parent).toBe(EFFECTIVENESS);
    expect(code.name.startsWith('4.1 Were the trained')).toBe(true);
    expect(code.name.length).toBeLessThan(70);
    expect(Object.keys(example.project.get('question', question.id)!.codes)).toEqual([code.id]);
    example.apply(removeCode(example.project, code));
    expect(example.project.get('question', question.id)!.codes).toEqual({});
  });

  it('plan groups under any name', () => {
    const question = ask('A');
    for (const group of ['Gob. del Estado', '__proto__', 'a|b']) {
      example.apply(setQuestionEntry(example.project.get('question', question.id)!, 'groups', group, true));
    }
    expect(Object.keys(example.project.get('question', question.id)!.groups)).toEqual([
      'Gob. del Estado',
      '__proto__',
      'a|b',
    ]);
  });

  it('keep the words that two people write in different parts', () => {
    const question = ask('A');
    example.apply(editQuestion(question, { indicators: 'Share of officers' }));
    example.apply(editQuestion(question, { limits: 'No baseline' }));
    expect(example.project.get('question', question.id)).toMatchObject({
      indicators: 'Share of officers',
      limits: 'No baseline',
    });
  });

  it('get short names for their codes, also without a blank to cut at', () => {
    expect(codeNameOf({ number: '1.1', text: 'x'.repeat(100) })).toHaveLength(65);
    expect(codeNameOf({ number: '1.1', text: '' })).toBe('1.1');
  });
});

describe('criteria', () => {
  const names = () =>
    example.project
      .all('code')
      .filter(isCriterion)
      .map((code) => code.name);

  it('are added once each, and those of the team count as criteria', () => {
    expect(missingCriteria(example.project).map(({ slug }) => slug)).toEqual(['design', 'partnerships']);
    example.apply(addKnownCriterion(example.project, missingCriteria(example.project)[0]!).draft);
    expect(missingCriteria(example.project).map(({ slug }) => slug)).toEqual(['partnerships']);
    example.apply(
      addOwnCriterion(example.project, { name: ' Learning ', definition: '', color: '#123456' }, bytes).draft,
    );
    expect(names().slice(-2)).toEqual(['Design', 'Learning']);
  });

  it('change places among themselves, over roots that are none', () => {
    example.addCode('Notes', null, { order: 1.5 });
    const coherence = example.project.all('code').find(({ name }) => name === 'Coherence')!;
    example.apply(shiftCriterion(example.project, coherence, -1)!);
    expect(names().slice(0, 3)).toEqual(['Coherence', 'Relevance', 'Efficiency']);
    expect(shiftCriterion(example.project, coherence, -1)).toBeNull();
    expect(example.project.all('code').map(({ name }) => name)).toContain('Notes');
  });
});

it('the sampling plan is a list of lines', () => {
  const { id, draft } = addPlannedSample(example.project, { method: 'interview', group: 'Police', planned: 4 }, bytes);
  example.apply(draft);
  example.apply(editPlannedSample(example.project.get('planned-sample', id)!, { invited: 6 }));
  expect(example.project.all('planned-sample')).toMatchObject([
    { method: 'interview', group: 'Police', planned: 4, invited: 6, declined: null, intervention: null },
  ]);
  example.apply(removePlannedSample(example.project.get('planned-sample', id)!));
  expect(example.project.all('planned-sample')).toEqual([]);
});

it('a gap is dismissed with a reason, once for all who dismiss it, and can be put back', () => {
  const dismissal = {
    gap: 'single-source',
    subject: 'q1',
    reason: 'Only one office knows.',
    by: ANA,
    at: '2026-01-01',
  };
  example.apply(dismissGap(dismissal));
  example.apply(dismissGap({ ...dismissal, reason: 'The ministry alone decides.' }));
  expect(example.project.all('gap-dismissal')).toMatchObject([{ reason: 'The ministry alone decides.' }]);
  example.apply(recallGap('single-source', 'q1'));
  expect(example.project.all('gap-dismissal')).toEqual([]);
});

it('an excerpt may say which intervention it is about, when its source concerns two', () => {
  for (const code of ['MEX-01', 'MEX-02']) {
    example.apply(addIntervention(example.project, { code, title: code }, bytes));
  }
  const [one, two] = example.project.all('intervention').map(({ id }) => id);
  const source = example.addSource('E-01', 'interview', { interventions: { [one!]: true, [two!]: true } });
  const coding = example.code(source, EFFECTIVENESS);
  const counts = () =>
    buildMatrix(example.project, { rows: 'criterion', columns: 'intervention', segmentsOf: example.segmentsOf })
      .rows.find(({ id }) => id === EFFECTIVENESS)!
      .cells.map((cell) => cell.codings.length);
  expect(counts()).toEqual([1, 1]);
  example.apply(setCodingIntervention([example.project.get('coding', coding)!], two!, true));
  expect(counts()).toEqual([0, 1]);
  example.apply(removeIntervention(example.project.get('intervention', two!)!));
  expect(counts()).toEqual([1]);
});

it('a finding may be about one intervention', () => {
  const criterion = example.project.get('code', EFFECTIVENESS)!;
  const { id, draft } = addFinding(example.project, { criterion, title: 'T', text: '', evidence: [] }, bytes);
  example.apply(draft);
  const finding = () => example.project.get('finding', id)!;
  example.apply(setFindingIntervention(finding(), asId('i1'), true));
  expect(finding().interventions).toEqual({ i1: true });
  example.apply(setFindingIntervention(finding(), asId('i1'), false));
  expect(finding().interventions).toEqual({});
});
