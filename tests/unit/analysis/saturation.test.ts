/** Vectors S1 and quote balance of the method. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureBalance } from '#shared/analysis/quote-balance.ts';
import { followNewThemes, measureSaturation, shuffleSaturation } from '#shared/analysis/saturation.ts';

const S1 = [16, 9, 7, 5, 4, 3, 1, 1, 0, 0];

describe('saturation', () => {
  it('S1: base 4, run 2', () => {
    const found = followNewThemes(S1, { baseSize: 4, runLength: 2, threshold: 0.05 });
    expect(found.base).toBe(37);
    expect(found.runs.map(({ share }) => Math.round(share * 1000) / 10)).toEqual([18.9, 10.8, 5.4, 2.7, 0]);
    expect(found.reachedAt).toBe(7);
    expect(followNewThemes(S1, { baseSize: 4, runLength: 2, threshold: 0 }).reachedAt).toBe(8);
    expect(found.themes.at(-1)).toBe(46);
  });

  it('is not defined without a base or without any theme', () => {
    expect(followNewThemes([3, 2, 1])).toMatchObject({ base: null, runs: [], reachedAt: null });
    expect(followNewThemes([0, 0, 0, 0, 0, 0])).toMatchObject({ base: 0, runs: [], reachedAt: null });
    expect(followNewThemes([])).toMatchObject({ base: null, reachedAt: null });
  });

  it('counts a theme when it is first heard', () => {
    expect(measureSaturation([['a', 'b'], ['b'], ['c', 'a', 'c']]).newThemes).toEqual([2, 0, 1]);
  });

  it('gives the same median each time', () => {
    const interviews = S1.map((_, n) => Array.from({ length: 12 - n }, (_, k) => `t${(n * 5 + k * 3) % 20}`));
    const once = shuffleSaturation(interviews);
    expect(shuffleSaturation(interviews)).toEqual(once);
    expect(once.reached).toBeGreaterThan(0);
    expect(shuffleSaturation([['a'], ['b']])).toEqual({ median: null, orders: 200, reached: 0 });
  });

  it('finds each theme new exactly once', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.constantFrom(...'abcdefgh'))), (interviews) => {
        const { newThemes, themes } = measureSaturation(interviews);
        const all = new Set(interviews.flat());
        expect(newThemes.reduce((sum, count) => sum + count, 0)).toBe(all.size);
        expect(themes.at(-1) ?? 0).toBe(all.size);
      }),
    );
  });
});

describe('quote balance', () => {
  it('the vector: 12, 3, 3, 2', () => {
    const balance = measureBalance([12, 3, 3, 2]);
    expect(balance.largestShare).toBe(0.6);
    expect(balance.effectiveVoices).toBeCloseTo(2.41, 2);
    expect(balance).toMatchObject({ quotes: 20, voices: 4, isOverReliant: true });
  });

  it('leans on nobody with few quotes, or none', () => {
    expect(measureBalance([4]).isOverReliant).toBe(false);
    expect(measureBalance([2, 3]).isOverReliant).toBe(true);
    expect(measureBalance([2, 2, 2]).isOverReliant).toBe(false);
    expect(measureBalance([0, 0])).toEqual({
      quotes: 0,
      voices: 0,
      largestShare: 0,
      effectiveVoices: 0,
      isOverReliant: false,
    });
  });

  it('counts between one and all voices', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 20 }), (counts) => {
        const { effectiveVoices, voices } = measureBalance(counts);
        expect(effectiveVoices).toBeGreaterThan(0.999999);
        expect(effectiveVoices).toBeLessThan(voices + 0.000001);
      }),
    );
  });
});
