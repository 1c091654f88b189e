import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nominalDifference } from '#shared/analysis/agreement/differences.ts';
import { krippendorffAlpha } from '#shared/analysis/agreement/krippendorff-alpha.ts';
import { MISSING, NominalTally, type NominalMeasures } from '#shared/analysis/agreement/nominal-tally.ts';
import { directions } from '#shared/domain/coding/coding.ts';
import type { PersonId } from '#shared/domain/team/person.ts';
import { CodedTogether, EVA, LUIS } from '#tests/unit/agreement/two-coders.ts';
import { ANA, EFFECTIVENESS, RELEVANCE } from '#tests/unit/analysis/example-project.ts';

const CODERS = 3;
const VALUES = 3;

const units = fc.array(
  fc.array(fc.integer({ min: MISSING, max: VALUES - 1 }), { minLength: CODERS, maxLength: CODERS }),
  {
    minLength: 1,
    maxLength: 25,
  },
);

function measure(rated: readonly (readonly number[])[]): NominalMeasures {
  const tally = new NominalTally(CODERS, VALUES);
  for (const unit of rated) tally.add(unit, 1);
  return tally.measure();
}

function expectSame(a: NominalMeasures, b: NominalMeasures): void {
  for (const key of Object.keys(a) as (keyof NominalMeasures)[]) {
    if (a[key] === null || b[key] === null) expect(a[key]).toBe(b[key]);
    else expect(a[key]).toBeCloseTo(b[key], 9);
  }
}

describe('agreement on units, whatever was rated', () => {
  it('does not depend on the order of coders, of units, or on what values are called', () => {
    fc.assert(
      fc.property(units, fc.shuffledSubarray([0, 1, 2], { minLength: 3 }), (rated, order) => {
        const known = measure(rated);
        expectSame(measure(rated.map((unit) => order.map((coder) => unit[coder] as number))), known);
        expectSame(measure([...rated].reverse()), known);
        expectSame(
          measure(rated.map((unit) => unit.map((value) => (value === MISSING ? MISSING : (order[value] as number))))),
          known,
        );
      }),
    );
  });

  it('is 1 where all agree and values vary, and undefined where they do not vary', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(VALUES - 1), { minLength: 2, maxLength: 20 }), (values) => {
        const measures = measure(values.map((value) => Array<number>(CODERS).fill(value)));
        expect(measures.percent).toBeCloseTo(1, 12);
        const varies = new Set(values).size > 1;
        for (const key of ['kappa', 'fleiss', 'alpha'] as const) {
          if (varies) expect(measures[key]).toBeCloseTo(1, 12);
          else expect(measures[key]).toBeNull();
        }
        expect(measures.ac1).toBeCloseTo(1, 12);
        expect(measures.brennanPrediger).toBeCloseTo(1, 12);
      }),
    );
  });

  it('gives the same alpha by pairs of values as by sums, and counts a weight as so many units', () => {
    fc.assert(
      fc.property(units, fc.integer({ min: 1, max: 4 }), (rated, weight) => {
        const repeated = new NominalTally(CODERS, VALUES);
        for (const unit of rated) repeated.add(unit, weight);
        expectSame(repeated.measure(), measure(Array.from({ length: weight }, () => rated).flat()));
        const byPairs = krippendorffAlpha(
          rated.map((unit) => ({ ratings: unit.filter((value) => value !== MISSING), weight: 1 })),
          nominalDifference,
          (value) => value,
        );
        const { alpha } = measure(rated);
        if (alpha === null) expect(byPairs).toBeNull();
        else expect(byPairs).toBeCloseTo(alpha, 9);
      }),
    );
  });
});

const LENGTH = 60;
const PEOPLE = [ANA, LUIS, EVA] as const;
type Mark = { coder: number; text: number; code: number; start: number; length: number; direction: number };
const marks = fc.array(
  fc.record({
    coder: fc.nat(2),
    text: fc.nat(1),
    code: fc.nat(1),
    start: fc.nat(LENGTH - 1),
    length: fc.integer({ min: 1, max: 25 }),
    direction: fc.nat(3),
  }),
  { maxLength: 14 },
);

function build(said: readonly Mark[]) {
  const example = new CodedTogether();
  const text = `${'a'.repeat(9)}\n`.repeat(LENGTH / 10);
  const texts = [example.addText('s0', text), example.addText('s1', text)] as const;
  for (const { coder, text: place, code, start, length, direction } of said) {
    const extent = [start, Math.min(LENGTH, start + length)] as const;
    const id = code === 0 ? RELEVANCE : EFFECTIVENESS;
    example.codeAs(PEOPLE[coder] as PersonId, texts[place] as (typeof texts)[0], id, extent, directions[direction]);
  }
  return { example, texts };
}

/** Character by character, and the u-alpha by its definition over pairs of coders. */
function recount(said: readonly Mark[], code: number, coders: readonly number[]) {
  const has = (coder: number, text: number, place: number): boolean =>
    said.some(
      (mark) =>
        mark.coder === coder &&
        mark.text === text &&
        mark.code === code &&
        mark.start <= place &&
        place < mark.start + mark.length,
    );
  const cells = { a: 0, b: 0, c: 0, d: 0 };
  const pieces = { a: 0, b: 0, c: 0, d: 0 };
  const [one = 0, other = 0] = coders;
  const note = (counts: typeof cells, first: boolean, second: boolean): void => {
    counts[first ? (second ? 'a' : 'b') : second ? 'c' : 'd'] += 1;
  };
  for (const text of [0, 1]) {
    for (let place = 0; place < LENGTH; place += 1) note(cells, has(one, text, place), has(other, text, place));
    for (let line = 0; line < LENGTH; line += 10) {
      const places = Array.from({ length: 9 }, (_, offset) => line + offset);
      note(
        pieces,
        places.some((place) => has(one, text, place)),
        places.some((place) => has(other, text, place)),
      );
    }
  }
  return { cells, pieces };
}

describe('agreement of codings, wherever they lie', () => {
  it('counts as a person would, character by character and paragraph by paragraph', () => {
    fc.assert(
      fc.property(marks, (said) => {
        const { example, texts } = build(said);
        for (const [unit, counts] of [
          ['character', 'cells'],
          ['paragraph', 'pieces'],
        ] as const) {
          const report = example.measure({
            unit,
            coders: [ANA, EVA],
            sources: texts,
            codes: [RELEVANCE, EFFECTIVENESS],
          });
          expect(report.codes.map((one) => one.counts)).toEqual(
            [0, 1].map((code) => recount(said, code, [0, 2])[counts]),
          );
        }
      }),
      { numRuns: 60 },
    );
  });

  it('does not depend on the order in which coders are named', () => {
    fc.assert(
      fc.property(marks, fc.shuffledSubarray([...PEOPLE], { minLength: 3 }), (said, order) => {
        const { example, texts } = build(said);
        const ask = (coders: readonly PersonId[]) =>
          example.measure({ unit: 'character', coders, sources: texts, codes: [RELEVANCE, EFFECTIVENESS] });
        const [known, other] = [ask(PEOPLE), ask(order)];
        for (const key of ['percent', 'kappa', 'alpha', 'uAlpha', 'binaryUAlpha', 'cuAlpha', 'alphaMasi'] as const) {
          const [a, b] = [known.overall[key], other.overall[key]];
          if (a === null || b === null) expect(a).toBe(b);
          else expect(a).toBeCloseTo(b, 9);
        }
      }),
      { numRuns: 40 },
    );
  });
});
