import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildMatrix } from '#shared/analysis/matrix.ts';
import { countCodes } from '#shared/analysis/counts.ts';
import { asId } from '#shared/basics/ids.ts';
import { directions, type Coding } from '#shared/domain/coding/coding.ts';
import { sourceMethods } from '#shared/domain/source/source.ts';
import { ANSWER, EFFECTIVENESS, ExampleProject } from '#tests/unit/analysis/example-project.ts';

type Said = { source: number; code: number; direction: number; place: number };
type World = { methods: number[]; dependency: number[]; said: Said[] };

const RESPONDENTS = 4;
const CODES = ['top', 'child', 'grandchild', 'other'] as const;

const world: fc.Arbitrary<World> = fc.record({
  methods: fc.array(fc.nat(sourceMethods.length - 1), { minLength: 1, maxLength: 8 }),
  dependency: fc.array(fc.nat(4), { minLength: 8, maxLength: 8 }),
  said: fc.array(fc.record({ source: fc.nat(7), code: fc.nat(3), direction: fc.nat(3), place: fc.nat(RESPONDENTS) }), {
    maxLength: 40,
  }),
});

function build({ methods, dependency, said }: World): ExampleProject {
  const example = new ExampleProject();
  const top = example.addCode('top', EFFECTIVENESS);
  const child = example.addCode('child', top);
  example.addCode('grandchild', child);
  example.addCode('other', null);
  const sources = methods.map((number, place) => {
    const method = sourceMethods[number] as (typeof sourceMethods)[number];
    const dependencyGroup = (dependency[place] ?? 0) > 2 ? `g${dependency[place]}` : '';
    return method === 'questionnaire'
      ? example.addQuestionnaire(`s${place}`, RESPONDENTS, { dependencyGroup })
      : example.addSource(`s${place}`, method, { dependencyGroup });
  });
  for (const { source, code, direction, place } of said) {
    const id = sources[source % sources.length];
    // The place after the last answer belongs to no respondent.
    if (id) example.code(id, asId(CODES[code] as string), directions[direction], place * ANSWER + 1);
  }
  return example;
}

/** The rule in its plainest words, one coding after the other. */
function recount(example: ExampleProject, codes: readonly string[], method: string) {
  const votes = new Map<string, { for: boolean; against: boolean }>();
  const sources = new Set<string>();
  let codings = 0;
  for (const source of example.project.all('source')) {
    for (const coding of example.project.codingsOfSource(source.id)) {
      if (source.method !== method || !codes.includes(coding.code)) continue;
      codings += 1;
      sources.add(source.id);
      const segment = example.segments
        .get(source.id)
        ?.find((one) => one.start <= coding.start && coding.start < one.end);
      const own = segment?.respondent === undefined ? source.id : `${source.id}/${segment.respondent}`;
      const voice = source.dependencyGroup === '' ? own : source.dependencyGroup;
      const vote = votes.get(voice) ?? { for: false, against: false };
      votes.set(voice, {
        for: vote.for || ['supports', 'mixed'].includes(coding.direction),
        against: vote.against || ['contradicts', 'mixed'].includes(coding.direction),
      });
    }
  }
  const count = (isFor: boolean, isAgainst: boolean): number =>
    [...votes.values()].filter((vote) => vote.for === isFor && vote.against === isAgainst).length;
  return {
    codings,
    sources: sources.size,
    independentSources: votes.size,
    supports: count(true, false),
    contradicts: count(false, true),
    mixed: count(true, true),
  };
}

const below: Readonly<Record<string, readonly string[]>> = {
  top: ['top', 'child', 'grandchild'],
  child: ['child', 'grandchild'],
  grandchild: ['grandchild'],
  other: ['other'],
};

describe('the matrix', () => {
  it('counts as a naive recount does', () => {
    fc.assert(
      fc.property(world, (given) => {
        const example = build(given);
        const facts = example.facts();
        const matrix = buildMatrix(example.project, { rows: 'code', columns: 'method', facts });
        for (const [code, codes] of Object.entries(below)) {
          const row = matrix.rows.find((item) => item.id === code);
          for (const cell of row?.cells ?? []) {
            const { codings, sources, independentSources, supports, contradicts, mixed } = cell;
            expect({
              codings: codings.length,
              sources,
              independentSources,
              supports,
              contradicts,
              mixed,
            }).toEqual(recount(example, codes, cell.column));
          }
          const counts = countCodes(facts).get(asId(code));
          expect(counts?.withChildren.codings).toBe(row?.codings);
          expect(counts?.withChildren.independentSources).toBe(row?.independentSources);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('suggests the same in whatever order codings were made', () => {
    const suggestions = (example: ExampleProject): unknown =>
      buildMatrix(example.project, { rows: 'code', columns: 'method', facts: example.facts() }).rows.map((row) => [
        row.id,
        row.convergence.suggested,
        row.convergence.pairs,
        row.convergence.silent,
        row.strength,
      ]);
    fc.assert(
      fc.property(world, fc.nat(), (given, seed) => {
        const shuffled = given.said
          .map((said, place) => ({ said, key: (Math.imul(place + 1, 2_654_435_761) ^ seed) >>> 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ said }) => said);
        expect(suggestions(build({ ...given, said: shuffled }))).toEqual(suggestions(build(given)));
      }),
      { numRuns: 30 },
    );
  });

  it('answers the same from kept facts after edits as from fresh ones', () => {
    const example = build({
      methods: [0, 1, 2, 3],
      dependency: [0, 0, 0, 0, 0, 0, 0, 0],
      said: [
        { source: 0, code: 0, direction: 0, place: 0 },
        { source: 2, code: 1, direction: 1, place: 2 },
      ],
    });
    const kept = example.facts();
    const matrix = (facts: typeof kept): unknown =>
      buildMatrix(example.project, { rows: 'code', columns: 'method', facts });
    matrix(kept);
    const added = example.code(asId('s2'), asId('child'), 'contradicts', ANSWER * 3);
    expect(matrix(kept)).toEqual(matrix(example.facts()));
    example.set('source', asId<'source'>('s2'), { dependencyGroup: 'g' });
    expect(matrix(kept)).toEqual(matrix(example.facts()));
    example.removeCoding(added);
    expect(matrix(kept)).toEqual(matrix(example.facts()));
    const first = example.project.codingsOfSource(asId('s0'))[0] as Coding;
    example.set('coding', first.id, { direction: 'mixed' });
    expect(matrix(kept)).toEqual(matrix(example.facts()));
  });
});
