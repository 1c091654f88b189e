/** Coded excerpts as csv, read back with papaparse. */
import { describe, expect, test } from 'vitest';
import { writeCodedExcerptsCsv } from '#shared/formats/delimited/coded-excerpts-csv.ts';
import { DelimitedWriter } from '#shared/formats/delimited/write-delimited.ts';
import { englishWords, material } from './fixture.ts';
import { readCsvRecords } from './read-csv.ts';

async function write(options = {}): Promise<Uint8Array> {
  const result = await writeCodedExcerptsCsv(material, { words: englishWords }, options);
  if (!result.ok) throw new Error(result.failure.code);
  return result.value.bytes;
}

describe('coded excerpts as csv', () => {
  test('begin with a byte order mark and end their rows with CRLF', async () => {
    const bytes = await write();
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const text = new TextDecoder().decode(bytes);
    expect(text.endsWith('\r\n')).toBe(true);
    // The only bare line feed is the one in a memo, inside quotes.
    expect(text.replaceAll('\r\n', '').split('\n')).toHaveLength(2);
  });

  test('hold the same columns as the workbook, dates and times in ISO', async () => {
    const rows = readCsvRecords(await write());
    expect(rows.map((row) => row['Excerpt id'])).toEqual(['c1', 'c2', 'c3', 'c4', 'c5', 'c6']);
    expect(rows[0]).toMatchObject({
      Quote: 'la usamos cada semana',
      Date: '2024-05-17',
      'Coded at (UTC)': '2024-06-01T09:08:07.000Z',
      'Participant: Edad': '34',
      Findings: 'F4.1',
    });
    expect(rows[2]?.['Memo']).toBe('Compare with F2.\nSecond line');
  });

  test('put an apostrophe before what a spreadsheet would run, and only there', async () => {
    const guarded = readCsvRecords(await write());
    expect(guarded[3]?.['Quote']).toBe("'=SUM(A1) sería útil");
    expect(guarded[4]?.['Quote']).toBe("'-5 horas de espera");
    expect(guarded[3]?.['Participant: Clave']).toBe("'=1+1");
    const bare = readCsvRecords(await write({ guardFormulas: false }));
    expect(bare[3]?.['Quote']).toBe('=SUM(A1) sería útil');
  });

  test('leave numbers alone and count what cannot be carried', () => {
    const writer = new DelimitedWriter({ delimiter: ';', guardFormulas: true });
    writer.row([-5, '-5', '\tx', '\rx', 'a;b', 'a,b', ' x ', 'a"b', null, '\u0000', '\ud800', '@x', '+1']);
    const text = new TextDecoder().decode(writer.finish());
    expect(text).toBe(`-5;'-5;'\tx;"'\rx";"a;b";a,b;" x ";"a""b";;\u2400;\ufffd;'@x;'+1\r\n`);
    expect(writer.replaced).toBe(2);
  });
});
