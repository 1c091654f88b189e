/** Who was heard: planned, invited, reached and coded, each voice once, split as wanted. */
import { expect, it } from 'vitest';
import { ANY, tallyHeard } from '#shared/analysis/heard.ts';
import { addPlannedSample } from '#shared/domain/evaluation/planned-sample-edits.ts';
import { EFFECTIVENESS, ExampleProject } from '#tests/unit/analysis/example-project.ts';
import { seededBytes } from '#tests/support/random.ts';

const bytes = seededBytes(2);

function exampleOfFour(): ExampleProject {
  const example = new ExampleProject();
  const person = (id: string, group: string, gender: string) => ({
    participant: example.addParticipant(id, { group, gender }),
  });
  const source = example.addSource('E-01', 'interview', { speakers: { A: person('a', 'Police', 'woman') } });
  example.addSource('E-02', 'interview', { speakers: { A: person('b', 'police', 'man') } });
  example.addSource('G-01', 'focus-group', {
    speakers: { A: person('c', 'Judges', 'man'), B: person('d', 'Judges', 'woman'), M: { interviewer: true } },
  });
  example.addSource('D-01', 'document');
  example.code(source, EFFECTIVENESS);
  example.code(source, EFFECTIVENESS);
  for (const line of [
    { method: 'interview', group: 'POLICE', planned: 3, invited: 4, declined: 1 },
    { method: 'focus-group', planned: 2 },
  ] as const) {
    example.apply(addPlannedSample(example.project, line, bytes).draft);
  }
  return example;
}

it('by group: a focus group is one voice with its people, however the names are written', () => {
  const { lines, total } = tallyHeard(exampleOfFour().facts(), ['group']);
  expect(lines).toEqual([
    { values: ['Judges'], planned: null, invited: null, declined: null, reached: 1, people: 2, coded: 0, quotes: 0 },
    { values: ['Police'], planned: 3, invited: 4, declined: 1, reached: 2, people: 2, coded: 1, quotes: 2 },
    { values: [''], planned: null, invited: null, declined: null, reached: 1, people: 0, coded: 0, quotes: 0 },
    { values: [ANY], planned: 2, invited: null, declined: null, reached: 0, people: 0, coded: 0, quotes: 0 },
  ]);
  expect(total).toMatchObject({ planned: 5, invited: 4, reached: 4, people: 4, coded: 1, quotes: 2 });
});

it('by group and gender: a voice with women and men stands in both lines, the total counts it once', () => {
  const { lines, total } = tallyHeard(exampleOfFour().facts(), ['group', 'gender']);
  const reached = lines
    .filter((line) => line.reached > 0)
    .map(({ values, reached: voices, people }) => [...values, voices, people]);
  expect(reached).toEqual([
    ['Judges', 'man', 1, 1],
    ['Judges', 'woman', 1, 1],
    ['police', 'man', 1, 1],
    ['Police', 'woman', 1, 1],
    ['', '', 1, 0],
  ]);
  expect(total.reached).toBe(4);
});

it('of nothing is one line of nothing', () => {
  expect(tallyHeard(new ExampleProject().facts(), ['method'])).toMatchObject({
    lines: [],
    total: { reached: 0, planned: null },
  });
});
