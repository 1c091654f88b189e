/** Any text survives every export: control characters, emoji, lone surrogates, formulas, line ends, right to left. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DelimitedWriter } from '#shared/formats/delimited/write-delimited.ts';
import { splitText } from '#shared/formats/spreadsheet/cell-text.ts';
import { SheetNames } from '#shared/formats/spreadsheet/sheet-names.ts';
import type { Workbook } from '#shared/formats/spreadsheet/workbook.ts';
import { writeWorkbook } from '#shared/formats/spreadsheet/write-workbook.ts';
import { writeFindingsReport } from '#shared/formats/word/findings-report.ts';
import { EXPORTED_AT, material, spanishWords } from './fixture.ts';
import { readCsvRows } from './read-csv.ts';
import { isWellFormed, readParts, readWorkbook, rowsOf, sharedTexts } from './read-office.ts';

const nasty = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
      fc.constantFrom('=1+1', '+x', '-x', '@x', '\t', '\r', '\r\n', '\n', '\u0000', '\u000b', '\ud800', '\udfff'),
      fc.constantFrom(
        '_x0041_',
        '_x005F_',
        '&amp;',
        ']]>',
        '<b>',
        '"',
        "'",
        '👩‍👩‍👧',
        'e\u0301',
        'مرحبا',
        '\u202e',
        '\ufffe',
      ),
    ),
    { maxLength: 8 },
  )
  .map((pieces) => pieces.join(''));

function workbookOf(texts: readonly string[]): Workbook {
  return {
    title: texts[0] ?? '',
    language: 'en',
    createdAt: EXPORTED_AT,
    sheets: [
      {
        name: 'S',
        hasHeaderRow: true,
        columns: [{ header: 'Text', width: 20 }],
        rows: texts.map((text) => [text]),
        rowCount: 1,
      },
    ],
    longTexts: { sheetName: 'Long', headers: { number: 'n', cell: 'c', part: 'p', text: 't' }, pointer: () => '…' },
  };
}

describe('any text', () => {
  test('comes back from xlsx code unit by code unit, in well-formed parts', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(nasty, { minLength: 1, maxLength: 12 }), async (texts) => {
        const result = await writeWorkbook(workbookOf(texts));
        if (!result.ok) throw new Error(result.failure.code);
        readParts(result.value.bytes);
        const stored = new Set(sharedTexts(result.value.bytes));
        for (const text of texts) if (text !== '') expect(stored).toContain(text);
        // This reader makes one line feed of CR LF, as it does with files of Excel.
        const read = rowsOf(readWorkbook(result.value.bytes), 'S').slice(1);
        const feed = (text: unknown): unknown => (typeof text === 'string' ? text.replace(/\r*\n/gu, '\n') : text);
        texts.forEach((text, place) => expect(feed(read[place]?.[0] ?? '')).toBe(feed(text)));
      }),
      { numRuns: 150 },
    );
  });

  test('comes back from csv but for what UTF-8 cannot carry, never as a formula', () => {
    fc.assert(
      fc.property(fc.array(nasty, { minLength: 1, maxLength: 6 }), (texts) => {
        const writer = new DelimitedWriter({ delimiter: ',', guardFormulas: true });
        writer.row(['end', ...texts]);
        const [row = []] = readCsvRows(writer.finish());
        texts.forEach((wanted, place) => {
          const carried = wanted.replace(/[\uD800-\uDFFF]/gu, '\ufffd').replaceAll('\u0000', '\u2400');
          const guarded = /^[=+\-@\t\r]/u.test(carried) ? `'${carried}` : carried;
          expect(row[place + 1]).toBe(guarded);
        });
      }),
      { numRuns: 300 },
    );
  });

  test('makes a well-formed Word document', async () => {
    const [finding] = material.records.finding;
    await fc.assert(
      fc.asyncProperty(nasty, async (text) => {
        const result = await writeFindingsReport(
          {
            ...material,
            records: {
              ...material.records,
              evaluation: [{ ...material.records.evaluation[0]!, title: `T${text}` }],
              finding: [{ ...finding!, title: text, text, strengthReason: text, contested: text }],
            },
          },
          { words: spanishWords, language: 'es', exportedAt: EXPORTED_AT },
        );
        if (!result.ok) throw new Error(result.failure.code);
        readParts(result.value.bytes);
      }),
      { numRuns: 10 },
    );
  }, 60_000);

  test('is cut without loss and never inside a character', () => {
    fc.assert(
      fc.property(nasty, fc.integer({ min: 20, max: 40 }), (text, limit) => {
        const parts = splitText(text, limit);
        expect(parts.join('')).toBe(text);
        expect(parts.every((part) => part.length <= limit)).toBe(true);
        if (isWellFormed(text)) expect(parts.every((part) => isWellFormed(part))).toBe(true);
      }),
    );
  });

  test('gives a sheet name no quote mark at its end, also where the cut brings one there', () => {
    expect(new SheetNames().claim(`${'a'.repeat(30)}'b`)).toBe('a'.repeat(30));
  });

  test('gives sheet names that Excel takes, no two alike', () => {
    fc.assert(
      fc.property(fc.array(nasty, { maxLength: 10 }), (wanted) => {
        const names = new SheetNames();
        const claimed = wanted.map((name) => names.claim(name));
        expect(new Set(claimed.map((name) => name.toLocaleLowerCase())).size).toBe(claimed.length);
        for (const name of claimed) {
          expect(name.length).toBeGreaterThan(0);
          expect(name.length).toBeLessThanOrEqual(31);
          expect(name).not.toMatch(/[\\/?*[\]:]|^'|'$/u);
          expect(isWellFormed(name)).toBe(true);
        }
      }),
    );
  });
});
