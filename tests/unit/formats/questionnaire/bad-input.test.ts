/** Tables that are broken, and texts that are none: nothing is lost, nothing throws, everything is said. */
import { describe, expect, it } from 'vitest';
import { looksLikeTable, readQuestionnaire, readTable } from '#shared/formats/questionnaire/read-questionnaire.ts';
import { fileOf, lines, sourceOf, tableOf } from '#tests/unit/formats/questionnaire/samples.ts';

describe('ragged rows', () => {
  it('fills up short rows and keeps what is too much', async () => {
    const { table, warnings } = await tableOf(lines('a,b,c', '1,2,3', '4,5', '6,7,8,"nine, ten",11', '12,13,14,,'));
    expect(table.columns.map(({ name }) => name)).toEqual(['a', 'b', 'c', '[4]']);
    expect(table.rows).toEqual([
      ['1', '2', '3', ''],
      ['4', '5', '', ''],
      ['6', '7', '8', 'nine, ten,11'],
      ['12', '13', '14', ''],
    ]);
    expect(warnings).toEqual([{ code: 'ragged-rows', values: { count: 2, firstRow: 3 } }]);
  });
});

describe('quotes', () => {
  it('a quote that never closes costs its own row only', async () => {
    const { table, warnings } = await tableOf(lines('a,b,c', '1,2,3', '4,"five,6', '7,8,9', '10,"x, y",12'));
    expect(table.rows).toEqual([
      ['1', '2', '3'],
      ['4', '"five', '6'],
      ['7', '8', '9'],
      ['10', 'x, y', '12'],
    ]);
    expect(warnings[0]).toEqual({ code: 'unclosed-quote', values: { row: 3, count: 1 } });
  });

  it('an opened cell with commas ends with its line when that fits', async () => {
    const { table } = await tableOf(lines('a,b', '1,"one, two, three', '2,x'));
    expect(table.rows).toEqual([
      ['1', 'one, two, three'],
      ['2', 'x'],
    ]);
  });

  it('quotes inside a quoted cell stay', async () => {
    const { table } = await tableOf(lines('a,b', '1,"she said "yes" twice"', '2,x'));
    expect(table.rows).toEqual([
      ['1', 'she said "yes" twice'],
      ['2', 'x'],
    ]);
  });

  it('a file full of open quotes takes no quadratic time and loses no line', { timeout: 30_000 }, async () => {
    const text = `a,b\n${'1,"x\n'.repeat(30_000)}`;
    const start = performance.now();
    const { table } = await tableOf(text);
    expect(performance.now() - start).toBeLessThan(10_000);
    expect(table.rows).toHaveLength(30_000);
  });
});

describe('no table', () => {
  it.each([
    ['nothing', '', 'empty'],
    ['blank lines', ' \n\n\n', 'empty'],
    ['headers only', 'a,b,c\n', 'no-table'],
    ['prose', 'Dear all,\nthis is a letter, not a table.\nIt has commas, here, and there.\nNo?\n', 'no-table'],
  ])('%s', async (_, text, code) => {
    const result = await readQuestionnaire(fileOf(text));
    expect(result).toMatchObject({ ok: false, failure: { code } });
  });

  it('a binary file', async () => {
    const bytes = Uint8Array.from({ length: 2000 }, (_, index) => (index * 7919) % 256);
    const result = await readQuestionnaire({ name: 'a.csv', bytes });
    expect(result.ok).toBe(false);
  });

  it.each([
    ['notes.txt', 'One thought.\nAnother thought.\nA third one.\n'],
    ['notes.txt', 'First, some water.\nThen, some food.\nLast, a road.\nNow, rest.\n'],
    ['notes.md', '# Title\n\nA paragraph; with a semicolon; twice.\n'],
    ['talk.txt', 'Ana:\t00:01\tGood morning\nBea:\t00:04\tGood morning\nAna:\t00:09\tShall we?\nBea:\t00:12\tYes\n'],
    ['talk.txt', '00:01\tAna\tHello\n00:02\tBea\tHello\n00:03\tAna\tYes\n'],
    ['numbers.txt', '1,2,3\n4,5,6\n7,8,9\n'],
    ['empty.txt', ''],
  ])('%s does not look like a table: %j', (name, text) => {
    expect(looksLikeTable(text, name)).toBe(false);
  });

  it.each([
    ['answers.txt', 'id,age,why\n1,34,because\n2,56,"well, so"\n3,23,no\n'],
    ['answers.csv', 'Comments\nGood\nBad\n'],
    ['answers.csv', 'a,b\n1,2\n'],
    ['answers.tsv', 'a\tb\n1\t2\n'],
  ])('%s looks like a table: %j', (name, text) => {
    expect(looksLikeTable(text, name)).toBe(true);
  });
});

describe('size and cancelling', () => {
  it('one column of answers is a table', async () => {
    const { content } = await sourceOf('Comments\nAll went well in the end\nNothing changed for us here\n');
    expect(content.segments).toHaveLength(2);
  });

  it('too many columns are no questionnaire', async () => {
    const row = Array.from({ length: 20_000 }, (_, index) => index).join(',');
    expect(await readTable(fileOf(`${row}\n${row}\n`))).toMatchObject({ ok: false, failure: { code: 'no-table' } });
  });

  it('10,000 columns work', async () => {
    const row = Array.from({ length: 10_000 }, (_, index) => `Other${index % 3 === 0 ? '' : index}`).join(',');
    const { table } = await tableOf(`${row}\n${row}\n`);
    expect(new Set(table.columns.map(({ name }) => name)).size).toBe(10_000);
  });

  it('reports progress and stops when it is told to', async () => {
    const text = `a,b\n${`${'x'.repeat(100)},y\n`.repeat(40_000)}`;
    const seen: number[] = [];
    const signal = { aborted: false };
    const result = await readTable(fileOf(text), {
      signal,
      onProgress: ({ done, total }) => {
        seen.push(done / total);
        if (done > 0) signal.aborted = true;
      },
    });
    expect(result).toEqual({ ok: false, failure: { code: 'cancelled', values: {} } });
    expect(seen[0]).toBe(0);
    expect(seen.length).toBe(2);
  });
});
