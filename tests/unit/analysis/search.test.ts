import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from '#shared/analysis/fold-text.ts';
import { findAll, prepareSearch, SearchTexts, type SearchQuery } from '#shared/analysis/search.ts';

function found(text: string, query: SearchQuery): string[] {
  const ready = prepareSearch(query);
  if (!ready.ok) throw new Error(ready.failure.code);
  return findAll(ready.value, foldText(text)).hits.map(({ start, end }) => text.slice(start, end));
}
const pattern = (text: string): SearchQuery => ({ text, isPattern: true });

describe('folding', () => {
  it('gives one unit for one unit on any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => foldText(text).length === text.length));
    expect(foldText('ÁÉÍ Ñandú İstanbul ß Å\u00a0ﬁ 한 𝔘')).toBe('aei nandu istanbul ß a ﬁ 한 𝔘');
  });
});

describe('words and phrases', () => {
  it('ignore case and accents, on both sides', () => {
    expect(found('La Policía y la POLICIA', { text: 'policia' })).toEqual(['Policía', 'POLICIA']);
    expect(found('La policia', { text: 'POLICÍA' })).toEqual(['policia']);
  });

  it('find accents that are marks of their own, with them', () => {
    expect(found('de Jose\u0301 Pen\u0303a', { text: 'josé peña' })).toEqual(['Jose\u0301 Pen\u0303a']);
  });

  it('reach over line ends and doubled blanks', () => {
    expect(found('trata de\n\npersonas, trata\u00a0de  personas', { text: 'trata de personas' })).toHaveLength(2);
  });

  it('can be whole words', () => {
    expect(found('rescate, rescates, el rescate', { text: 'rescate', wholeWords: true })).toEqual([
      'rescate',
      'rescate',
    ]);
    expect(found('año 2020 y 20201', { text: '2020', wholeWords: true })).toEqual(['2020']);
  });

  it('take signs literally', () => {
    expect(found('what? (yes) a+b [x] 5.0 5x0', { text: '5.0' })).toEqual(['5.0']);
    expect(found('what? (yes) a+b', { text: '(yes) a+b' })).toEqual(['(yes) a+b']);
  });

  it('refuse an empty query', () => {
    expect(prepareSearch({ text: '  ' })).toEqual({ ok: false, failure: { code: 'empty', place: 0 } });
  });
});

describe('patterns', () => {
  it.each([
    ['capacita\\w+', 'Capacitación y capacitaron', ['Capacitación', 'capacitaron']],
    ['mujer(es)?', 'mujer mujeres', ['mujer', 'mujeres']],
    ['^fin$', 'fin\nfinal\nfin', ['fin', 'fin']],
    ['\\bno\\b', 'no, nota, ano, no', ['no', 'no']],
    ['a.*?c', 'abc abc', ['abc', 'abc']],
    ['a.*c', 'abc abc\nabc', ['abc abc', 'abc']],
    ['[a-zá-ú]{3,}', 'Ábc 12', ['Ábc']],
    ['[^a-z ]+', 'ab 12 ñ', ['12']],
    ['\\d{2,4}', '1 22 333 4444', ['22', '333', '4444']],
    ['(?:si|no),', 'Sí, no, tal vez,', ['Sí,', 'no,']],
    ['\\p{L}+', 'año 2', ['año']],
    ['cost|costly', 'costly', ['cost']],
    ['costly|cost', 'costly', ['costly']],
    ['\\u00f1', 'ñ n', ['ñ', 'n']],
    ['\\(x\\)', '(x)', ['(x)']],
    ['¿.+\\?', '¿cómo?', ['¿cómo?']],
  ])('%s', (source, text, hits) => {
    expect(found(text, pattern(source))).toEqual(hits);
  });

  it.each([
    ['(a', 'incomplete'],
    ['[a', 'incomplete'],
    ['a)', 'unexpected'],
    ['*a', 'unexpected'],
    ['a*', 'matches-nothing'],
    ['\\b', 'matches-nothing'],
    ['(a)\\1', 'unsupported'],
    ['(?=a)b', 'unsupported'],
    ['[z-a]', 'unexpected'],
    ['\\p{Nonsense}', 'unsupported'],
    ['a{9999}', 'too-complex'],
    ['((a{50}){50}){50}', 'too-complex'],
    [`${'('.repeat(400)}`, 'too-complex'],
    ['a'.repeat(501), 'too-long'],
    ['\\', 'incomplete'],
  ])('refuses %s as %s', (source, code) => {
    expect(prepareSearch(pattern(source))).toMatchObject({ ok: false, failure: { code } });
  });

  it('finds what RegExp finds, on simple patterns', { timeout: 30_000 }, () => {
    const piece = fc.constantFrom(
      'a',
      'b',
      '.',
      'a*',
      'b+',
      '(ab)?',
      '(a|b)',
      '[^a]',
      'a+?',
      '(a|ab)',
      '\\b',
      '^',
      '$',
    );
    const source = fc.array(piece, { minLength: 1, maxLength: 5 }).map((pieces) => pieces.join(''));
    const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', '.'), maxLength: 20 });
    fc.assert(
      fc.property(source, text, (expression, searched) => {
        const ready = prepareSearch(pattern(expression));
        if (!ready.ok) {
          expect(ready.failure.code).toBe('matches-nothing');
          return;
        }
        const expected = [...searched.matchAll(new RegExp(expression, 'gm'))].map((match) => [match.index, match[0]]);
        const hits = findAll(ready.value, searched).hits.map(({ start, end }) => [start, searched.slice(start, end)]);
        expect(hits).toEqual(expected);
      }),
      { numRuns: 200 },
    );
  });

  it('never takes long, whatever the pattern', { timeout: 30_000 }, () => {
    for (const source of ['(a+)+b', '(a|a)*b', '.*.*.*.*c', '(a|b|ab)*c', 'a.*b.*c.*d', '(.*a){20}c']) {
      const ready = prepareSearch(pattern(source));
      if (!ready.ok) throw new Error(source);
      const before = performance.now();
      findAll(ready.value, 'ab'.repeat(30_000));
      expect(performance.now() - before).toBeLessThan(3000);
    }
  });
});

describe('many texts', () => {
  const texts = new SearchTexts<string>();
  for (let n = 0; n < 20; n += 1) texts.set(`text-${n}`, `number ${n} says yes, yes. `.repeat(1000));
  const yes = prepareSearch({ text: 'yes' });
  if (!yes.ok) throw new Error('yes');

  it('are counted in full and listed up to a limit', async () => {
    const result = await texts.search(yes.value, { limit: 2500 });
    expect(result?.total).toBe(40_000);
    expect(result?.hits).toHaveLength(2500);
    expect(result?.hits.at(-1)?.key).toBe('text-1');
  });

  it('can be stopped', async () => {
    const signal = { aborted: false };
    const result = await texts.search(yes.value, {
      signal,
      pause: () => {
        signal.aborted = true;
        return Promise.resolve();
      },
    });
    texts.set('more', 'x'.repeat(3_000_000));
    expect(result === null || result.total === 40_000).toBe(true);
    expect(await texts.search(yes.value, { signal: { aborted: true } })).toBeNull();
  });
});
