import { describe, expect, it } from 'vitest';
import { asId } from '#shared/basics/ids.ts';
import { buildCodebook } from '#shared/domain/codebook/codebook.ts';
import type { Code } from '#shared/domain/codebook/code.ts';
import { canCreate, rankCodes } from '#renderer/features/coding/picker/rank-codes.ts';

function code(id: string, name: string, parent: string | null = null, values: Partial<Code> = {}): Code {
  return {
    id: asId(id),
    name,
    parent: parent === null ? null : asId(parent),
    criterion: null,
    key: '',
    color: '',
    definition: '',
    hidden: false,
    order: 0,
    ...values,
  };
}

const codebook = buildCodebook([
  code('rel', 'Relevance'),
  code('needs', 'Needs of people', 'rel'),
  code('coh', 'Coherence'),
  code('eff', 'Effectiveness'),
  code('ref', 'Referral works', 'eff'),
  code('ge', 'Gender equality'),
  code('accion', 'Acción temprana', 'eff'),
  code('old', 'Old code', null, { hidden: true }),
  code('older', 'Older code', 'old'),
]);
const names = (query: string, recent: string[] = []) =>
  rankCodes(
    codebook,
    query,
    recent.map((id) => asId<'code'>(id)),
  ).map((ranked) => ranked.code.name);

describe('the code picker', () => {
  it('lists everything but hidden codes in the order of the tree, recent ones on top', () => {
    expect(names('', ['ge', 'ref'])).toEqual([
      'Gender equality',
      'Referral works',
      'Relevance',
      'Needs of people',
      'Coherence',
      'Effectiveness',
      'Acción temprana',
    ]);
  });

  it('finds a code by two letters', () => {
    expect(names('co')[0]).toBe('Coherence');
    expect(names('ne')[0]).toBe('Needs of people');
  });

  it('prefers beginnings of names over middles and paths', () => {
    expect(names('eff')).toEqual(['Effectiveness', 'Referral works', 'Acción temprana']);
    expect(names('re')[0]).toBe('Relevance');
  });

  it('lets recent codes win among equals', () => {
    expect(names('re', ['ref'])[0]).toBe('Referral works');
  });

  it('finds by initials, by words in any order and without accents', () => {
    expect(names('ge')[0]).toBe('Gender equality');
    expect(names('works ref')).toEqual(['Referral works']);
    expect(names('accion')).toEqual(['Acción temprana']);
    expect(names('effectiveness / ref')).toEqual(['Referral works']);
  });

  it('finds nothing for what is not there', () => {
    expect(names('zzz')).toEqual([]);
  });

  it('offers to create only what has no namesake among its siblings', () => {
    expect(canCreate(codebook, 'Needs of people', asId('rel'))).toBe(false);
    expect(canCreate(codebook, ' needs OF people ', asId('rel'))).toBe(false);
    expect(canCreate(codebook, 'Needs of people', asId('eff'))).toBe(true);
    expect(canCreate(codebook, '  ', null)).toBe(false);
  });
});
