import { describe, expect, it } from 'vitest';
import { listExcerpts } from '#shared/analysis/excerpts.ts';
import {
  CONTRADICTS,
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
