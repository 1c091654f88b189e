/** `agreement` on the command line, with the spans of the published example T18. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Desk } from '#tests/unit/headless/command-line.ts';

type Figures = Record<string, number | null> & { code: string };
type Answer = { coders: string[]; unit: string; codes: Figures[]; overall: Figures; leftOut: { oneCoder: string[] } };

const CODINGS = `source,start,end,code,coder
E-01,0,20,Relevance,Ana
E-01,30,50,Effectiveness,Ana
E-01,60,80,Impact/Change,Ana
E-01,0,15,Relevance,Luis
E-01,30,50,Impact/Change,Luis
E-01,65,90,Impact/Change,Luis
E-02,0,5,Relevance,Ana
`;

describe('agreement on the command line', { timeout: 60_000 }, () => {
  const desk = new Desk();
  const ask = (...words: string[]) => desk.json<Answer>('agreement', 'p.triangula', ...words);

  beforeAll(async () => {
    await desk.run('new', 'p.triangula', '--title', 'T', '--language', 'en', '--no-passphrase', '--actor', 'Eva');
    // A hundred characters: ten lines of nine and a line break.
    desk.write('E-01.txt', 'palabras.\n'.repeat(10));
    desk.write('E-02.txt', 'otras palabras de una sola persona\n');
    desk.write('codings.csv', CODINGS);
    await desk.run('import', 'p.triangula', 'E-01.txt', 'E-02.txt', '--method', 'document', '--actor', 'Eva');
    await desk.run('code', 'p.triangula', 'codings.csv', '--actor', 'Eva');
  }, 60_000);
  afterAll(() => desk.clear());

  it('compares by character, per code and overall', async () => {
    const { coders, unit, codes, overall, leftOut } = await ask();
    expect(coders).toEqual(['Ana', 'Luis']);
    expect(unit).toBe('character');
    expect(leftOut.oneCoder).toHaveLength(1);
    const relevance = codes.find(({ code }) => code === 'Relevance');
    expect(relevance).toMatchObject({ a: 15, b: 5, c: 0, d: 80, n: 100, percent: 0.95 });
    expect(relevance?.['kappa']).toBeCloseTo(0.827586, 6);
    expect(codes.find(({ code }) => code === 'Impact/Change')?.['kappa']).toBeCloseTo(0.255319, 6);
    expect(overall['uAlpha']).toBeCloseTo(0.459892, 6);
    expect(overall['binaryUAlpha']).toBeCloseTo(0.609687, 6);
    expect(Object.keys(overall)).toEqual(
      expect.arrayContaining(['a', 'b', 'c', 'd', 'percent', 'kappa', 'ac1', 'alpha', 'fleiss', 'n']),
    );
  });

  it('compares by segment, for one code, for named coders and sources', async () => {
    const one = await ask('--unit', 'segment', '--code', 'Impacto/change', '--coders', 'Luis,Ana');
    expect(one.coders).toEqual(['Luis', 'Ana']);
    // Luis marked lines 4 and 5, 7 to 9; Ana lines 7 and 8.
    expect(one.codes).toMatchObject([{ code: 'Impact/Change', a: 2, b: 3, c: 0, d: 5, n: 10 }]);
    const named = await ask('--source', 'E-02', '--coders', 'Ana,Luis');
    expect(named.codes).toMatchObject([{ code: 'Relevance', a: 0, b: 5, c: 0 }]);
  });

  it('prints a table for people', async () => {
    const { stdout, exitCode } = await desk.run('agreement', 'p.triangula');
    expect(exitCode).toBe(0);
    expect(stdout).toContain('Ana, Luis: 1 sources, unit character');
    expect(stdout).toMatch(/Relevance\s+100\s+15\s+5\s+0\s+80\s+95\.0\s+0\.828/u);
  });

  it.each([
    [['--coders', 'Ana'], 2, 'two names or more'],
    [['--coders', 'Ana,Nadie'], 1, 'no coder "Nadie"'],
    [['--coders', 'Ana,Eva'], 1, 'no text that two of these coders coded'],
    [['--code', 'Nada'], 1, 'no code "Nada"'],
    [['--source', 'E-99'], 1, 'no source "E-99"'],
    [['--unit', 'word'], 2, '--unit is one of'],
    [['--unit', 'answer'], 1, 'choose another --unit'],
  ])('refuses %j', async (words, exitCode, message) => {
    const ran = await desk.call('agreement', 'p.triangula', ...words);
    expect(ran.exitCode).toBe(exitCode);
    expect(ran.stderr).toContain(message);
  });
});
