import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparePassages } from '#shared/analysis/agreement/disagreements.ts';
import { directions, type Direction } from '#shared/domain/coding/coding.ts';
import { CodedTogether, EVA, LUIS } from '#tests/unit/agreement/two-coders.ts';
import { ANA, EFFECTIVENESS, RELEVANCE } from '#tests/unit/analysis/example-project.ts';

type Said = readonly [coder: typeof ANA, code: typeof RELEVANCE, start: number, end: number, direction?: Direction];

function passages(said: readonly Said[], coders = [ANA, LUIS]) {
  const example = new CodedTogether();
  const source = example.addText('E-01', 'x'.repeat(500));
  for (const [coder, code, start, end, direction] of said) {
    example.codeAs(coder, source, code, [start, end], direction);
  }
  return comparePassages(example.project.codingsOfSource(source), coders);
}

describe('where coders differ', () => {
  it.each<[string, readonly Said[], readonly (readonly string[])[]]>([
    [
      'nothing',
      [
        [ANA, RELEVANCE, 0, 50],
        [LUIS, RELEVANCE, 0, 49],
      ],
      [[]],
    ],
    ['missing', [[ANA, RELEVANCE, 0, 50]], [['missing']]],
    [
      'extent',
      [
        [ANA, RELEVANCE, 0, 50],
        [LUIS, RELEVANCE, 0, 20],
      ],
      [['other-extent']],
    ],
    [
      'code',
      [
        [ANA, RELEVANCE, 0, 50],
        [LUIS, EFFECTIVENESS, 0, 50],
      ],
      [['other-code']],
    ],
    [
      'direction',
      [
        [ANA, RELEVANCE, 0, 50],
        [LUIS, RELEVANCE, 0, 50, 'contradicts'],
      ],
      [['other-direction']],
    ],
    [
      'two places',
      [
        [ANA, RELEVANCE, 0, 50],
        [LUIS, RELEVANCE, 60, 90],
      ],
      [['missing'], ['missing']],
    ],
    [
      'a further code of one of them',
      [
        [ANA, RELEVANCE, 0, 50],
        [LUIS, RELEVANCE, 0, 50],
        [LUIS, EFFECTIVENESS, 0, 50],
      ],
      [[], ['missing']],
    ],
  ])('%s', (_, said, kinds) => {
    expect(passages(said).map((passage) => passage.kinds)).toEqual(kinds);
  });

  it('names who is absent and leaves out people who are not compared', () => {
    const [only] = passages([
      [ANA, RELEVANCE, 0, 50],
      [EVA, RELEVANCE, 0, 50],
    ]);
    expect(only).toMatchObject({ start: 0, end: 50, absent: [LUIS], codes: [RELEVANCE] });
    expect(only?.codings.map(({ coder }) => coder)).toEqual([ANA]);
  });

  it('puts every coding into exactly one passage, and agrees with a copy of itself', () => {
    const mark = fc.tuple(fc.nat(2), fc.nat(1), fc.nat(400), fc.integer({ min: 1, max: 90 }), fc.nat(3));
    fc.assert(
      fc.property(fc.array(mark, { maxLength: 25 }), (marks) => {
        const said = marks.map(([coder, code, start, length, direction]): Said => [
          [ANA, LUIS, EVA][coder] as typeof ANA,
          code === 0 ? RELEVANCE : EFFECTIVENESS,
          start,
          start + length,
          directions[direction] as Direction,
        ]);
        const found = passages(said, [ANA, LUIS, EVA]);
        const ids = found.flatMap(({ codings }) => codings.map(({ id }) => id));
        expect(ids).toHaveLength(said.length);
        expect(new Set(ids).size).toBe(said.length);
        const ofAna = said.filter(([coder]) => coder === ANA);
        const twice = passages([...ofAna, ...ofAna.map(([, ...rest]): Said => [LUIS, ...rest])]);
        expect(twice.flatMap(({ kinds }) => kinds)).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });
});
