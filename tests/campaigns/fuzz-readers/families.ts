/** The families of readers with small, right files to start from and the words that mean something to each reader. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { utils, write } from '@e965/xlsx';
import { strToU8 } from 'fflate';
import { docxOf, paragraph, pdfOf } from '#tests/unit/formats/support.ts';

export type Family = {
  readonly name: string;
  /** Ending of the file's name. */
  readonly ending: string;
  readonly seeds: readonly Uint8Array[];
  /** Archives are opened and spoiled inside as well. */
  readonly isArchive: boolean;
  readonly words: readonly string[];
};

const talk = [
  'Interview 4, Vereda El Pozo\nDate: 3 May 2024\n\nInterviewer: Who keeps the well?\nP1: We do, since 2019 😀.\nInterviewer: And who pays?\nP1: All of us.\n',
  '[00:00:12] Ana: hola\n[00:01:20] Luis: sí, cómo no\n[00:02:03] Ana: bien\n[00:02:40] Luis: ¿y tú?\n',
  'المحاور: كيف الحال؟\nالمشاركة: بخير.\nالمحاور: جيد\nالمشاركة: نعم\n',
];
const table = [
  'id;gender;Why did you come?;date\n1;woman;"For the ""water"";\nand bread";2024-05-01\n2;man;;2024-05-02\n3;woman;No;2024-05-03\n',
  'RespondentID,Which films?,,Comments\n,First,Second,Open-Ended Response\n1,First,,good\n2,,Second,"bad, very"\n',
  'start\tgroup/q1\tgroup/q1/a\tgroup/q1/b\t_uuid\n2024-05-01T10:00:00\ta b\t1\t1\tuuid:1\n2024-05-01T11:00:00\ta\t1\t0\tuuid:2\n',
];
const answers = [
  ['id', 'gender', 'Why?', 'when'],
  ['1', 'woman', 'For the water', new Date(Date.UTC(2024, 4, 1))],
  ['2', 'man', 'It is near\nand clean', new Date(Date.UTC(2024, 4, 2))],
];
const form = [
  ['type', 'name', 'label::English (en)'],
  ['select_one yn', 'q1', 'Do you?'],
  ['text', 'q1_why', 'Why?'],
];
const subtitles =
  '1\n00:00:01,000 --> 00:00:02,000\nANA: one\n\n2\n00:00:03,000 --> 00:00:04,000\n<i>two</i>\n\n3\n00:00:05,000 --> 00:00:06,000\nANA: three\n';
const xmlWords = [
  '<',
  '>',
  '/>',
  '</',
  '&amp;',
  '&#x0;',
  '&#xD800;',
  '&b;',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<?',
  '"',
  "'",
  'xmlns=""',
  '<!DOCTYPE a [<!ENTITY b "c">]>',
];

function bookOf(
  sheets: Readonly<Record<string, readonly (readonly unknown[])[]>>,
  bookType: 'xlsx' | 'biff8',
): Uint8Array {
  const book = utils.book_new();
  for (const [name, rows] of Object.entries(sheets)) {
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows as unknown[][]), name);
  }
  return new Uint8Array(write(book, { type: 'array', bookType }) as ArrayBuffer);
}

/** All families; `root` is the project's folder, where the samples are. */
export function readerFamilies(root: string): readonly Family[] {
  const sample = (name: string): Uint8Array => new Uint8Array(readFileSync(join(root, 'tests/samples/formats', name)));
  const family = (name: string, seeds: readonly Uint8Array[], words: readonly string[], isArchive = false): Family => ({
    name,
    ending: name,
    seeds,
    words,
    isArchive,
  });
  const body = `${paragraph('Interviewer: one', '<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>')}<w:p><w:r><w:t>P1: two</w:t><w:footnoteReference w:id="1"/></w:r></w:p><w:tbl><w:tr><w:tc>${paragraph('a')}</w:tc><w:tc>${paragraph('b')}</w:tc></w:tr></w:tbl><w:p><w:del><w:r><w:delText>x</w:delText></w:r></w:del></w:p>`;
  const exchange = (name: string): Uint8Array => new Uint8Array(readFileSync(join(root, 'tests/samples/refi', name)));
  return [
    family(
      'qdpx',
      [
        exchange('s01_inclusive_end.qdpx'),
        exchange('s03_nvivo_win_like_bom_crlf_utf16.qdpx'),
        exchange('s05_maxqda_like.qdpx'),
        exchange('s07_legacy_ns_wrong_order.qdpx'),
        exchange('atlasti-mac8__specA2_skyloom_TestProject.qdpx'),
      ],
      [
        ...xmlWords,
        'guid=""',
        'startPosition="-1"',
        'endPosition="999999999999"',
        'targetGUID=',
        '<Code ',
        '</Code>',
        '\r\n',
      ],
      true,
    ),
    family(
      'txt',
      talk.map((text) => strToU8(text)),
      [':', '[00:99:00]', '**', '\u0000', '\u202e', '﻿', '\r', '- ', 'P1:', '\ud83d\ude00', '::::'],
    ),
    family(
      'md',
      [
        strToU8(
          '---\ntitle: a\n---\n# One\n\n**Ana:** 00:00:12\n\nhola\n\n**Luis:** 00:00:40\n\nsí\n\n```\n# no\n```\n',
        ),
      ],
      ['---', '```', '#', '**', '\n\n', ': ', '_'],
    ),
    family(
      'vtt',
      [
        strToU8(
          'WEBVTT\n\n1\n00:01.000 --> 00:02.000\n<v Ana>one</v>\n\nNOTE x\n\n00:03.000 --> 00:04.000 align:start\n<v Luis>two &amp; <c.x>three</c>\n',
        ),
      ],
      ['-->', '<v ', '</v>', '\n\n', 'NOTE', '99:99.999', '&lrm;', 'WEBVTT'],
    ),
    family('srt', [strToU8(subtitles)], ['-->', '00:00:00,000', '\n\n', '{\\an8}', '<font', '-1']),
    family(
      'json',
      [
        strToU8(
          '{"segments":[{"start":0,"end":1,"text":" a b"},{"start":2,"text":" c","words":[{"word":"c"}]}],"language":"en"}',
        ),
        strToU8('{"meeting_transcripts":[{"speaker":"A","content":"b c"},{"speaker":"D","content":"e f"}]}'),
      ],
      ['{', '}', '[', ']', ',', ':', '"', '\\u0000', '1e999', 'null', '\\ud800', '"text":'],
    ),
    family(
      'html',
      [
        strToU8(
          '<!doctype html><html><head><meta charset="utf-8"></head><body><h1>a</h1><p><cite>Ana:</cite> <time>0:01</time> b<br>c</p><table><tr><td>d<td>e</table><pre>f\n g</pre></body></html>',
        ),
        sample('one-text/interview.html'),
      ],
      [
        '<table>',
        '</table>',
        '<td>',
        '<tr>',
        '<pre>',
        '</pre>',
        '<del>',
        '<select>',
        '<!--',
        '&nbsp;',
        '&#0;',
        '<p hidden>',
        '</body>',
      ],
    ),
    family(
      'rtf',
      [
        strToU8(
          "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0\\fcharset204 A;}}\\f0 caf\\'e9 \\u8217 ?x\\par\\trowd\\intbl a\\cell b\\cell\\row\\pard c{\\footnote n}}",
        ),
        sample('one-text/interview.rtf'),
      ],
      [
        '{',
        '}',
        '\\par ',
        '\\cell ',
        '\\row ',
        '\\u-10179 ?',
        "\\'",
        '\\bin99999999 ',
        '\\uc9 ',
        '\\*\\x',
        '{\\upr{',
        '\\shptxt',
        '\\f7 ',
        '\\fcharset128 ',
      ],
    ),
    family('doc', [sample('one-text/interview.doc')], ['\u0007', '\r', '\u0013', '\u0014', '\u0015']),
    family(
      'docx',
      [docxOf(body), sample('one-text/interview.docx')],
      [...xmlWords, '<w:p>', '</w:p>', '<w:tc>', '<w:tr>', '<w:tbl>', '<w:txbxContent>', '<w:del>', '<mc:Fallback>'],
      true,
    ),
    family(
      'odt',
      [sample('one-text/interview.odt')],
      [...xmlWords, '<text:p>', '</text:p>', '<text:s text:c="999999999"/>', '<text:note-body>', '<table:table-cell>'],
      true,
    ),
    { ...family('fodt', [sample('one-text/interview.fodt')], [...xmlWords, '<text:p>', '<text:note>']), ending: 'odt' },
    family(
      'pdf',
      [pdfOf([['Ana: one', 'Luis: two'], null, ['three']])],
      [
        'obj',
        'endobj',
        'stream',
        'endstream',
        '<<',
        '>>',
        '/Length 99999999',
        '/Kids[2 0 R]',
        '/Count -1',
        'trailer',
        'xref',
        '/Filter/FlateDecode',
        '/Encrypt 1 0 R',
      ],
    ),
    family(
      'csv',
      table.map((text) => strToU8(text)),
      ['"', '""', ';', ',', '\t', '\n', '\r\n', 'sep=;\n', '=1+1', '\u0000', '{"ImportId":"a"}'],
    ),
    family(
      'xlsx',
      [
        bookOf(
          {
            Data: answers,
            More: [
              ['a', 'b'],
              ['c', 'd'],
            ],
          },
          'xlsx',
        ),
        bookOf({ survey: form, choices: [['list_name', 'name', 'label']] }, 'xlsx'),
      ],
      [
        ...xmlWords,
        '<row r="99999999">',
        '<c r="XFD1" t="s">',
        '<v>',
        '</v>',
        '<v>1e308</v>',
        '<c t="s"><v>-1</v></c>',
        '<mergeCell ref="A1:XFD1048576"/>',
        '_x0000_',
        'state="hidden"',
      ],
      true,
    ),
    family('xls', [bookOf({ Data: answers }, 'biff8')], ['\u0000\u0000', '\u00ff\u00ff']),
    {
      ...family(
        'qdc',
        [
          strToU8(
            '<?xml version="1.0"?><CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes><Code guid="a" name="b" color="#fa0"><Description>c</Description><Code name="d"/></Code></Codes><Sets><Set/></Sets></CodeBook>',
          ),
          strToU8('Code,Parent,Definition\na,,b\nc,a,d\n'),
        ],
        [...xmlWords, '<Code>', '</Code>', '<Code name="">', 'a>>b\n', ',', '"'],
      ),
    },
  ];
}
