import { describe, expect, it } from 'vitest';
import { collectAgreement } from '#shared/analysis/agreement/collect-agreement.ts';
import { measureAgreement } from '#shared/analysis/agreement/measure-agreement.ts';
import { CodedTogether, EVA, figuresOf, LUIS } from '#tests/unit/agreement/two-coders.ts';
import { ANA, EFFECTIVENESS, RELEVANCE } from '#tests/unit/analysis/example-project.ts';

const TEXT = 'x'.repeat(100);

/** T18 U1: the same spans as in the vectors, now as codings of people. */
function exampleU1() {
  const example = new CodedTogether();
  const impact = example.addCode('impact', null);
  const source = example.addText('E-01', TEXT);
  example.codeAs(ANA, source, RELEVANCE, [0, 20]);
  example.codeAs(ANA, source, EFFECTIVENESS, [30, 50]);
  example.codeAs(ANA, source, impact, [60, 80]);
  example.codeAs(LUIS, source, RELEVANCE, [0, 15]);
  example.codeAs(LUIS, source, impact, [30, 50]);
  example.codeAs(LUIS, source, impact, [65, 90]);
  return { example, impact, source };
}

describe('agreement of an evaluation', () => {
  it('measures spans by character as in the vectors', () => {
    const { example, impact } = exampleU1();
    const report = example.measure({ unit: 'character' });
    expect(report.coders).toEqual([ANA, LUIS]);
    const relevance = figuresOf(report, RELEVANCE);
    expect(relevance.counts).toEqual({ a: 15, b: 5, c: 0, d: 80 });
    expect(relevance.n).toBe(100);
    expect(relevance.kappa).toBeCloseTo(0.827586, 6);
    expect(relevance.kuAlpha).toBeCloseTo(1, 12);
    expect(figuresOf(report, impact).kappa).toBeCloseTo(0.255319, 6);
    expect(figuresOf(report, impact).kuAlpha).toBeCloseTo(0.336, 3);
    expect(report.overall.uAlpha).toBeCloseTo(0.459892, 6);
    expect(report.overall.binaryUAlpha).toBeCloseTo(0.609687, 6);
    expect(report.overall.cuAlpha).toBeCloseTo(0.464516, 6);
    expect(report.overall.counts).toEqual({ a: 30, b: 30, c: 30, d: 210 });
    expect(report.overall.n).toBe(300);
  });

  it('measures three coders, and each two of them', () => {
    const { example, impact, source } = exampleU1();
    example.codeAs(EVA, source, RELEVANCE, [0, 20]);
    example.codeAs(EVA, source, EFFECTIVENESS, [35, 50]);
    example.codeAs(EVA, source, impact, [60, 90]);
    const { overall } = example.measure({ unit: 'character', coders: [ANA, LUIS, EVA] });
    expect(overall.uAlpha).toBeCloseTo(0.616675, 6);
    expect(overall.binaryUAlpha).toBeCloseTo(0.663494, 6);
    expect(overall.cuAlpha).toBeCloseTo(0.691056, 6);
    expect(overall.counts).toBeNull();
    expect(overall.pairs.map(({ coders }) => coders)).toEqual([
      [ANA, LUIS],
      [ANA, EVA],
      [LUIS, EVA],
    ]);
    expect(overall.pairs[0]).toMatchObject({ a: 30, b: 30, c: 30, d: 210 });
  });

  it('takes paragraphs that a coding touches', () => {
    const example = new CodedTogether();
    const source = example.addText('E-01', 'uno dos\n\n  tres \ncuatro\n');
    example.codeAs(ANA, source, RELEVANCE, [0, 3]);
    example.codeAs(LUIS, source, RELEVANCE, [4, 8]);
    example.codeAs(LUIS, source, RELEVANCE, [12, 13]);
    const { codes, unit } = example.measure({ unit: 'segment' });
    expect(unit).toBe('segment');
    expect(codes[0]).toMatchObject({ n: 3, counts: { a: 1, b: 0, c: 1, d: 1 } });
    expect(codes[0]?.frequency).not.toBeNull();
  });

  it('counts a code with all below it, and over all codes each coding once', () => {
    const example = new CodedTogether();
    const training = example.addCode('training', EFFECTIVENESS);
    const source = example.addText('E-01', TEXT);
    example.codeAs(ANA, source, training, [0, 10]);
    example.codeAs(LUIS, source, EFFECTIVENESS, [0, 10]);
    const report = example.measure({ unit: 'character' });
    expect(figuresOf(report, EFFECTIVENESS)).toMatchObject({ counts: { a: 10, b: 0, c: 0, d: 90 }, kappa: 1 });
    expect(figuresOf(report, training)).toMatchObject({ counts: { a: 0, b: 10, c: 0, d: 90 } });
    expect(report.overall).toMatchObject({ counts: { a: 0, b: 10, c: 10, d: 180 }, n: 200 });
    const only = example.measure({ unit: 'character', codes: [training] });
    expect(only.codes.map(({ code }) => code)).toEqual([training]);
  });

  it('leaves sources out that one of them coded, unless they are named', () => {
    const { example } = exampleU1();
    const alone = example.addText('E-02', TEXT);
    example.codeAs(ANA, alone, RELEVANCE, [0, 50]);
    const report = example.measure({ unit: 'character' });
    expect(report.leftOut.oneCoder).toEqual([alone]);
    expect(report.overall.n).toBe(300);
    const named = example.measure({ unit: 'character', coders: [ANA, LUIS], sources: [alone] });
    expect(named.codes[0]).toMatchObject({ counts: { a: 0, b: 50, c: 0, d: 50 } });
  });

  it('says which measures are not defined', () => {
    const example = new CodedTogether();
    const source = example.addText('E-01', TEXT);
    example.codeAs(ANA, source, RELEVANCE, [0, 100]);
    example.codeAs(LUIS, source, RELEVANCE, [0, 100]);
    const figures = figuresOf(example.measure({ unit: 'character' }), RELEVANCE);
    expect(figures).toMatchObject({ percent: 1, kappa: null, fleiss: null, alpha: null, uAlpha: null });
    example.codeAs(LUIS, source, EFFECTIVENESS, [0, 5]);
    const { overall } = example.measure({ unit: 'character' });
    expect(overall).toMatchObject({ hasOverlaps: true, uAlpha: null, cuAlpha: null });
    expect(overall.alphaJaccard).not.toBeNull();
  });

  it('compares directions where two gave the same code', () => {
    const example = new CodedTogether();
    const source = example.addText('E-01', TEXT);
    example.codeAs(ANA, source, RELEVANCE, [0, 40], 'supports');
    example.codeAs(LUIS, source, RELEVANCE, [10, 20], 'supports');
    example.codeAs(LUIS, source, RELEVANCE, [20, 30], 'contradicts');
    example.codeAs(LUIS, source, RELEVANCE, [60, 70], 'contradicts');
    const { direction } = figuresOf(example.measure({ unit: 'character' }), RELEVANCE);
    expect(direction).toMatchObject({ n: 20, percent: 0.5 });
  });

  it('gives intervals that hold the value, and none for a handful of lines', () => {
    const example = new CodedTogether();
    const lines = Array.from({ length: 60 }, (_, line) => `linea ${String(line).padStart(3, '0')}`);
    const source = example.addText('E-01', lines.join('\n'));
    const place = (line: number): readonly [number, number] => [line * 10, line * 10 + 9];
    for (let line = 0; line < 60; line += 1) {
      if (line % 3 === 0) example.codeAs(ANA, source, RELEVANCE, place(line));
      if (line % 3 === 0 ? line % 4 !== 0 : line % 7 === 0) example.codeAs(LUIS, source, RELEVANCE, place(line));
    }
    for (const unit of ['segment', 'character'] as const) {
      const figures = figuresOf(example.measure({ unit }), RELEVANCE);
      const [low, high] = figures.intervals.kappa ?? [1, -1];
      expect(low).toBeLessThan(figures.kappa ?? Number.NaN);
      expect(high).toBeGreaterThan(figures.kappa ?? Number.NaN);
      expect(high - low).toBeLessThan(0.8);
    }
    expect(figuresOf(exampleU1().example.measure({ unit: 'character' }), RELEVANCE).intervals.kappa).toBeNull();
  });

  it('refuses where there is nothing to compare', () => {
    const example = new CodedTogether();
    const source = example.addText('E-01', TEXT);
    const refusal = (request: Parameters<typeof collectAgreement>[2]) => {
      const data = collectAgreement(example.project, () => null, request);
      return data.ok ? null : data.failure;
    };
    expect(refusal({ unit: 'character' })).toBe('too-few-coders');
    example.codeAs(ANA, source, RELEVANCE, [0, 5]);
    expect(refusal({ unit: 'character', coders: [ANA, LUIS] })).toBe('no-common-source');
    expect(refusal({ unit: 'character', coders: Array(21).fill(ANA) })).toBe('too-many-coders');
  });

  it('is the same each time, and tells how far it is', () => {
    const { example } = exampleU1();
    const data = collectAgreement(example.project, (source) => example.contents.get(source.id), { unit: 'character' });
    if (!data.ok) throw new Error(data.failure);
    const heard: number[][] = [];
    const first = measureAgreement(data.value, (done, total) => heard.push([done, total]));
    expect(measureAgreement(structuredClone(data.value))).toEqual(first);
    expect(heard).toEqual([
      [1, 3],
      [2, 3],
      [3, 3],
    ]);
  });
});
