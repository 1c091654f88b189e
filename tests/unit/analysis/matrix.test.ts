import { describe, expect, it } from 'vitest';
import { CodingFacts } from '#shared/analysis/coding-facts.ts';
import { buildMatrix, type MatrixRow } from '#shared/analysis/matrix.ts';
import type { MatrixColumns } from '#shared/analysis/matrix-scope.ts';
import type { Direction } from '#shared/domain/coding/coding.ts';
import { judgeConvergence } from '#shared/domain/findings/finding-edits.ts';
import { linkEvidence } from '#shared/domain/evidence/evidence-link.ts';
import { asId } from '#shared/basics/ids.ts';
import type { CodeId } from '#shared/domain/codebook/code.ts';
import { ANA, ANSWER, EFFECTIVENESS, ExampleProject, RELEVANCE } from '#tests/unit/analysis/example-project.ts';

type Votes = readonly [plus: number, minus: number];

/** The material of the vectors: 12 interviews, 4 focus groups, 60 respondents, 9 documents. */
class VectorProject extends ExampleProject {
  readonly interviews = Array.from({ length: 12 }, (_, n) => this.addSource(`interview-${n}`, 'interview'));
  readonly groups = Array.from({ length: 4 }, (_, n) => this.addSource(`group-${n}`, 'focus-group'));
  readonly survey = this.addQuestionnaire('survey', 60);
  readonly documents = Array.from({ length: 9 }, (_, n) => this.addSource(`document-${n}`, 'document'));

  say(code: CodeId, votes: { interviews: Votes; groups: Votes; survey: Votes; documents: Votes }): void {
    this.spread(votes.interviews, (n, direction) => this.code(this.interviews[n] as never, code, direction));
    this.spread(votes.groups, (n, direction) => this.code(this.groups[n] as never, code, direction));
    this.spread(votes.survey, (n, direction) => this.codeAnswer(this.survey, code, n, direction));
    this.spread(votes.documents, (n, direction) => this.code(this.documents[n] as never, code, direction));
  }

  row(id: string, columns: MatrixColumns = 'method'): MatrixRow {
    const matrix = buildMatrix(this.project, { rows: 'code', columns, facts: this.facts() });
    return matrix.rows.find((row) => row.id === id) as MatrixRow;
  }

  private spread([plus, minus]: Votes, say: (n: number, direction: Direction) => unknown): void {
    for (let n = 0; n < plus; n += 1) say(n, 'supports');
    for (let n = 0; n < minus; n += 1) say(plus + n, 'contradicts');
  }
}

describe('vectors through a whole project', () => {
  const example = new VectorProject();
  const training = example.addCode('training used', EFFECTIVENESS);
  const referral = example.addCode('referral works', EFFECTIVENESS);
  const tool = example.addCode('tool known', EFFECTIVENESS);
  example.say(training, { interviews: [9, 0], groups: [3, 0], survey: [45, 5], documents: [6, 0] });
  example.say(referral, { interviews: [8, 1], groups: [1, 3], survey: [0, 0], documents: [4, 0] });
  example.say(tool, { interviews: [10, 0], groups: [1, 0], survey: [0, 0], documents: [0, 0] });

  it('V1', () => {
    const row = example.row(training);
    expect(row.convergence.suggested).toBe('agreement');
    expect(row.strength.suggested).toBe('triangulated');
    expect(row.strength.facts).toMatchObject({ supporting: 9 + 3 + 45 + 6, contrary: 5 });
    expect(row.strength.facts.methods).toHaveLength(4);
    expect(row.independentSources).toBe(9 + 3 + 50 + 6);
    expect(row.cells.map((cell) => [cell.column, cell.supports, cell.contradicts])).toEqual([
      ['interview', 9, 0],
      ['focus-group', 3, 0],
      ['questionnaire', 45, 5],
      ['document', 6, 0],
    ]);
    expect(row.cells.map((cell) => cell.sources)).toEqual([9, 3, 1, 6]);
  });

  it('V2', () => {
    const row = example.row(referral);
    expect(row.convergence.suggested).toBe('dissonance');
    expect(row.convergence.silent).toEqual([{ column: 'questionnaire', kind: 'nothing-said' }]);
    expect(row.strength.suggested).toBe('contested');
    expect(row.strength.scale).not.toBe('strong');
    expect(row.strength.facts).toMatchObject({ supporting: 13, contrary: 4, opposedMethods: ['focus-group'] });
  });

  it('V3', () => {
    const matrix = buildMatrix(example.project, {
      rows: 'code',
      columns: 'method',
      segmentsOf: example.segmentsOf,
      wasAsked: (row, column) => (row === tool ? column !== 'questionnaire' : null),
    });
    const row = matrix.rows.find((item) => item.id === tool) as MatrixRow;
    expect(row.convergence.suggested).toBe('partial-agreement');
    expect(row.convergence.silent).toEqual([
      { column: 'questionnaire', kind: 'not-asked' },
      { column: 'document', kind: 'nothing-said' },
    ]);
  });

  it('adds up child codes in the row of the criterion', () => {
    const row = example.row(EFFECTIVENESS);
    expect(row.codings).toBe(9 + 3 + 50 + 6 + 9 + 4 + 4 + 10 + 1);
    expect(row.independentSources).toBe(10 + 4 + 50 + 6);
  });
});

describe('voices in cells', () => {
  it('gives a voice one vote; both ways is mixed; neutral speaks without a vote', () => {
    const example = new ExampleProject();
    const [both, twice, neutral] = ['a', 'b', 'c'].map((id) => example.addSource(id, 'interview'));
    example.code(both as never, EFFECTIVENESS, 'supports');
    example.code(both as never, EFFECTIVENESS, 'contradicts', 10);
    example.code(twice as never, EFFECTIVENESS, 'contradicts');
    example.code(twice as never, EFFECTIVENESS, 'contradicts', 20);
    example.code(neutral as never, EFFECTIVENESS, 'neutral');
    const cell = cellOf(example, EFFECTIVENESS, 'interview');
    expect(cell).toMatchObject({ sources: 3, independentSources: 3, supports: 0, contradicts: 1, mixed: 1 });
    expect(cell.codings).toHaveLength(5);
  });

  it('counts a dependency group once', () => {
    const example = new ExampleProject();
    for (const id of ['a', 'b']) {
      example.code(example.addSource(id, 'document', { dependencyGroup: 'ministry' }), EFFECTIVENESS);
    }
    example.code(example.addSource('c', 'document'), EFFECTIVENESS);
    expect(cellOf(example, EFFECTIVENESS, 'document')).toMatchObject({
      sources: 3,
      independentSources: 2,
      supports: 2,
    });
  });

  it('takes the respondent from the answer that holds the start of the coding', () => {
    const example = new ExampleProject();
    const survey = example.addQuestionnaire('survey', 3);
    example.code(survey, EFFECTIVENESS, 'supports', 0);
    example.code(survey, EFFECTIVENESS, 'supports', ANSWER - 2, ANSWER + 4);
    example.code(survey, EFFECTIVENESS, 'supports', ANSWER);
    const cell = cellOf(example, EFFECTIVENESS, 'questionnaire');
    expect(cell).toMatchObject({ sources: 1, independentSources: 2, participants: 2 });
  });

  it('keeps the codings of a row in the order of the text', () => {
    const example = new ExampleProject();
    const source = example.addSource('a', 'interview');
    const [late, early] = [example.code(source, EFFECTIVENESS, 'supports', 50), example.code(source, EFFECTIVENESS)];
    expect(cellOf(example, EFFECTIVENESS, 'interview').codings).toEqual([early, late]);
  });

  it('leaves out codings of removed codes', () => {
    const example = new ExampleProject();
    example.code(example.addSource('a', 'interview'), asId<'code'>('gone'));
    expect(cellOf(example, EFFECTIVENESS, 'interview').independentSources).toBe(0);
  });
});

describe('contents that come to hand later', () => {
  it('are taken up, also those of an older revision', () => {
    const example = new ExampleProject();
    const survey = example.addQuestionnaire('survey', 3);
    const segments = example.segments.get(survey) ?? [];
    example.codeAnswer(survey, EFFECTIVENESS, 0);
    example.codeAnswer(survey, EFFECTIVENESS, 1);
    const older = example.project.get('source', survey)?.revision;
    example.set('source', survey, { revision: asId<'content'>('newer') });
    const atHand = new Set<string>(['newer']);
    const facts = new CodingFacts(example.project, (_source, revision) =>
      atHand.has(revision) ? segments : undefined,
    );
    const voices = (): number | undefined =>
      buildMatrix(example.project, { rows: 'criterion', columns: 'method', facts }).rows.find(
        (row) => row.id === EFFECTIVENESS,
      )?.independentSources;
    expect(voices()).toBe(1);
    atHand.add(older ?? '');
    expect(voices()).toBe(2);
  });
});

describe('columns by group', () => {
  function focusGroup(): ExampleProject {
    const example = new ExampleProject();
    const police = example.addParticipant('p1', { group: 'police' });
    const victims = example.addParticipant('p2', { group: 'services' });
    const source = example.addSource('group', 'focus-group', {
      speakers: { P1: { participant: police }, P2: { participant: victims }, M: { interviewer: true } },
    });
    const turn = (start: number, speaker: string) => ({ start, end: start + 10, role: 'turn' as const, speaker });
    example.segments.set(source, [
      { start: 0, end: 40, role: 'page', page: 1 },
      turn(0, 'M'),
      turn(10, 'P1'),
      turn(20, 'M'),
      turn(30, 'P2'),
    ]);
    return example;
  }

  it('puts a turn in the column of its speaker, and a question marked with its answer too', () => {
    const example = focusGroup();
    example.code(asId<'source'>('group'), EFFECTIVENESS, 'supports', 12, 18);
    example.code(asId<'source'>('group'), EFFECTIVENESS, 'contradicts', 20, 39);
    const matrix = buildMatrix(example.project, { rows: 'criterion', columns: 'group', facts: example.facts() });
    const row = matrix.rows.find((item) => item.id === EFFECTIVENESS) as MatrixRow;
    expect(row.cells.map((cell) => [cell.column, cell.supports, cell.contradicts, cell.participants])).toEqual([
      ['police', 1, 0, 1],
      ['services', 0, 1, 1],
    ]);
    expect(row.independentSources).toBe(1);
    expect(row.convergence.suggested).toBe('dissonance');
    expect(matrix.columns.map((column) => column.potentialVoices)).toEqual([1, 1]);
  });

  it('says "not stated" when it is not known which of several groups speaks, and compares it with nothing', () => {
    const example = focusGroup();
    example.code(asId<'source'>('group'), EFFECTIVENESS, 'supports', 2, 6);
    const matrix = buildMatrix(example.project, { rows: 'criterion', columns: 'group', facts: example.facts() });
    const row = matrix.rows.find((item) => item.id === EFFECTIVENESS) as MatrixRow;
    expect(row.cells.find((cell) => cell.column === 'not-stated')).toMatchObject({ supports: 1, participants: 2 });
    expect(matrix.columns.at(-1)).toMatchObject({ id: 'not-stated', isStated: false });
    expect(row.convergence).toMatchObject({ suggested: 'silence', speaking: 0 });
    expect(row.convergence.silent.map((silent) => silent.column)).not.toContain('not-stated');
  });

  it('falls back on what all participants share, then on the attribute of the source', () => {
    const example = new ExampleProject();
    const one = example.addParticipant('one', { attributes: { Estado: 'Puebla' } });
    example.code(example.addSource('a', 'interview', { speakers: { A: { participant: one } } }), EFFECTIVENESS);
    example.code(example.addSource('b', 'document', { attributes: { Estado: 'Jalisco' } }), EFFECTIVENESS);
    const matrix = buildMatrix(example.project, {
      rows: 'criterion',
      columns: 'attribute:Estado',
      facts: example.facts(),
    });
    expect(matrix.columns.map((column) => column.id)).toEqual(['Jalisco', 'Puebla']);
  });

  it('puts a source of two interventions in both columns and counts it once in the row', () => {
    const example = new ExampleProject();
    const empty = { donors: '', budget: '', startDate: '', endDate: '', objectives: '' };
    for (const [order, id] of ['i1', 'i2', 'i3'].entries()) {
      example.set('intervention', asId<'intervention'>(id), { code: id.toUpperCase(), title: id, order, ...empty });
    }
    example.code(
      example.addSource('a', 'interview', { interventions: { i1: true, i2: true } as never }),
      EFFECTIVENESS,
    );
    const matrix = buildMatrix(example.project, { rows: 'criterion', columns: 'intervention', facts: example.facts() });
    const row = matrix.rows.find((item) => item.id === EFFECTIVENESS) as MatrixRow;
    expect(matrix.columns.map((column) => [column.id, column.label])).toEqual([
      ['i1', 'I1'],
      ['i2', 'I2'],
      ['i3', 'I3'],
    ]);
    expect(row.cells.map((cell) => cell.supports)).toEqual([1, 1, 0]);
    expect(row).toMatchObject({ codings: 1, independentSources: 1 });
  });
});

describe('filters', () => {
  const example = new ExampleProject();
  const participant = example.addParticipant('p', { group: 'Policía', gender: 'mujer' });
  const interview = example.addSource('a', 'interview', { speakers: { P: { participant } } });
  const document = example.addSource('b', 'document', { attributes: { Estado: 'Puebla' } });
  example.code(interview, EFFECTIVENESS);
  example.code(document, EFFECTIVENESS);
  const voices = (...where: { name: string; value: string }[]): number => {
    const matrix = buildMatrix(example.project, {
      rows: 'criterion',
      columns: 'method',
      where,
      facts: example.facts(),
    });
    return matrix.rows.find((item) => item.id === EFFECTIVENESS)?.independentSources ?? -1;
  };

  it('takes several values of one name as alternatives, several names together', () => {
    expect(voices()).toBe(2);
    expect(voices({ name: 'method', value: 'interview' })).toBe(1);
    expect(voices({ name: 'method', value: 'interview' }, { name: 'method', value: 'document' })).toBe(2);
    expect(voices({ name: 'method', value: 'document' }, { name: 'gender', value: 'mujer' })).toBe(0);
    expect(voices({ name: 'group', value: 'policia' })).toBe(1);
    expect(voices({ name: 'Estado', value: 'Puebla' })).toBe(1);
    expect(voices({ name: 'attribute:Estado', value: 'Jalisco' })).toBe(0);
    expect(voices({ name: 'coder', value: 'Ana Robles' })).toBe(2);
    expect(voices({ name: 'coder', value: 'Nobody' })).toBe(0);
  });
});

describe('rows of findings', () => {
  it('count the linked codings, keep a judgement beside the suggestion, and skip removed evidence', () => {
    const example = new ExampleProject();
    const sources = ['a', 'b', 'c'].map((id) => example.addSource(id, id === 'c' ? 'document' : 'interview'));
    const codings = sources.map((source) => example.code(source, RELEVANCE));
    const finding = asId<'finding'>('finding');
    example.set('finding', finding, {
      number: 'F1.1',
      criterion: RELEVANCE,
      title: 'It fits',
      text: '',
      strength: 'moderate',
      strengthReason: 'few interviews',
      contested: '',
      order: 1,
      evidence: Object.fromEntries(codings.map((id) => [id, linkEvidence(example.project.get('coding', id) as never)])),
    });
    example.apply(
      judgeConvergence({ subject: finding, columns: 'method', convergence: 'dissonance', reason: 'read it', by: ANA }),
    );
    const build = (): MatrixRow =>
      buildMatrix(example.project, { rows: 'finding', columns: 'method', facts: example.facts() }).rows[0] as MatrixRow;
    expect(build()).toMatchObject({
      label: 'F1.1 It fits',
      independentSources: 3,
      convergence: { suggested: 'agreement', judgement: { convergence: 'dissonance', reason: 'read it' } },
      strength: { suggested: 'triangulated', judged: 'moderate', reason: 'few interviews' },
    });
    example.removeCoding(codings[2] as never);
    expect(build()).toMatchObject({ independentSources: 2, strength: { suggested: 'partial' } });
  });
});

function cellOf(example: ExampleProject, row: CodeId, column: string) {
  const matrix = buildMatrix(example.project, { rows: 'criterion', columns: 'method', facts: example.facts() });
  const cell = matrix.rows.find((item) => item.id === row)?.cells.find((item) => item.column === column);
  if (!cell) throw new Error(`No cell ${row} ${column}`);
  return cell;
}
