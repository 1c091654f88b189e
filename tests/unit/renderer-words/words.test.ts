/** Areas are found by their files, plurals follow the language, numbers are written its way. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { formatsFor } from '#renderer/ui/formats.ts';
import { languageFor, setLanguage, wordsNow } from '#renderer/ui/words.ts';

vi.stubGlobal('document', { documentElement: {} });
afterEach(() => setLanguage('en'));

describe('words', () => {
  it('finds areas by their files and switches language', () => {
    expect(wordsNow()('common.cancel')).toBe('Cancel');
    setLanguage('es');
    expect(wordsNow()('common.cancel')).toBe('Cancelar');
  });

  it('picks the plural form and writes numbers as the language does', () => {
    expect(wordsNow()('common.sources', { count: 1 })).toBe('1 source');
    expect(wordsNow()('common.sources', { count: 1200 })).toBe('1,200 sources');
    setLanguage('fr');
    expect(wordsNow()('common.sources', { count: 0 })).toBe('0 source');
    expect(wordsNow()('common.sources', { count: 2_000_000 })).toMatch(/^2.000.000 sources$/u);
  });

  it('takes what a system says for a language', () => {
    expect(languageFor('es-MX')).toBe('es');
    expect(languageFor('de-AT')).toBe('en');
  });
});

describe('formats', () => {
  it('never moves a day by the time zone', () => {
    expect(formatsFor('en').date('2024-03-01')).toMatch(/Mar 1, 2024|1 Mar 2024/u);
  });

  it('leaves what is no date as it stands', () => {
    expect(formatsFor('es').date('primavera')).toBe('primavera');
  });

  it('writes sizes in the unit that reads best', () => {
    expect(formatsFor('en').bytes(1_250_000)).toBe('1.3 MB');
  });
});
