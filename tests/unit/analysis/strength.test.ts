import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildMatrix } from '#shared/analysis/matrix.ts';
import { asId } from '#shared/basics/ids.ts';
import type { Coding, CodingId } from '#shared/domain/coding/coding.ts';
import { editEvaluation } from '#shared/domain/evaluation/evaluation-edits.ts';
import { linkEvidence } from '#shared/domain/evidence/evidence-link.ts';
import {
  cerqualComponents,
  concernLevels,
  DEFAULT_STRENGTH_NUMBERS,
  suggestConfidence,
  type CerqualComponent,
  type ConcernLevel,
} from '#shared/domain/evidence/strength-scale.ts';
import { strengths, type Finding } from '#shared/domain/findings/finding.ts';
import { listExcerpts } from '#shared/analysis/excerpts.ts';
import {
  CONTRADICTS,
  suggestFindingStrength,
  suggestStrength,
  SUPPORTS,
  VoteTally,
  type StrengthSuggestion,
} from '#shared/analysis/strength.ts';
import { EFFECTIVENESS, ExampleProject } from '#tests/unit/analysis/example-project.ts';

type Votes = readonly [supports: number, contradicts?: number, mixed?: number, neutral?: number];

/** Votes of interviews, then of documents. */
function suggest(interviews: Votes, documents: Votes): StrengthSuggestion {
  const tally = new VoteTally();
  for (const [place, votes] of [interviews, documents].entries()) {
    const [supports, contradicts = 0, mixed = 0, neutral = 0] = votes;
    const add = (count: number, stance: number): void => {
      for (let n = 0; n < count; n += 1) tally.add(stance, place === 0 ? 1 : 1 << 3);
    };
    add(supports, SUPPORTS);
    add(contradicts, CONTRADICTS);
    add(mixed, SUPPORTS | CONTRADICTS);
    add(neutral, 0);
  }
  return suggestStrength(tally);
}

describe('suggested strength', () => {
  it.each<[Votes, Votes, string, string | null]>([
    [[2], [1], 'triangulated', 'strong'],
    [[9, 1], [6], 'triangulated', 'strong'],
    [[3], [0], 'partial', 'moderate'],
    [[1], [1], 'partial', 'moderate'],
    [[2], [0], 'partial', 'limited'],
    [[1], [0], 'single-source', 'poor'],
    [[0, 0, 0, 2], [0], 'none', null],
    [[0], [0], 'none', null],
    [[9], [0, 1], 'contested', 'limited'],
    [[6, 2], [2], 'contested', 'moderate'],
    [[1, 0, 1], [0], 'contested', 'limited'],
    [[0, 3], [0, 1], 'triangulated', 'strong'],
    [[1], [0, 1], 'contested', 'limited'],
  ])('interviews %j, documents %j: %s', (interviews, documents, level, scale) => {
    expect(suggest(interviews, documents)).toMatchObject({ suggested: level, scale });
  });

  it('is the strength of what most say, also against the code', () => {
    expect(suggest([0, 3], [0, 1])).toMatchObject({
      suggested: 'triangulated',
      facts: { direction: 'contradicts', supporting: 4, contrary: 0 },
    });
  });

  it('says what is missing', () => {
    expect(suggest([2], [0]).missing).toEqual(['sources', 'methods']);
    expect(suggest([4], [0]).missing).toEqual(['methods']);
  });
});

describe('excerpts', () => {
  it('say who said what under which code, in the order of the text', () => {
    const example = new ExampleProject();
    const training = example.addCode('Training', EFFECTIVENESS);
    const participant = example.addParticipant('KII-07', { group: 'police', gender: 'woman' });
    const source = example.addSource('a', 'interview', { speakers: { P: { participant } } });
    example.code(source, training, 'contradicts', 4, 7);
    example.code(source, EFFECTIVENESS, 'supports', 0, 3);
    const excerpts = listExcerpts(example.project, { segmentsOf: () => undefined, textOf: () => 'one two three' });
    expect(excerpts.map((excerpt) => excerpt.quote)).toEqual(['one', 'two']);
    expect(excerpts[1]).toMatchObject({
      source: 'a',
      participant: 'KII-07',
      method: 'interview',
      group: 'police',
      gender: 'woman',
      codePath: ['Effectiveness', 'Training'],
      criterion: 'Effectiveness',
      direction: 'contradicts',
      coder: 'Ana Robles',
      start: 4,
      end: 7,
    });
  });
});

describe('the strength of a finding', () => {
  const example = new ExampleProject();
  const group = example.addParticipant('p1', { group: 'police' });
  const other = example.addParticipant('p2', { group: 'shelters' });
  const sources = [
    example.addSource('a', 'interview', { speakers: { P: { participant: group } } }),
    example.addSource('b', 'interview', { speakers: { P: { participant: other } } }),
    example.addSource('c', 'document'),
  ];
  const support = sources.map((source) => example.code(source, EFFECTIVENESS));
  const contrary = example.code(example.addSource('d', 'document'), EFFECTIVENESS, 'contradicts');
  let count = 0;
  const write = (codings: readonly CodingId[], contested = ''): StrengthSuggestion => {
    // A new one each time: setting a map of links takes none away.
    const finding = asId<'finding'>(`f${(count += 1)}`);
    example.set('finding', finding, {
      number: 'F1',
      criterion: EFFECTIVENESS,
      title: '',
      text: '',
      strength: null,
      strengthReason: '',
      contested,
      order: 1,
      evidence: Object.fromEntries(
        codings.map((id) => [id, linkEvidence(example.project.get('coding', id) as Coding)]),
      ),
    });
    return suggestFindingStrength(
      example.project,
      example.project.get('finding', finding) as Finding,
      example.segmentsOf,
    );
  };

  it('is told with the groups that carry it', () => {
    expect(write(support)).toMatchObject({
      suggested: 'triangulated',
      isAnswered: false,
      facts: { supporting: 3, groups: ['police', 'shelters'] },
    });
  });

  it('is contested by any contrary voice until that is answered in writing', () => {
    expect(write([...support, contrary]).suggested).toBe('contested');
    expect(write([...support, contrary], 'It describes 2019.')).toMatchObject({
      suggested: 'triangulated',
      scale: 'strong',
      isAnswered: true,
      facts: { contrary: 1 },
    });
  });

  it('follows the rule of the evaluation', () => {
    const numbers = { ...DEFAULT_STRENGTH_NUMBERS, minimumGroups: 3 };
    example.apply(editEvaluation({ strengthNumbers: numbers }));
    expect(write(support)).toMatchObject({ suggested: 'partial', missing: ['groups'] });
    const matrix = buildMatrix(example.project, { rows: 'criterion', columns: 'method', facts: example.facts() });
    const row = matrix.rows.find(({ id }) => id === EFFECTIVENESS);
    expect(row?.strength).toMatchObject({ missing: ['groups'], facts: { groups: ['police', 'shelters'] } });
    example.apply(editEvaluation({ strengthNumbers: null }));
    expect(write(support).suggested).toBe('triangulated');
  });
});

describe('GRADE-CERQual', () => {
  const all = (concern: ConcernLevel) =>
    Object.fromEntries(cerqualComponents.map((component) => [component, concern])) as Record<
      CerqualComponent,
      ConcernLevel
    >;

  it('starts high and goes down with the concerns', () => {
    expect(suggestConfidence(all('none'))).toBe('strong');
    expect(suggestConfidence({ ...all('none'), adequacy: 'minor' })).toBe('strong');
    expect(suggestConfidence({ ...all('none'), adequacy: 'minor', coherence: 'minor' })).toBe('moderate');
    expect(suggestConfidence({ ...all('none'), adequacy: 'serious' })).toBe('limited');
    expect(suggestConfidence(all('serious'))).toBe('poor');
    expect(suggestConfidence({ coherence: 'none' })).toBeNull();
  });

  it('never rises with a concern', () => {
    const concern = fc.constantFrom(...concernLevels);
    const four = fc.tuple(concern, concern, concern, concern);
    const rank = (levels: readonly ConcernLevel[]): number =>
      strengths.indexOf(
        suggestConfidence(Object.fromEntries(cerqualComponents.map((one, n) => [one, levels[n]]))) ?? 'poor',
      );
    fc.assert(
      fc.property(four, four, (one, other) => {
        const worse = one.map((level, n) =>
          concernLevels.indexOf(level) > concernLevels.indexOf(other[n] ?? level) ? level : (other[n] ?? level),
        );
        expect(rank(worse)).toBeGreaterThanOrEqual(rank(one));
      }),
    );
  });
});
