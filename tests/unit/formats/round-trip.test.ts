/** Random Unicode texts, written in every format by the plainest writer there is, come back as they were. */
import * as fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { writeWorkbook } from '#shared/formats/spreadsheet/write-workbook.ts';
import { readTable } from '#shared/formats/questionnaire/read-questionnaire.ts';
import { docxOf, paragraph, readBytes } from '#tests/unit/formats/support.ts';

/** Lines that begin and end with a letter: what stands at their ends is no matter of the format. */
const line = fc
  .array(fc.string({ unit: 'binary', maxLength: 12 }), { minLength: 1, maxLength: 4 })
  // XML has no control characters and no noncharacters; line ends are what parts the lines.
  .map((parts) => parts.join(' é 😀 ').replace(/[\p{Cc}\p{Cn}\u2028\u2029\ufeff\ufff9-\uffff]/gu, ''))
  .map((text) => `a${text}z`);
const text = fc.array(line, { minLength: 1, maxLength: 5 });
const runs = { numRuns: 60 };

function escaped(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

function utf16(value: string): Uint8Array {
  return new Uint8Array(Uint16Array.from(unitsOf(`\ufeff${value}`)).buffer);
}

function unitsOf(value: string): readonly number[] {
  return Array.from({ length: value.length }, (_, index) => value.charCodeAt(index));
}

/** Every unit as `\uN`, its fallback a question mark. */
function rtfOf(lines: readonly string[]): Uint8Array {
  const body = lines.map((one) =>
    unitsOf(one)
      .map((unit) => `\\u${unit > 0x7fff ? unit - 0x1_0000 : unit}?`)
      .join(''),
  );
  return strToU8(`{\\rtf1\\ansi\\uc1 ${body.join('\\par\n')}\\par}`);
}

const officeText = 'urn:oasis:names:tc:opendocument:xmlns:text:1.0';

/** Runs of blanks are written as an element in OpenDocument. */
function odtOf(lines: readonly string[]): Uint8Array {
  const body = lines
    .map((one) => `<t:p>${escaped(one).replace(/ {2,}/g, (blanks) => ` <t:s t:c="${blanks.length - 1}"/>`)}</t:p>`)
    .join('');
  return zipSync({
    mimetype: strToU8('application/vnd.oasis.opendocument.text'),
    'content.xml': strToU8(`<o:document-content xmlns:o="urn:o" xmlns:t="${officeText}">${body}</o:document-content>`),
  });
}

const writers: readonly (readonly [string, (lines: readonly string[]) => Uint8Array])[] = [
  ['txt', (lines) => strToU8(lines.join('\n'))],
  ['txt', (lines) => utf16(lines.join('\r\n'))],
  ['md', (lines) => strToU8(lines.join('\n'))],
  ['docx', (lines) => docxOf(lines.map((one) => paragraph(escaped(one))).join(''))],
  ['odt', odtOf],
  ['rtf', rtfOf],
  [
    'html',
    (lines) =>
      strToU8(
        `<!doctype html><meta charset="utf-8"><body>${lines.map((one) => `<pre>${escaped(one)}</pre>`).join('')}`,
      ),
  ],
];

describe('a text comes back', () => {
  it.each(writers)('%s', async (ending, writeText) => {
    await fc.assert(
      fc.asyncProperty(text, async (lines) => {
        const source = await readBytes(writeText(lines), `a.${ending}`, { speakers: 'never' });
        expect(source.content.text).toBe(lines.join('\n'));
      }),
      runs,
    );
  });

  it('json', async () => {
    await fc.assert(
      fc.asyncProperty(text, async (lines) => {
        // Blanks between words are a matter of the program that heard them.
        const plain = lines.map((one) => one.replace(/\s+/g, ' '));
        const segments = plain.map((one, index) => ({ start: index, text: `${one} b.`, speaker: `S${index}` }));
        const source = await readBytes(strToU8(JSON.stringify({ segments })), 'a.json');
        expect(source.content.text).toBe(plain.map((one) => `${one} b.`).join('\n'));
      }),
      runs,
    );
  });

  it('xlsx, as our own writer writes it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(line, line), { minLength: 1, maxLength: 6 }), async (rows) => {
        const book = {
          title: 'a',
          language: 'en',
          createdAt: '2024-05-01T00:00:00Z',
          sheets: [
            {
              name: 'Data',
              columns: [
                { header: 'one', width: 10 },
                { header: 'two', width: 10 },
              ],
              hasHeaderRow: true,
              rows,
              rowCount: rows.length,
            },
          ],
          longTexts: { sheetName: 'L', headers: { number: 'n', cell: 'c', part: 'p', text: 't' }, pointer: () => '' },
        };
        const written = await writeWorkbook(book);
        if (!written.ok) throw new Error('not written');
        const read = await readTable({ name: 'a.xlsx', bytes: written.value.bytes });
        expect(read.ok && read.value.table.rows).toEqual(rows);
      }),
      runs,
    );
  });
});
