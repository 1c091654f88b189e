/** Agreement on free spans: T16 and T18 of the method notes, to the printed digits. */
import { describe, expect, it } from 'vitest';
import { NominalTally } from '#shared/analysis/agreement/nominal-tally.ts';
import { joinByValue, joinOverlapping, walkSpans, type Span } from '#shared/analysis/agreement/spans.ts';
import { tallyContinuum } from '#shared/analysis/agreement/tally-continuum.ts';
import { unitizingAlpha1995 } from '#shared/analysis/agreement/unitizing-1995.ts';

const LENGTH = 100;
const values = { REL: 1, EFF: 2, IMP: 3 } as const;

function spans(...marked: readonly (readonly [keyof typeof values, number, number])[]): readonly Span[] {
  return marked.map(([name, start, end]) => ({ value: values[name], start, end }));
}

const A = spans(['REL', 0, 20], ['EFF', 30, 50], ['IMP', 60, 80]);
const B = spans(['REL', 0, 15], ['IMP', 30, 50], ['IMP', 65, 90]);
const C = spans(['REL', 0, 20], ['EFF', 35, 50], ['IMP', 60, 90]);

function tally(...coders: readonly (readonly Span[])[]) {
  return tallyContinuum(
    LENGTH,
    coders.map((own) => joinByValue(own) ?? []),
    4,
  );
}

function measure(...coders: readonly (readonly Span[])[]) {
  return tally(...coders).measure();
}

function measureRelevant(...coders: readonly (readonly Span[])[]) {
  return tallyContinuum(
    LENGTH,
    coders.map((own) => joinOverlapping(own, 1)),
    2,
  ).measure().uAlpha;
}

function printed(value: number | null, digits = 6): string | undefined {
  return value?.toFixed(digits);
}

describe('the u-alpha family', () => {
  it('T18 U1: two coders, three values', () => {
    const { uAlpha, cuAlpha, coverage } = measure(A, B);
    expect(printed(uAlpha)).toBe('0.459892');
    expect(printed(measureRelevant(A, B))).toBe('0.609687');
    expect(printed(cuAlpha)).toBe('0.464516');
    expect(coverage).toBeCloseTo(0.5, 12);
    const ofValue = (name: keyof typeof values) => tally(A, B).measureValue(values[name]);
    expect(printed(ofValue('REL').kuAlpha, 3)).toBe('1.000');
    expect(printed(ofValue('IMP').kuAlpha, 3)).toBe('0.336');
    expect(printed(ofValue('EFF').kuAlpha, 3)).toBe('0.000');
    expect((['REL', 'IMP', 'EFF'] as const).map((name) => printed(ofValue(name).coverage, 3))).toEqual([
      '0.857',
      '0.769',
      '1.000',
    ]);
  });

  it('T18 U1: kappa by characters for each code', () => {
    const kappa = (name: keyof typeof values) => {
      const coders = [A, B].map((own) => own.filter(({ value }) => value === values[name]));
      const characters = new NominalTally(2, 2);
      walkSpans(LENGTH, coders, [], (start, end, held) =>
        characters.add(
          held.map((span) => (span ? 1 : 0)),
          end - start,
        ),
      );
      const cells = [characters.count(1, 1), characters.count(1, 0), characters.count(0, 1), characters.count(0, 0)];
      return { cells, kappa: characters.measure().kappa };
    };
    expect(kappa('REL').cells).toEqual([15, 5, 0, 80]);
    expect(printed(kappa('REL').kappa)).toBe('0.827586');
    expect(kappa('EFF').cells).toEqual([0, 20, 0, 80]);
    expect(kappa('EFF').kappa).toBeCloseTo(0, 12);
    expect(kappa('IMP').cells).toEqual([15, 5, 30, 50]);
    expect(printed(kappa('IMP').kappa)).toBe('0.255319');
  });

  it('T18 U2: the same spans are 1', () => {
    expect(measure(A, A)).toMatchObject({ uAlpha: 1, cuAlpha: 1 });
    expect(measureRelevant(A, A)).toBe(1);
  });

  it('T18 U3 and U4: nothing in common', () => {
    const first = spans(['REL', 0, 20]);
    const second = spans(['REL', 30, 50]);
    expect(printed(measure(first, second).uAlpha, 4)).toBe('-0.2200');
    expect(printed(measureRelevant(first, second), 4)).toBe('-0.2200');
    expect(printed(measure(first, []).uAlpha, 4)).toBe('-0.0950');
  });

  it('T18 U5: three coders', () => {
    const { uAlpha, cuAlpha } = measure(A, B, C);
    expect(printed(uAlpha)).toBe('0.616675');
    expect(printed(measureRelevant(A, B, C))).toBe('0.663494');
    expect(printed(cuAlpha)).toBe('0.691056');
  });

  it('is not defined where nobody marked anything, nor where all marked everything', () => {
    expect(measure([], [])).toMatchObject({ uAlpha: null, cuAlpha: null, coverage: 0 });
    const all = spans(['REL', 0, LENGTH]);
    expect(measure(all, all)).toMatchObject({ uAlpha: null, cuAlpha: null, coverage: 1 });
  });
});

describe('the older alpha for spans', () => {
  it('T16: Krippendorff 2004, p. 254', () => {
    const of = (...marked: readonly (readonly [number, number])[]): readonly Span[] =>
      marked.map(([start, length]) => ({ start: start - 150, end: start - 150 + length, value: 1 }));
    const c = unitizingAlpha1995(300, [of([225, 70], [370, 30]), of([220, 80], [355, 20], [400, 20])]);
    const k = unitizingAlpha1995(300, [of([180, 60], [300, 50]), of([180, 60], [300, 50])]);
    expect(printed(c.observed, 4)).toBe('0.0144');
    expect(printed(c.expected, 4)).toBe('0.0532');
    expect(printed(c.alpha, 4)).toBe('0.7286');
    expect(printed(k.expected, 4)).toBe('0.0490');
    expect(printed(k.alpha, 4)).toBe('1.0000');
    expect(printed(1 - (c.observed + k.observed) / (c.expected + k.expected), 5)).toBe('0.85867');
  });
});
