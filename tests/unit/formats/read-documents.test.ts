/** Written documents in the other formats: invented samples, each for one thing that real files do. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readBytes, readText, refusal, talkOf } from '#tests/unit/formats/support.ts';

const odtNamespaces =
  'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"';

function odtOf(body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const files = {
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': `<?xml version="1.0"?><office:document-content ${odtNamespaces}><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    ...parts,
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

function rtfOf(body: string, head = '\\ansi\\ansicpg1252'): Uint8Array {
  return Uint8Array.from(`{\\rtf1${head} ${body}}`, (character) => character.charCodeAt(0));
}

describe('odt', () => {
  it('keeps blanks that are text and drops those of the layout', async () => {
    const source = await readBytes(
      odtOf('<text:p>  one\n   two<text:s text:c="3"/>three<text:tab/>four<text:line-break/>five</text:p>'),
      'a.odt',
    );
    expect(source.content.text).toBe('one two   three\tfour\nfive');
  });

  it('reads headings, lists, tables and notes', async () => {
    const body =
      '<text:h text:outline-level="2">Findings</text:h><text:list><text:list-item><text:p>first</text:p></text:list-item></text:list>' +
      '<table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell><table:table-cell><text:p>b</text:p><text:p>c</text:p></table:table-cell></table:table-row></table:table>' +
      '<text:p>Water<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Interview 3.</text:p></text:note-body></text:note> came.</text:p>';
    const source = await readBytes(odtOf(body), 'a.odt');
    expect(source.content.text).toBe('Findings\nfirst\na\tb\nc\nWater came.');
    expect(source.content.segments).toEqual([{ start: 0, end: 8, role: 'heading', level: 2 }]);
    expect(source.warnings).toEqual([{ code: 'footnotes-left-out', values: { count: 1 } }]);
    const withNotes = await readBytes(odtOf(body), 'a.odt', { footnotes: 'at-end' });
    expect(withNotes.content.text.endsWith('Water came.\nInterview 3.')).toBe(true);
    expect(withNotes.warnings).toEqual([]);
  });

  it('leaves out comments and what was deleted', async () => {
    const body =
      '<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion></text:changed-region></text:tracked-changes>' +
      '<text:p>stays<office:annotation><text:p>remark</text:p></office:annotation></text:p>';
    const source = await readBytes(odtOf(body), 'a.odt');
    expect(source.content.text).toBe('stays');
    expect(source.warnings.map(({ code, values }) => [code, values['count']])).toEqual([
      ['tracked-changes-accepted', 1],
      ['comments-left-out', 1],
    ]);
  });

  it('says that one is locked', async () => {
    const locked = odtOf('<text:p>a</text:p>', { 'META-INF/manifest.xml': '<manifest:encryption-data/>' });
    expect(await refusal(locked, 'a.odt')).toEqual({ code: 'encrypted', values: { format: 'odt' } });
  });

  it('reads the flat form', async () => {
    const flat = `<?xml version="1.0"?><office:document ${odtNamespaces}><office:body><office:text><text:p>Interviewer: Who came?</text:p><text:p>P1: Nobody.</text:p></office:text></office:body></office:document>`;
    expect(talkOf(await readText(flat, 'a.fodt'))).toEqual([
      ['Interviewer', 'Who came?'],
      ['P1', 'Nobody.'],
    ]);
  });
});

describe('rtf', () => {
  it.each([
    ['bytes of the code page', "caf\\'e9 \\'93so\\'94 \\'80", '\\ansi\\ansicpg1252', 'café “so” €'],
    [
      'Cyrillic by its font',
      "{\\fonttbl{\\f0\\fcharset0 A;}{\\f1\\fcharset204 B;}}a \\f1 \\'cf\\'f0\\'e8 \\f0 b",
      '\\ansi\\ansicpg1252',
      'a При b',
    ],
    ['Japanese', "\\'93\\'fa\\'96\\'7b", '\\ansi\\ansicpg932', '日本'],
    ['Unicode with a fallback', '\\u8217 ?x \\uc2\\u8364 EU y', '\\ansi', '’x € y'],
    ['pairs of surrogates', '\\uc1\\u-10179 ?\\u-8704 ?', '\\ansi', '😀'],
    ['a fallback in hex', "\\u233\\'e9!", '\\ansi', 'é!'],
    ['Mac Roman', "\\'8e", '\\mac', 'é'],
    ['symbols', '\\ldblquote a\\rdblquote\\~b\\_c\\-d\\emdash\\{\\}', '\\ansi', '“a”\u00a0b\u2011c\u00add—{}'],
    ['hidden and deleted words', 'a{\\v hidden}b{\\deleted gone}c', '\\ansi', 'abc'],
    ['fields by their result', '{\\field{\\*\\fldinst HYPERLINK "x"}{\\fldrslt here}}', '\\ansi', 'here'],
    ['unknown groups', 'a{\\*\\whatever b{c}}d', '\\ansi', 'ad'],
    ['Unicode beside old bytes', '{\\upr{old}{\\*\\ud{\\u1234 ?}}}', '\\ansi', '\u04d2'],
    ['list marks are no text', '{\\listtext\\tab 1.}one', '\\ansi', 'one'],
  ])('%s', async (_, body, head, text) => {
    expect((await readBytes(rtfOf(body, head), 'a.rtf')).content.text).toBe(text);
  });

  it('reads tables, text boxes, notes', async () => {
    const body =
      'above\\par\\trowd\\intbl a\\cell b\\par c\\cell\\row\\trowd\\intbl d\\cell\\cell\\row\\pard ' +
      '{\\shp{\\*\\shpinst{\\sp{\\sn x}{\\sv 1}}{\\shptxt boxed\\par}}}below{\\footnote note}\\par';
    const source = await readBytes(rtfOf(body), 'a.rtf');
    expect(source.content.text).toBe('above\na\tb\nc\nd\t\nbelow\nboxed');
    expect(source.warnings).toEqual([{ code: 'footnotes-left-out', values: { count: 1 } }]);
    const withNotes = await readBytes(rtfOf(body), 'a.rtf', { footnotes: 'at-end' });
    expect(withNotes.content.text.endsWith('\nnote')).toBe(true);
  });

  it('refuses what is nested without end', async () => {
    expect(await refusal(rtfOf('{'.repeat(5_000)), 'a.rtf')).toEqual({ code: 'damaged', values: { format: 'rtf' } });
  });
});

describe('html', () => {
  it('reads blocks, tables and preformatted text as lines', async () => {
    const page =
      '<html><head><title>t</title></head><body><h1>Report</h1><p>one\n  two<br>three &amp; &eacute;&nbsp;!</p>' +
      '<table><tr><td>a<td>b</tr><tr><td>c</td></tr></table><pre>x\n  y</pre>loose<div>block</div></body></html>';
    const { content } = await readText(page, 'a.html');
    expect(content.text).toBe('Report\none two\nthree & é\u00a0!\na\tb\nc\nx\n  y\nloose\nblock');
    expect(content.segments[0]).toEqual({ start: 0, end: 6, role: 'heading', level: 1 });
  });

  it('believes the encoding that the page names', async () => {
    const page =
      '<html><head><meta charset="iso-8859-2"></head><body><p>P\u00b3ynie Wis\u00b3a, Wis\u00b3a p\u00b3ynie.</p></body></html>';
    const source = await readBytes(
      Uint8Array.from(page, (character) => character.charCodeAt(0)),
      'a.html',
    );
    expect(source.content.text).toBe('Płynie Wisła, Wisła płynie.');
    expect(source.encoding).toBe('iso-8859-2');
  });

  it('shows nothing that is hidden or run', async () => {
    const page = '<div>a<script>b</script><p style="display: none">c</p><p hidden>d</p><svg><text>e</text></svg></div>';
    expect((await readText(page, 'a.html')).content.text).toBe('a');
  });

  it('refuses what is nested without end', async () => {
    expect(await refusal(strToU8('<div>'.repeat(50_000)), 'a.html')).toMatchObject({ code: 'damaged' });
  });
});

describe('subtitles and transcripts of programs', () => {
  it('srt: labels where somebody begins, styles and missing blank lines', async () => {
    const srt =
      '1\n00:00:01,000 --> 00:00:02,000\nANA: Good morning\n2\n00:00:02,500 --> 00:00:04,000\n{\\an8}<i>to all of you.</i>\n\n3\n00:00:05,000 --> 00:00:06,000\nLUIS: Thank you.\n4\n00:00:07,000 --> 00:00:08,000\nANA: Let us begin.\n';
    const source = await readText(srt, 'a.srt');
    expect(source.format).toBe('srt');
    expect(source.content.text).toBe('Good morning to all of you.\nThank you.\nLet us begin.');
    expect(source.speakers).toEqual([
      { name: 'ANA', turns: 3 },
      { name: 'LUIS', turns: 1 },
    ]);
    expect(source.content.segments[2]?.timeMilliseconds).toBe(5_000);
  });

  it.each([
    [
      'Whisper',
      {
        segments: [
          { start: 1.5, text: ' Hello there.' },
          { start: 3, text: ' Yes.' },
        ],
        language: 'en',
      },
      [undefined, undefined],
      1_500,
    ],
    [
      'WhisperX',
      {
        segments: [
          { start: 1.5, text: 'Hello there.', speaker: 'SPEAKER_00' },
          { start: 3, text: 'Yes.', speaker: 'SPEAKER_01' },
        ],
      },
      ['SPEAKER_00', 'SPEAKER_01'],
      1_500,
    ],
    [
      'AssemblyAI',
      {
        text: 'x',
        words: [{ text: 'Hello', start: 1500 }],
        utterances: [
          { speaker: 'A', start: 1500, text: 'Hello there.' },
          { speaker: 'B', start: 3000, text: 'Yes.' },
        ],
      },
      ['A', 'B'],
      1_500,
    ],
    [
      'Rev',
      {
        monologues: [
          {
            speaker: 0,
            elements: [
              { type: 'text', value: 'Hello' },
              { type: 'punct', value: ' ' },
              { type: 'text', value: 'there.' },
            ],
          },
          { speaker: 1, elements: [{ value: 'Yes.' }] },
        ],
      },
      ['Speaker 0', 'Speaker 1'],
      undefined,
    ],
    [
      'a plain list',
      [
        { speaker: 'Ana', content: 'Hello there.' },
        { speaker: 'Luis', content: 'Yes.' },
      ],
      ['Ana', 'Luis'],
      undefined,
    ],
  ])('json of %s', async (_, json, speakers, time) => {
    const source = await readText(JSON.stringify(json), 'a.json');
    expect(source.content.text).toBe('Hello there.\nYes.');
    const turns = source.content.segments;
    expect(turns.map(({ speaker }) => speaker)).toEqual(speakers);
    expect(turns[0]?.timeMilliseconds).toBe(time);
  });
});

/** One interview that LibreOffice saved in every format: headings, a table, a note, a deleted word, letters beyond ASCII. */
describe('the same text in all formats', () => {
  const folder = fileURLToPath(new URL('../../samples/formats/one-text/', import.meta.url));
  const body =
    'Entrevista 4 – “comité” água 你好\nEntrevistadora: ¿Quién mantiene el pozo?\nPedro: Nosotros, desde 2019 😀.\n' +
    'Entrevistadora: ¿Y quién paga?\nPedro: Todos.\nCada mes.\nAño\tPozos\t\n2023\t12\nnuevos\tfin\nCierre.';

  it.each(['doc', 'docx', 'odt', 'fodt', 'rtf', 'html'])('%s', async (ending) => {
    const bytes = new Uint8Array(readFileSync(`${folder}interview.${ending}`));
    // A wrong ending changes nothing.
    const source = await readBytes(bytes, 'interview.txt', { footnotes: 'at-end' });
    expect(source.format).toBe(ending === 'fodt' ? 'odt' : ending);
    if (ending === 'html') {
      // A page has no notes of its own, and LibreOffice writes deleted words into it as if they stayed.
      const withoutMarks = source.content.text
        .replace('pozo?1', 'pozo?')
        .replace('\n1Pozo', '\nPozo')
        .replace('GONE ', '');
      expect(withoutMarks).toBe(`${body}\nPozo número 3.`);
    } else expect(source.content.text).toBe(`${body}\nPozo número 3.`);
    expect(source.content.segments[0]).toEqual({ start: 0, end: 31, role: 'heading', level: 1 });
    expect(source.speakers).toEqual([
      { name: 'Entrevistadora', turns: 2 },
      { name: 'Pedro', turns: 2 },
    ]);
    const changes = [{ code: 'tracked-changes-accepted', values: { count: 1 } }];
    expect(source.warnings).toEqual(ending === 'html' ? [] : changes);
  });
});
