import { describe, expect, it } from 'vitest';
import { suggestConvergence, type ColumnVoices } from '#shared/analysis/convergence.ts';
import { reasonsOf, silentColumns } from '#renderer/features/matrix/convergence-reasons.ts';

function column(name: string, supports: number, contradicts: number, potential: number): ColumnVoices {
  const voices = supports + contradicts;
  return { column: name, voices, supports, contradicts, mixed: 0, potential, asked: null };
}

describe('reasons of a suggested convergence', () => {
  // Vector V2 of the method: interviews for, focus groups against, documents for, questionnaire silent.
  const suggestion = suggestConvergence([
    column('focus-group', 1, 3, 4),
    column('interview', 8, 1, 12),
    column('document', 4, 0, 9),
    column('questionnaire', 0, 0, 60),
    column('observation', 0, 0, 0),
  ]);

  it('names the worst pairs first, the supporting side before the contrary one', () => {
    expect(reasonsOf(suggestion).map(({ key, a, b }) => [key, a, b])).toEqual([
      ['opposite', 'interview', 'focus-group'],
      ['opposite', 'document', 'focus-group'],
      ['same-and-prominent', 'interview', 'document'],
    ]);
  });

  it('keeps shares and stances with their columns when it turns a pair around', () => {
    const [first] = reasonsOf(suggestion);
    expect(first).toMatchObject({ stanceA: 'supports', stanceB: 'contradicts', shareB: 0.75 });
    expect(first?.shareA).toBeCloseTo(8 / 12);
  });

  it('tells silence of those who could have spoken from that of those who were not there', () => {
    expect(silentColumns(suggestion, 'nothing-said')).toEqual(['questionnaire']);
    expect(silentColumns(suggestion, 'not-asked')).toEqual(['observation']);
  });
});
