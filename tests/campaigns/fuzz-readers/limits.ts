/** Large and deep files, each made when its turn comes: what a stranger, or a survey of a whole country, may send. */
import { strToU8, zipSync } from 'fflate';
import { docxOf } from '#tests/unit/formats/support.ts';

export type LimitFile = { readonly name: string; make(): Uint8Array };

const MEGABYTE = 1_000_000;

function zipOf(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]),
    ),
  );
}

function bookOf(sheet: string | Uint8Array): Uint8Array {
  return zipOf({
    'xl/workbook.xml':
      '<workbook xmlns:r="urn:r"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': sheet,
  });
}

function odtOf(content: string | Uint8Array): Uint8Array {
  return zipOf({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': content });
}

/** A table of `rows` rows: an id, closed answers, an open one in quotes with a line break now and then. */
function csvOf(rows: number, columns: number, more = ''): Uint8Array {
  const lines = [Array.from({ length: columns }, (_, index) => `q${index}`).join(',')];
  for (let row = 1; row <= rows; row += 1) {
    const cells = Array.from({ length: columns - 2 }, (_, index) => String((row * (index + 3)) % 5));
    const words =
      row % 10 === 0
        ? '"El pozo, dicen,\nsiempre ""vuelve"" a fallar cuando llueve"'
        : `"respuesta libre número ${row} ${more}"`;
    lines.push([row, ...cells, words].join(','));
  }
  return strToU8(lines.join('\r\n'));
}

/** One repeated block, so that it packs to nothing. */
function bomb(block: string, megabytes: number): Uint8Array {
  const one = strToU8(block);
  const whole = new Uint8Array(megabytes * MEGABYTE);
  for (let place = 0; place + one.length <= whole.length; place += one.length) whole.set(one, place);
  return whole;
}

function rowsOfSheet(rows: number, columns: number): string {
  const parts = ['<worksheet><sheetData>'];
  for (let row = 1; row <= rows; row += 1) {
    parts.push('<row>');
    for (let column = 0; column < columns; column += 1) parts.push(`<c><v>${(row * column) % 7}</v></c>`);
    parts.push('</row>');
  }
  parts.push('</sheetData></worksheet>');
  return parts.join('');
}

export const limitFiles: readonly LimitFile[] = [
  { name: 'csv-50-megabytes.csv', make: () => csvOf(150_000, 40, 'y el pozo, siempre el pozo '.repeat(9)) },
  { name: 'csv-15000-rows-100-columns.csv', make: () => csvOf(15_000, 100) },
  { name: 'csv-10000-columns.csv', make: () => csvOf(50, 10_000) },
  { name: 'csv-of-line-breaks.csv', make: () => strToU8('\n'.repeat(30 * MEGABYTE)) },
  { name: 'csv-of-quotes.csv', make: () => strToU8('"'.repeat(10 * MEGABYTE)) },
  { name: 'xlsx-15000-rows-100-columns.xlsx', make: () => bookOf(rowsOfSheet(15_000, 100)) },
  { name: 'xlsx-bomb.xlsx', make: () => bookOf(bomb('<row><c><v>1</v></c></row>', 300)) },
  { name: 'xlsx-one-tag.xlsx', make: () => bookOf(bomb('a', 100)) },
  { name: 'docx-bomb.docx', make: () => docxBomb() },
  { name: 'odt-bomb.odt', make: () => odtOf(bomb('<text:p>a</text:p>', 300)) },
  { name: 'docx-deep.docx', make: () => docxOf('<w:tbl><w:tr><w:tc>'.repeat(100_000)) },
  { name: 'odt-deep.odt', make: () => odtOf('<text:p>'.repeat(300_000)) },
  { name: 'html-deep.html', make: () => strToU8(`<html>${'<div>'.repeat(500_000)}`) },
  { name: 'html-20-megabytes.html', make: () => strToU8(`<html>${'<p>palabra palabra</p>\n'.repeat(900_000)}`) },
  { name: 'html-open-tag.html', make: () => strToU8(`<html><p ${'a='.repeat(5 * MEGABYTE)}`) },
  { name: 'rtf-deep.rtf', make: () => strToU8(`{\\rtf1${'{'.repeat(2 * MEGABYTE)}`) },
  {
    name: 'rtf-20-megabytes.rtf',
    make: () => strToU8(`{\\rtf1\\ansi ${"caf\\'e9 una palabra\\par\n".repeat(900_000)}}`),
  },
  { name: 'json-deep.json', make: () => strToU8(`{"a":${'['.repeat(2 * MEGABYTE)}`) },
  { name: 'json-20-megabytes.json', make: () => jsonOf(150_000) },
  { name: 'srt-20-megabytes.srt', make: () => srtOf(300_000) },
  { name: 'vtt-of-arrows.vtt', make: () => strToU8(`WEBVTT\n\n${'-->\n'.repeat(2 * MEGABYTE)}`) },
  { name: 'txt-of-labels.txt', make: () => strToU8('P1: sí\nP2: no\n'.repeat(500_000)) },
  { name: 'txt-of-colons.txt', make: () => strToU8(':'.repeat(20 * MEGABYTE)) },
  { name: 'txt-one-line.txt', make: () => strToU8(`P1: ${'palabra '.repeat(2 * MEGABYTE)}`) },
  { name: 'md-of-fences.md', make: () => strToU8('```\n# a\n'.repeat(300_000)) },
];

function docxBomb(): Uint8Array {
  return zipOf({
    '[Content_Types].xml': '<Types/>',
    'word/document.xml': bomb('<w:p><w:r><w:t>a</w:t></w:r></w:p>', 300),
  });
}

function jsonOf(count: number): Uint8Array {
  const segments = Array.from({ length: count }, (_, index) => ({
    start: index,
    text: `palabra ${index} y otra cosa que alguien dijo.`,
  }));
  return strToU8(JSON.stringify({ segments }));
}

function srtOf(count: number): Uint8Array {
  const two = (value: number): string => String(value).padStart(2, '0');
  const cues = Array.from({ length: count }, (_, index) => {
    const time = `${two(Math.floor(index / 3_600) % 100)}:${two(Math.floor(index / 60) % 60)}:${two(index % 60)},000`;
    return `${index + 1}\n${time} --> ${time}\nuna frase número ${index}\n`;
  });
  return strToU8(cues.join('\n'));
}
