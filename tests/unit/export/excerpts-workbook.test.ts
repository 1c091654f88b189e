/** Coded excerpts as xlsx, read back with a reader that shares nothing with the writer. */
import { describe, expect, test } from 'vitest';
import { asId } from '#shared/basics/ids.ts';
import type { EvaluationMaterial } from '#shared/formats/deliverable/material.ts';
import { writeCodedExcerptsWorkbook } from '#shared/formats/spreadsheet/coded-excerpts-workbook.ts';
import { coding, englishWords, EXPORTED_AT, material, source } from './fixture.ts';
import { isWellFormed, readParts, readWorkbook, recordsOf, rowsOf } from './read-office.ts';

const request = { words: englishWords, language: 'en', exportedAt: EXPORTED_AT } as const;

async function write(of: EvaluationMaterial = material, more: object = {}): Promise<Uint8Array> {
  const result = await writeCodedExcerptsWorkbook(of, { ...request, ...more });
  if (!result.ok) throw new Error(result.failure.code);
  return result.value.bytes;
}

describe('coded excerpts as xlsx', () => {
  test('hold one row per coding in reading order, with everything around it', async () => {
    const rows = recordsOf(readWorkbook(await write()), 'Coded excerpts');
    expect(rows.map((row) => row['Excerpt id'])).toEqual(['c1', 'c2', 'c3', 'c4', 'c5', 'c6']);
    expect(rows[0]).toMatchObject({
      Source: 'E-01',
      Participant: 'KII-01',
      Method: 'Interview',
      'Stakeholder group': 'Gobierno',
      Gender: 'mujer',
      Intervention: 'MEX-01',
      Place: 'Tapachula',
      Language: 'es',
      Criterion: 'Eficacia',
      'Code, level 1': 'Capacitación',
      'Code, level 2': null,
      Direction: 'supports',
      Quote: 'la usamos cada semana',
      Coder: 'Ana Robles',
      Findings: 'F4.1',
      'Source: Estado': 'Chiapas',
      'Participant: Clave': '007',
    });
    expect(rows[2]).toMatchObject({
      Participant: 'GF-01-B',
      Direction: 'mixed',
      Memo: 'Compare with F2.\nSecond line',
    });
    expect(rows[3]).toMatchObject({ Participant: '001', 'Code, level 1': 'Rutas', 'Code, level 2': 'Espera' });
    expect(rows[4]).toMatchObject({ Criterion: null, 'Code, level 1': 'Miedo' });
    expect(rows[5]).toMatchObject({ Participant: null, Criterion: 'Eficacia', 'Code, level 1': null });
  });

  test('carry real numbers and dates, and leave as text what is none', async () => {
    const rows = recordsOf(readWorkbook(await write()), 'Coded excerpts');
    const text = material.contents.get(asId('text-E-01'))?.text ?? '';
    expect(text.slice(rows[0]?.['Start'] as number, rows[0]?.['End'] as number)).toBe('la usamos cada semana');
    expect(rows[0]?.['Date']).toEqual(new Date('2024-05-17T00:00:00.000Z'));
    expect(rows[0]?.['Coded at (UTC)']).toEqual(new Date('2024-06-01T09:08:07.000Z'));
    expect(rows[1]?.['Date']).toBe('2024-05');
    expect(rows[3]?.['Date']).toBeNull();
    // Before 1900-03-01 Excel counts days wrongly.
    expect(rows[5]?.['Date']).toBe('1899-01-05');
    expect(rows[0]?.['Source: Año']).toBe(2024);
    expect(rows[0]?.['Participant: Edad']).toBe(34);
  });

  test('never hold a formula, and mark what looks like one', async () => {
    const bytes = await write();
    const sheet = readWorkbook(bytes).Sheets['Coded excerpts'] ?? {};
    for (const [place, cell] of Object.entries(sheet)) {
      if (!place.startsWith('!')) expect((cell as { f?: string }).f).toBeUndefined();
    }
    const rows = recordsOf(readWorkbook(bytes), 'Coded excerpts');
    expect(rows[3]?.['Quote']).toBe('=SUM(A1) sería útil');
    expect(rows[3]?.['Participant: Clave']).toBe('=1+1');
    const parts = readParts(bytes);
    expect(parts['xl/worksheets/sheet1.xml']).not.toContain('<f>');
    expect(parts['xl/styles.xml']).toContain('quotePrefix="1"');
  });

  test('have a frozen header row with a filter, wide quotes that wrap, and stay the same byte for byte', async () => {
    const bytes = await write();
    expect(await write()).toEqual(bytes);
    const sheet = readParts(bytes)['xl/worksheets/sheet1.xml'] ?? '';
    const workbook = readWorkbook(bytes);
    expect(sheet).toMatch(/<pane xSplit="2" ySplit="1" topLeftCell="C2" activePane="bottomRight" state="frozen"\/>/u);
    expect(workbook.Sheets['Coded excerpts']?.['!autofilter']?.ref).toBe(workbook.Sheets['Coded excerpts']?.['!ref']);
  });

  test('tell on a sheet of their own what they are', async () => {
    const about = rowsOf(
      readWorkbook(await write(material, { filters: [{ name: 'Method', value: 'Interview' }] })),
      'About',
    );
    const flat = about.map((row) => row.join(' | '));
    expect(flat[0]).toContain('Evaluación <final> & conjunta');
    expect(flat).toContain('Filter: Method | Interview');
    expect(flat).toContain('Excerpts | 6');
    expect(flat.find((line) => line.startsWith('Quote |'))).toContain('exactly as they stand there');
    expect(flat.join('\n')).toContain('never run as a formula');
  });

  test('can be limited to some codings', async () => {
    const some = material.records.coding.filter((one) => one.direction !== 'supports');
    const rows = recordsOf(readWorkbook(await write(material, { codings: some })), 'Coded excerpts');
    expect(rows).toHaveLength(3);
  });

  test('give no name that stands only in a file name or as a label in the text', async () => {
    const parts = readParts(await write());
    expect(Object.values(parts).join('\n')).not.toMatch(/María/u);
  });

  test('say when a text is not at hand, and leave the quote empty', async () => {
    const result = await writeCodedExcerptsWorkbook({ ...material, contents: new Map() }, request);
    expect(result.ok && result.value.remarks).toEqual([{ code: 'texts-missing', values: { count: 6 } }]);
  });

  test('stop when told to', async () => {
    const result = await writeCodedExcerptsWorkbook(material, request, { signal: { aborted: true } });
    expect(result).toMatchObject({ ok: false, failure: { code: 'cancelled' } });
  });
});

describe('limits of Excel', () => {
  const long = `${'é'.repeat(32_760)}👩‍👩‍👧${'z'.repeat(40_000)}`;
  const withLong: EvaluationMaterial = {
    contents: new Map([[asId<'content'>('text-L'), { text: long, segments: [], table: null }]]),
    records: {
      ...material.records,
      source: [source('L', 'document')],
      coding: [coding('long', 'L', [0, long.length], 'training')],
      finding: [],
    },
  };

  test('a text longer than a cell stands in full on a sheet of its own, and the cell points there', async () => {
    const result = await writeCodedExcerptsWorkbook(withLong, request);
    if (!result.ok) throw new Error(result.failure.code);
    expect(result.value.remarks).toEqual([{ code: 'long-texts', values: { count: 1, sheet: 'Long texts' } }]);
    const workbook = readWorkbook(result.value.bytes);
    const quote = recordsOf(workbook, 'Coded excerpts')[0]?.['Quote'] as string;
    expect(quote.length).toBeLessThanOrEqual(32_767);
    expect(quote).toMatch(/\[…\] → Long texts, no\. 1$/u);
    const parts = recordsOf(workbook, 'Long texts').map((row) => row['Text'] as string);
    expect(parts.every((part) => part.length <= 32_767 && isWellFormed(part))).toBe(true);
    expect(parts.join('')).toBe(long);
    expect(recordsOf(workbook, 'Long texts')[0]?.['Cell']).toMatch(/^Coded excerpts!/u);
  });

  test('rows beyond the limit continue on further sheets, each with its header', async () => {
    const result = await writeCodedExcerptsWorkbook(material, request, {}, { rows: 4, columns: 99, cellText: 32_767 });
    if (!result.ok) throw new Error(result.failure.code);
    const workbook = readWorkbook(result.value.bytes);
    const names = workbook.SheetNames.filter((name) => name.startsWith('Coded excerpts'));
    expect(names).toEqual(['Coded excerpts', 'Coded excerpts (2)']);
    const ids = names.flatMap((name) => recordsOf(workbook, name).map((row) => row['Excerpt id']));
    expect(ids).toEqual(['c1', 'c2', 'c3', 'c4', 'c5', 'c6']);
  });

  test('more columns than Excel has is a failure that says so', async () => {
    const result = await writeCodedExcerptsWorkbook(material, request, {}, { rows: 99, columns: 10, cellText: 99 });
    expect(result).toMatchObject({ ok: false, failure: { code: 'too-many-columns', values: { limit: 10 } } });
  });
});
