/** Files that cannot be read: one clear failure each, never an exception, in bounded time and memory. */
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readFile } from '#shared/formats/read-file.ts';
import { openZip } from '#shared/formats/zip/read-zip.ts';
import { docxOf, paragraph, pdfOf, readBytes, refusal } from '#tests/unit/formats/support.ts';

const ole = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array<number>(600).fill(0)]);

function oleWith(name: string): Uint8Array {
  const bytes = ole.slice();
  bytes.set(
    [...name].flatMap((character) => [character.charCodeAt(0), 0]),
    100,
  );
  return bytes;
}

function noise(length: number): Uint8Array {
  let state = 7;
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return state >>> 24;
  });
}

/** A lock that no empty password opens; the content itself need not be scrambled to be refused. */
function lockedPdf(): Uint8Array {
  const plain = Array.from(pdfOf([['secret']]), (byte) => String.fromCharCode(byte)).join('');
  const hex = (byte: string): string => `<${byte.repeat(32)}>`;
  const lock = `/Encrypt<</Filter/Standard/V 1/R 2/O${hex('a1')}/U${hex('b2')}/P -4>>/ID[${hex('c3')}${hex('c3')}]`;
  return Uint8Array.from(plain.replace('/Root 1 0 R>>', `/Root 1 0 R${lock}>>`), (character) =>
    character.charCodeAt(0),
  );
}

const goodDocx = docxOf(paragraph('Interviewer: one').repeat(200));

describe('bad input', () => {
  it.each([
    ['an empty file', new Uint8Array(), 'a.docx', { code: 'empty', values: {} }],
    ['a byte order mark alone', Uint8Array.of(0xef, 0xbb, 0xbf), 'a.txt', { code: 'empty', values: {} }],
    ['blanks alone', strToU8(' \n\t\n'), 'a.txt', { code: 'empty', values: {} }],
    ['an empty docx', docxOf(paragraph(' ')), 'a.docx', { code: 'empty', values: {} }],
    [
      'a damaged docx',
      goodDocx.subarray(0, goodDocx.length * 0.6),
      'a.docx',
      { code: 'damaged', values: { format: 'docx' } },
    ],
    [
      'a docx without its document',
      zipSync({ '[Content_Types].xml': strToU8('<Types/>') }),
      'a.docx',
      { code: 'damaged', values: { format: 'docx' } },
    ],
    ['a docx with broken XML', docxOf('<w:p><w:r>'), 'a.docx', { code: 'damaged', values: { format: 'docx' } }],
    ['an image-only pdf', pdfOf([null, null]), 'a.pdf', { code: 'no-text', values: { pages: 2 } }],
    ['a damaged pdf', pdfOf([['a']]).subarray(0, 150), 'a.pdf', { code: 'damaged', values: { format: 'pdf' } }],
    ['a pdf with a password', lockedPdf(), 'a.pdf', { code: 'encrypted', values: { format: 'pdf' } }],
    ['noise called text', noise(5_000), 'a.txt', { code: 'binary', values: {} }],
    [
      'a picture called text',
      Uint8Array.from([0x89, 0x50, 0x4e, 0x47, ...noise(100)]),
      'a.txt',
      { code: 'unsupported-format', values: { found: 'png' } },
    ],
    ['damaged Word 97 called docx', oleWith('WordDocument'), 'a.docx', { code: 'damaged', values: { format: 'doc' } }],
    ['a damaged xls', oleWith('Workbook'), 'a.xls', { code: 'damaged', values: { format: 'xls' } }],
    [
      'a docx with a password',
      oleWith('EncryptedPackage'),
      'a.docx',
      { code: 'encrypted', values: { format: 'docx' } },
    ],
    [
      'a damaged spreadsheet called docx',
      zipSync({ 'xl/workbook.xml': strToU8('<a/>') }),
      'a.docx',
      { code: 'damaged', values: { format: 'xlsx' } },
    ],
    [
      'OpenDocument without its content',
      zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.text') }),
      'a.docx',
      { code: 'damaged', values: { format: 'odt' } },
    ],
    [
      'some archive',
      zipSync({ 'a.txt': strToU8('a') }),
      'a.zip',
      { code: 'unsupported-format', values: { found: 'zip' } },
    ],
    ['an empty rtf', strToU8('{\\rtf1\\ansi }'), 'a.rtf', { code: 'empty', values: {} }],
    ['a page without words', strToU8('<!doctype html><p></p>'), 'a.html', { code: 'empty', values: {} }],
    [
      'some xml',
      strToU8('<?xml version="1.0"?><a>b</a>'),
      'a.xml',
      { code: 'unsupported-format', values: { found: 'xml' } },
    ],
    [
      'json of another kind',
      strToU8('{"a":{"b":[1,2,3]}}'),
      'a.json',
      { code: 'unsupported-format', values: { found: 'json' } },
    ],
    ['cut json', strToU8('{"text":"Hel'), 'a.json', { code: 'damaged', values: { format: 'json' } }],
  ])('%s', async (_, bytes, name, failure) => {
    expect(await refusal(bytes, name)).toEqual(failure);
  });

  it('reads a file with a wrong ending as what it is', async () => {
    expect((await readBytes(goodDocx, 'a.txt')).format).toBe('docx');
    expect((await readBytes(strToU8('E: hola\nP1: sí\n'), 'a.docx')).format).toBe('txt');
    expect((await readBytes(strToU8('WEBVTT\n\n00:01.000 --> 00:02.000\nHi\n'), 'a.txt')).format).toBe('vtt');
    expect((await readBytes(pdfOf([['Hello']]), 'a.csv')).format).toBe('pdf');
  });

  it('stops unpacking at the limit, whatever sizes the archive tells', () => {
    const archive = openZip(zipSync({ 'a.xml': new Uint8Array(5_000_000) }));
    if (!archive.ok) throw new Error(archive.failure);
    expect(archive.value.read('a.xml', 1_000_000)).toEqual({ ok: false, failure: 'too-large' });
    expect(archive.value.read('a.xml', 5_000_000).ok).toBe(true);
  });

  it('never expands entities', async () => {
    const entities = Array.from(
      { length: 9 },
      (_, index) => `<!ENTITY a${String(index + 1)} "${`&a${String(index)};`.repeat(10)}">`,
    );
    const xml = `<!DOCTYPE w [<!ENTITY a0 "lol">${entities.join('')}]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraph('&a9;')}</w:body></w:document>`;
    const bytes = docxOf('', { 'word/document.xml': xml });
    expect(await refusal(bytes, 'a.docx')).toEqual({ code: 'damaged', values: { format: 'docx' } });
  });

  it('survives deep nesting', async () => {
    const deep = '<w:tbl><w:tr><w:tc>'.repeat(5_000);
    expect(await refusal(docxOf(deep), 'a.docx')).toMatchObject({ code: 'damaged' });
  });

  it('finds a byte that changed', async () => {
    const bytes = goodDocx.slice();
    const middle = Math.floor(bytes.length * 0.5);
    bytes[middle] = (bytes[middle] ?? 0) ^ 0xff;
    const read = await readFile({ name: 'a.docx', bytes });
    if (!read.ok) expect(read.failure).toEqual({ code: 'damaged', values: { format: 'docx' } });
    else expect(read.value.content.text.split('\n').every((line) => line === 'Interviewer: one')).toBe(true);
  });

  it('stops when it is told to', async () => {
    const signal = { aborted: false };
    const pages = Array.from({ length: 20 }, (_, index) => [`Page ${String(index)}`]);
    const reading = readFile(
      { name: 'a.pdf', bytes: pdfOf(pages) },
      {
        signal,
        onProgress: ({ done }) => {
          signal.aborted = done >= 3;
        },
      },
    );
    expect(await reading).toEqual({ ok: false, failure: { code: 'cancelled', values: {} } });
  });

  it('reads one line of 5 MB in good time', async () => {
    const started = Date.now();
    const source = await readBytes(strToU8(`P1: ${'palabra '.repeat(640_000)}`), 'long.txt');
    expect(source.speakers).toEqual([{ name: 'P1', turns: 1 }]);
    expect(Date.now() - started).toBeLessThan(5_000);
  });

  it('files of one byte, whatever they are called', async () => {
    const endings = [
      'txt',
      'docx',
      'doc',
      'odt',
      'rtf',
      'html',
      'pdf',
      'vtt',
      'srt',
      'json',
      'csv',
      'xlsx',
      'xls',
      'qdc',
    ];
    for (const ending of endings) {
      for (let byte = 0; byte < 256; byte += 1) {
        const read = await readFile({ name: `a.${ending}`, bytes: Uint8Array.of(byte) });
        if (read.ok) expect(read.value.content.text.length).toBe(1);
        else expect(['empty', 'binary', 'no-table', 'unsupported-format']).toContain(read.failure.code);
      }
    }
  });

  it.each([
    [
      'odt',
      zipSync({
        mimetype: strToU8('application/vnd.oasis.opendocument.text'),
        'content.xml': strToU8('<p>'.repeat(50_000)),
      }),
    ],
    ['json', strToU8(`{"a":${'['.repeat(500_000)}`)],
    ['qdc', strToU8(`<?xml version="1.0"?><CodeBook>${'<Code name="a">'.repeat(5_000)}`)],
  ])('deep nesting in %s', async (ending, bytes) => {
    const { code } = await refusal(bytes, `a.${ending}`);
    expect(['damaged', 'codebook']).toContain(code);
  });

  it('halves of surrogate pairs in json and rtf are kept as they are', async () => {
    const json = await readBytes(
      strToU8('[{"speaker":"A","text":"x\\ud83d y"},{"speaker":"B","text":"z\\udc00."}]'),
      'a.json',
    );
    expect(json.content.text).toBe('x\ud83d y\nz\udc00.');
    const rtf = await readBytes(strToU8('{\\rtf1 a\\u-10179 ?b}'), 'a.rtf');
    expect(rtf.content.text).toBe('a\ud83db');
  });

  it('names with accents, blanks and 250 characters', async () => {
    for (const name of [
      'Entrevista número 3 – Peña & Söhne .txt',
      `${'á'.repeat(246)}.txt`,
      '.txt',
      'a'.repeat(250),
      '🌍 ألف.txt',
    ]) {
      expect((await readBytes(strToU8('E: hola\nP1: sí\n'), name)).speakers, name).toHaveLength(2);
    }
  });
});
