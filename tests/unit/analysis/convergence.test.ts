import { describe, expect, it } from 'vitest';
import {
  comparePair,
  prominenceOf,
  stanceOf,
  suggestConvergence,
  type ColumnVoices,
} from '#shared/analysis/convergence.ts';

type Said = { supports?: number; contradicts?: number; mixed?: number; neutral?: number; asked?: boolean | null };

function column(name: string, potential: number, said: Said = {}): ColumnVoices {
  const { supports = 0, contradicts = 0, mixed = 0, neutral = 0, asked = null } = said;
  const voices = supports + contradicts + mixed + neutral;
  return { column: name, voices, supports, contradicts, mixed, potential, asked };
}

function pairsOf(columns: readonly ColumnVoices[]): Record<string, string> {
  return Object.fromEntries(suggestConvergence(columns).pairs.map((pair) => [`${pair.a}/${pair.b}`, pair.result]));
}

describe('vectors of method.md 1.6', () => {
  it('V1 training used: all sets agree with the same prominence', () => {
    const columns = [
      column('interview', 12, { supports: 9 }),
      column('focus-group', 4, { supports: 3 }),
      column('questionnaire', 60, { supports: 45, contradicts: 5 }),
      column('document', 9, { supports: 6 }),
    ];
    expect(columns.map(prominenceOf).map((share) => share.toFixed(2))).toEqual(['0.75', '0.75', '0.75', '0.67']);
    const row = suggestConvergence(columns);
    expect(row.suggested).toBe('agreement');
    expect(row.pairs).toHaveLength(6);
    expect(row.silent).toEqual([]);
  });

  it('V2 referral works: interviews and focus groups say opposite things, the survey is silent', () => {
    const columns = [
      column('interview', 12, { supports: 8, contradicts: 1 }),
      column('focus-group', 4, { supports: 1, contradicts: 3 }),
      column('questionnaire', 60),
      column('document', 9, { supports: 4 }),
    ];
    const row = suggestConvergence(columns);
    expect(row.suggested).toBe('dissonance');
    expect(row.silent).toEqual([{ column: 'questionnaire', kind: 'nothing-said' }]);
    expect(pairsOf(columns)).toEqual({
      'interview/focus-group': 'dissonance',
      'interview/document': 'agreement',
      'focus-group/document': 'dissonance',
    });
  });

  it('V3 tool known: prominence apart, the survey did not ask, documents are silent', () => {
    const row = suggestConvergence([
      column('interview', 12, { supports: 10 }),
      column('focus-group', 4, { supports: 1 }),
      column('questionnaire', 60, { asked: false }),
      column('document', 9, { asked: true }),
    ]);
    expect(row.suggested).toBe('partial-agreement');
    expect(row.pairs.map((pair) => [pair.result, pair.reason])).toEqual([['partial-agreement', 'prominence-apart']]);
    expect(row.pairs[0]?.prominences.map((share) => share.toFixed(2))).toEqual(['0.83', '0.25']);
    expect(row.silent).toEqual([
      { column: 'questionnaire', kind: 'not-asked' },
      { column: 'document', kind: 'nothing-said' },
    ]);
  });
});

describe('comparing two columns', () => {
  it('counts a prominence gap of exactly 0.34 as alike, in spite of rounding', () => {
    const gap = (a: number, b: number): string =>
      comparePair(column('a', 100, { supports: a }), column('b', 100, { supports: b })).result;
    expect(gap(84, 50)).toBe('agreement');
    expect(gap(83, 49)).toBe('agreement');
    expect(gap(44, 10)).toBe('agreement');
    expect(gap(85, 50)).toBe('partial-agreement');
  });

  it('takes a mixed voice as half each way: it changes no stance', () => {
    expect(stanceOf(column('a', 9, { supports: 2, contradicts: 1, mixed: 5 }))).toBe('supports');
    expect(prominenceOf(column('a', 10, { supports: 2, mixed: 2 }))).toBeCloseTo(0.3);
  });

  it('calls one side mixed partial agreement, and both sides too', () => {
    const divided = column('a', 4, { supports: 1, contradicts: 1 });
    const mixed = column('b', 4, { mixed: 2 });
    const clear = column('c', 4, { supports: 2 });
    expect(comparePair(divided, clear).result).toBe('partial-agreement');
    expect(comparePair(mixed, clear).result).toBe('partial-agreement');
    expect(comparePair(divided, mixed).result).toBe('partial-agreement');
  });

  it('finds agreement also on a contrary stance', () => {
    const result = comparePair(column('a', 4, { contradicts: 3 }), column('b', 4, { contradicts: 4 })).result;
    expect(result).toBe('agreement');
  });

  it('treats neutral voices as speaking without taking a side', () => {
    const neutral = column('a', 4, { neutral: 4 });
    expect(comparePair(neutral, column('b', 4, { neutral: 3 })).result).toBe('agreement');
    expect(comparePair(neutral, column('b', 4, { supports: 3 })).result).toBe('partial-agreement');
  });

  it('answers silence when one says nothing', () => {
    expect(comparePair(column('a', 4), column('b', 4, { supports: 1 })).result).toBe('silence');
  });
});

describe('a row', () => {
  it('is silent when fewer than two columns speak', () => {
    expect(suggestConvergence([column('a', 4, { supports: 4 }), column('b', 0)])).toMatchObject({
      suggested: 'silence',
      speaking: 1,
      silent: [{ column: 'b', kind: 'not-asked' }],
    });
    expect(suggestConvergence([]).suggested).toBe('silence');
  });
});
