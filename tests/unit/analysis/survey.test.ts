import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CodingFacts } from '#shared/analysis/coding-facts.ts';
import { buildMatrix, type MatrixRow } from '#shared/analysis/matrix.ts';
import { suggestFindingStrength } from '#shared/analysis/strength.ts';
import { meanInterval, wilsonInterval } from '#shared/analysis/survey/intervals.ts';
import { figureOf, flagStatistic, linkOfFigure } from '#shared/analysis/survey/statistic-figures.ts';
import { countAnswers, filterRows } from '#shared/analysis/survey/survey-results.ts';
import { findQuestion, listQuestions } from '#shared/analysis/survey/survey-questions.ts';
import { asId } from '#shared/basics/ids.ts';
import {
  addStatistic,
  editStatistic,
  linkStatistic,
  removeStatistic,
  unlinkStatistic,
} from '#shared/domain/evidence/statistic-edits.ts';
import type { Statistic, StatisticId } from '#shared/domain/evidence/statistic.ts';
import type { Finding } from '#shared/domain/findings/finding.ts';
import type { ColumnRole, QuestionnaireTable } from '#shared/domain/source/source-content.ts';
import { removeSource } from '#shared/domain/source/source-edits.ts';
import type { SourceId } from '#shared/domain/source/source.ts';
import { ANA, EFFECTIVENESS, ExampleProject, RELEVANCE } from '#tests/unit/analysis/example-project.ts';

type Column = readonly [name: string, role: ColumnRole, label?: string];

function tableOf(columns: readonly Column[], rows: readonly (readonly string[])[]): QuestionnaireTable {
  return {
    columns: columns.map(([name, role, label]) => ({ name, role, label: label ?? name })),
    respondents: rows.map((_, row) => `r${row}`),
    rows,
  };
}

/** 60 respondents: 45 yes, 5 no, 10 say nothing; every third is a woman. */
const survey = tableOf(
  [
    ['used', 'closed', 'Do you use it?'],
    ['sex', 'attribute'],
    ['rating', 'closed'],
  ],
  Array.from({ length: 60 }, (_, n) => [
    n < 45 ? 'Yes' : n < 50 ? 'No' : '',
    n % 3 === 0 ? 'woman' : 'man',
    String((n % 5) + 1),
  ]),
);

class SurveyProject extends ExampleProject {
  table = survey;
  readonly source: SourceId = this.addQuestionnaire('survey', 60);

  override facts(): CodingFacts {
    return new CodingFacts(this.project, this.segmentsOf, () => this.table);
  }

  use(values: Partial<Statistic>): StatisticId {
    const { id, draft } = addStatistic(
      this.project,
      {
        source: this.source,
        question: 'used',
        result: 'share',
        answers: ['Yes'],
        filter: [],
        code: EFFECTIVENESS,
        direction: 'supports',
        label: 'Uses it',
        by: ANA,
        ...values,
      },
      (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
    );
    this.apply(draft);
    return id;
  }

  row(id = EFFECTIVENESS, columns: 'method' | 'gender' = 'method'): MatrixRow {
    const matrix = buildMatrix(this.project, { rows: 'criterion', columns, facts: this.facts() });
    return matrix.rows.find((row) => row.id === id) as MatrixRow;
  }
}

describe('intervals', () => {
  it('are those of the textbooks', () => {
    // Newcombe 1998, Statistics in Medicine 17:857, table I: 81 of 263, 15 of 148, 0 of 20, 1 of 29.
    for (const [count, total, low, high] of [
      [81, 263, 0.2553, 0.3662],
      [15, 148, 0.0624, 0.1605],
      [0, 20, 0, 0.1611],
      [1, 29, 0.0061, 0.1718],
    ] as const) {
      expect(wilsonInterval(count, total)?.low).toBeCloseTo(low, 4);
      expect(wilsonInterval(count, total)?.high).toBeCloseTo(high, 4);
    }
    // Mean 3, s² 2.5, n 5: 3 ± 2.7764 · √0.5.
    expect(meanInterval([1, 2, 3, 4, 5])?.low).toBeCloseTo(1.0368, 3);
    expect(meanInterval([1, 2, 3, 4, 5])?.high).toBeCloseTo(4.9632, 3);
    expect(meanInterval([4])).toBeNull();
    expect(wilsonInterval(0, 0)).toBeNull();
  });

  it('hold the share and stay within 0 and 1', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.nat(), (total, part) => {
        const count = part % (total + 1);
        const { low, high } = wilsonInterval(count, total) ?? { low: 2, high: -1 };
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(count / total + 1e-12);
        expect(high).toBeGreaterThanOrEqual(count / total - 1e-12);
      }),
    );
  });
});

describe('questions of a questionnaire', () => {
  it('counts single answers, with what is missing', () => {
    const question = findQuestion(survey, 'used');
    if (!question) throw new Error('no question');
    const result = countAnswers(question, filterRows(survey, []));
    expect(result).toMatchObject({ asked: 60, answered: 50, mean: null });
    expect(result.answers.map(({ answer, count }) => [answer, count])).toEqual([
      ['Yes', 45],
      ['No', 5],
    ]);
    const women = countAnswers(question, filterRows(survey, [{ question: 'sex', answer: 'woman' }]));
    expect(women).toMatchObject({ asked: 20, answered: 17 });
  });

  it('averages numbers and sorts them by value', () => {
    const question = findQuestion(survey, 'rating');
    if (!question) throw new Error('no question');
    const result = countAnswers(question, filterRows(survey, []));
    expect(result.mean?.value).toBe(3);
    expect(result.answers.map(({ answer }) => answer)).toEqual(['1', '2', '3', '4', '5']);
  });

  it('splits joined answers, and gathers those that were spread over columns', () => {
    const table = tableOf(
      [
        ['channels', 'multiple'],
        ['top/cheese', 'multiple'],
        ['top/olives', 'multiple'],
        ['Which? – Radio', 'multiple', 'Which? – Radio'],
        ['Press', 'multiple', 'Which? – Press'],
      ],
      [
        ['Radio; Press (local; national)', '1', '0', 'Radio', ''],
        ['Press (local; national)', '0', '0', '', 'Press'],
        ['', '', '', '', ''],
      ],
    );
    const results = listQuestions(table).map((question) => {
      const { answered, answers } = countAnswers(question, [0, 1, 2]);
      return [question.key, question.label, answered, answers.map(({ label, count }) => [label, count])];
    });
    expect(results).toEqual([
      [
        'channels',
        'channels',
        2,
        [
          ['Press (local; national)', 2],
          ['Radio', 1],
        ],
      ],
      [
        'top/cheese',
        'top',
        2,
        [
          ['cheese', 1],
          ['olives', 0],
        ],
      ],
      [
        'Which? – Radio',
        'Which?',
        2,
        [
          ['Radio', 1],
          ['Press', 1],
        ],
      ],
    ]);
  });

  it('puts scales in their order, in whatever language they are', () => {
    const table = tableOf(
      [['agree', 'closed']],
      [['De acuerdo'], ['Totalmente en desacuerdo'], ['De acuerdo'], ['No sabe'], ['En desacuerdo']],
    );
    const [question] = listQuestions(table);
    if (!question) throw new Error('no question');
    expect(countAnswers(question, [0, 1, 2, 3, 4]).answers.map(({ answer }) => answer)).toEqual([
      'Totalmente en desacuerdo',
      'En desacuerdo',
      'De acuerdo',
      'No sabe',
    ]);
  });

  it('counts no answer twice and none too few, whatever stands in the cells', () => {
    const cell = fc.constantFrom('', 'a', 'b', 'a; b', '1', '0', ' ', 'a;b (c; d)');
    const role = fc.constantFrom<ColumnRole>('closed', 'multiple', 'attribute');
    fc.assert(
      fc.property(
        fc.array(fc.tuple(role, fc.array(cell, { minLength: 4, maxLength: 4 })), { maxLength: 5 }),
        (given) => {
          const columns = given.map(([own], n): Column => [`q_${n}`, own]);
          const rows = [0, 1, 2, 3].map((row) => given.map(([, cells]) => cells[row] ?? ''));
          const table = tableOf(columns, rows);
          for (const question of listQuestions(table)) {
            const { answers, answered } = countAnswers(question, [0, 1, 2, 3]);
            expect(answered).toBe([0, 1, 2, 3].filter((row) => question.answersOf(row) !== null).length);
            for (const { answer, count } of answers) {
              expect(count).toBe([0, 1, 2, 3].filter((row) => question.answersOf(row)?.includes(answer)).length);
            }
          }
        },
      ),
    );
  });
});

describe('a statistic as evidence', () => {
  it('speaks in the matrix with the voices of those whose answer it counts', () => {
    const example = new SurveyProject();
    example.use({});
    example.use({ answers: ['No'], direction: 'contradicts', label: 'Does not' });
    const row = example.row();
    const cell = row.cells.find((one) => one.column === 'questionnaire');
    expect(cell).toMatchObject({ supports: 45, contradicts: 5, independentSources: 50, sources: 1 });
    expect(cell?.codings).toEqual([]);
    expect(cell?.statistics).toMatchObject([
      { direction: 'supports', isWhole: true, figure: { answered: 50, counted: 45, value: 0.9 } },
      { direction: 'contradicts', isWhole: true, figure: { answered: 50, counted: 5, value: 0.1 } },
    ]);
    expect(row.codings).toBe(0);
    expect(row.convergence.silent.map(({ column }) => column)).not.toContain('questionnaire');
    expect(example.row(RELEVANCE).independentSources).toBe(0);
  });

  it('is one voice with what the same respondent wrote', () => {
    const example = new SurveyProject();
    example.use({});
    example.codeAnswer(example.source, EFFECTIVENESS, 0, 'contradicts');
    example.codeAnswer(example.source, EFFECTIVENESS, 55, 'supports');
    const cell = example.row().cells.find((one) => one.column === 'questionnaire');
    expect(cell).toMatchObject({ independentSources: 46, supports: 45, mixed: 1, contradicts: 0 });
  });

  it('is worked out for the respondents of each column', () => {
    const example = new SurveyProject();
    for (let n = 0; n < 60; n += 1) {
      example.addParticipant(`survey-r${n}`, { gender: n % 3 === 0 ? 'woman' : 'man' });
    }
    example.use({});
    const cells = example.row(EFFECTIVENESS, 'gender').cells;
    expect(
      cells.map(({ column, statistics }) => [column, statistics[0]?.figure.answered, statistics[0]?.isWhole]),
    ).toEqual([
      ['man', 33, false],
      ['woman', 17, false],
    ]);
  });

  it('of a mean speaks for all who answered', () => {
    const example = new SurveyProject();
    example.use({ question: 'rating', result: 'mean', answers: [], direction: 'neutral' });
    const cell = example.row().cells.find((one) => one.column === 'questionnaire');
    expect(cell).toMatchObject({ independentSources: 60, supports: 0 });
    expect(cell?.statistics[0]?.figure).toMatchObject({ answered: 60, value: 3 });
  });

  it('tells when what it says has changed since it was linked', () => {
    const example = new SurveyProject();
    const id = example.use({});
    const statistic = example.project.get('statistic', id) as Statistic;
    const link = linkOfFigure(statistic, figureOf(survey, statistic));
    expect(flagStatistic(link, statistic, figureOf(survey, statistic))).toEqual([]);
    const withdrawn = { ...survey, rows: survey.rows.map((row, n) => (n === 0 ? row.map(() => '') : row)) };
    expect(flagStatistic(link, statistic, figureOf(withdrawn, statistic))).toEqual(['result-changed']);
    expect(flagStatistic(link, { ...statistic, direction: 'mixed' }, figureOf(survey, statistic))).toEqual([
      'direction-changed',
    ]);
    expect(flagStatistic(link, undefined, null)).toEqual(['removed']);
    expect(flagStatistic(link, statistic, null)).toEqual(['source-removed']);
  });

  it('carries a finding, and leaves it when it or its source goes', () => {
    const example = new SurveyProject();
    const id = example.use({});
    const finding = asId<'finding'>('f1');
    example.set('finding', finding, {
      number: 'F4.1',
      criterion: EFFECTIVENESS,
      title: '',
      text: '',
      strength: null,
      strengthReason: '',
      contested: '',
      order: 1,
    });
    const read = () => example.project.get('finding', finding) as Finding;
    expect(read().statistics).toEqual({});
    const statistic = example.project.get('statistic', id) as Statistic;
    example.apply(linkStatistic(read(), id, linkOfFigure(statistic, figureOf(survey, statistic))));
    const strength = suggestFindingStrength(example.project, read(), example.segmentsOf, { tableOf: () => survey });
    expect(strength.facts).toMatchObject({ supporting: 45, methods: ['questionnaire'] });
    const rows = buildMatrix(example.project, { rows: 'finding', columns: 'method', facts: example.facts() }).rows;
    expect(rows[0]?.independentSources).toBe(45);
    example.apply(unlinkStatistic(read(), id));
    expect(read().statistics).toEqual({});
    example.apply(editStatistic(statistic, { direction: 'contradicts' }));
    expect(example.row().cells.find((one) => one.column === 'questionnaire')).toMatchObject({ contradicts: 45 });
    example.apply(linkStatistic(read(), id, linkOfFigure(statistic, figureOf(survey, statistic))));
    example.apply(removeStatistic(example.project, statistic));
    expect(read().statistics).toEqual({});
    const second = example.use({});
    const source = example.project.get('source', example.source);
    if (source) example.apply(removeSource(example.project, source));
    expect(example.project.get('statistic', second)).toBeUndefined();
  });
});
