/** Whatever stands in the cells: written by RFC 4180 and read again, it is the same. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyPlan } from '#shared/formats/questionnaire/column-plan.ts';
import { parseRecords } from '#shared/formats/questionnaire/parse-records.ts';
import { readQuestionnaire } from '#shared/formats/questionnaire/read-questionnaire.ts';
import { fileOf, tableOf } from '#tests/unit/formats/questionnaire/samples.ts';

// Line breaks become \n when bytes are decoded, so other ones cannot come back.
const cell = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.string({ unit: fc.constantFrom('a', ' ', ',', ';', '\t', '"', '\n', 'ñ', '🌻', 'م', '\u00a0'), maxLength: 12 }),
    fc.constant(''),
  )
  .map((text) => text.replace(/\r\n?|\ufeff/g, '\n'));

const table = fc
  .integer({ min: 2, max: 6 })
  .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 12 }));

function write(rows: readonly (readonly string[])[], delimiter: string, lineEnd: string, quoteAll: boolean): string {
  const special = new RegExp(`["\\n\\r${delimiter}]`);
  const writeCell = (text: string): string =>
    quoteAll || special.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  return rows.map((row) => row.map(writeCell).join(delimiter)).join(lineEnd) + lineEnd;
}

const hasWords = (row: readonly string[]): boolean => row.some((text) => text !== '');

describe.each([',', ';', '\t'])('with %j', (delimiter) => {
  it('records come back', async () => {
    await fc.assert(
      fc.asyncProperty(table, fc.boolean(), async (rows, quoteAll) => {
        const records = await parseRecords(write(rows, delimiter, '\n', quoteAll), delimiter);
        expect(records?.rows).toEqual(rows.filter(hasWords));
        expect(records?.brokenQuotes).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('a whole file comes back, its delimiter found, and every answer stands in the text', async () => {
    await fc.assert(
      fc.asyncProperty(table, fc.constantFrom('\n', '\r\n'), fc.boolean(), async (rows, lineEnd, quoteAll) => {
        const headers = (rows[0] ?? []).map((_, index) => `Question ${index + 1}`);
        const body = rows.filter(hasWords).map((row) => row.map((text, index) => (index === 0 ? `x${text}` : text)));
        if (body.length === 0) return;
        const { table: read } = await tableOf(write([headers, ...body], delimiter, lineEnd, quoteAll), { delimiter });
        expect(read.columns.map(({ name }) => name)).toEqual(headers);
        expect(read.rows).toEqual(body);
        const columns = read.columns.map(({ name, label }) => ({ name, label, role: 'open' as const }));
        const { text, segments } = applyPlan(read, { columns });
        const answers = body.flat().filter((answer) => answer.trim() !== '');
        expect(segments.map(({ start, end }) => text.slice(start, end))).toEqual(answers);
      }),
      { numRuns: 200 },
    );
  });
});

it('records come back across the slices in which a long text is read', async () => {
  const rows = Array.from({ length: 30_000 }, (_, index) => [
    String(index),
    index % 7 === 0 ? `said "${'x'.repeat(index % 300)}",\nand went` : 'y'.repeat(index % 200),
    '',
  ]);
  const text = write(rows, ',', '\n', false);
  expect(text.length).toBeGreaterThan(3 << 20);
  expect((await parseRecords(text, ','))?.rows).toEqual(rows);
  const long = [
    ['a', 'b'],
    ['1', `"\n,${'long '.repeat(300_000)}`],
    ['2', 'x'],
  ];
  expect((await parseRecords(write(long, ',', '\n', false), ','))?.rows).toEqual(long);
});

it('any text at all is read without an exception', async () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '1', ' ', ',', ';', '\t', '"', '\n'), maxLength: 200 });
  await fc.assert(
    fc.asyncProperty(text, async (broken) => {
      const records = await parseRecords(broken, ',');
      const kept = (records?.rows ?? [])
        .flat()
        .join('')
        .replace(/["\n\t, ]/g, '');
      expect(kept).toBe(broken.replace(/["\n\t, ]/g, ''));
    }),
    { numRuns: 2000 },
  );
});

it('any table-like text gives a source or a reason, and every answer stands where its segment says', async () => {
  const text = fc.string({
    unit: fc.constantFrom(
      'id',
      'why',
      'a/b',
      '1',
      '2',
      ' ',
      ',',
      ',',
      ';',
      '\t',
      '"',
      '\n',
      '\n',
      '\r',
      '🌻',
      '\ud800',
    ),
    maxLength: 120,
  });
  await fc.assert(
    fc.asyncProperty(text, fc.integer({ min: 1, max: 3 }), async (broken, headerRows) => {
      const plan = { columns: [], delimiter: null, encoding: null, headerRows };
      const result = await readQuestionnaire(fileOf(broken), { plan });
      if (!result.ok) return;
      const { text: words, segments, table: read } = result.value.content;
      expect(new Set(read?.respondents).size).toBe(read?.rows.length);
      expect(new Set(read?.columns.map(({ name }) => name)).size).toBe(read?.columns.length);
      for (const { start, end, question, respondent } of segments) {
        const column = read?.columns.findIndex(({ name }) => name === question) ?? -1;
        const row = read?.respondents.indexOf(respondent ?? '') ?? -1;
        expect(words.slice(start, end)).toBe(read?.rows[row]?.[column]);
      }
    }),
    { numRuns: 1500 },
  );
});
