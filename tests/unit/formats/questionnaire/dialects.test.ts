/** Small invented tables of each survey program and spreadsheet. */
import { describe, expect, it } from 'vitest';
import { readTable } from '#shared/formats/questionnaire/read-questionnaire.ts';
import { lines, tableOf } from '#tests/unit/formats/questionnaire/samples.ts';

describe('delimiters', () => {
  it.each([
    [
      ';',
      'a;b, c;d\n1,5;x;y\n2,5;"u;v";w\n',
      [
        ['1,5', 'x', 'y'],
        ['2,5', 'u;v', 'w'],
      ],
    ],
    ['\t', 'a\tb\n1, 2\tx;y\n', [['1, 2', 'x;y']]],
    [
      ',',
      'a,b\n"1;2;3",x\n"4;5;6",y\n',
      [
        ['1;2;3', 'x'],
        ['4;5;6', 'y'],
      ],
    ],
    [
      ';',
      'ID;Comment\n1;Good, really\n2;Bad, really\n',
      [
        ['1', 'Good, really'],
        ['2', 'Bad, really'],
      ],
    ],
  ])('finds %j', async (delimiter, text, rows) => {
    const { plan, table } = await tableOf(text);
    expect(plan.delimiter).toBe(delimiter);
    expect(table.rows).toEqual(rows);
  });

  it("follows Excel's own line", async () => {
    const { plan, table } = await tableOf('sep=;\na,b;c\n1;2\n');
    expect(plan.delimiter).toBe(';');
    expect(table.columns.map(({ name }) => name)).toEqual(['a,b', 'c']);
  });

  it('does what it is told', async () => {
    const { table } = await tableOf('a;b,c\n1;2,3\n', { delimiter: ',' });
    expect(table.rows).toEqual([['1;2', '3']]);
  });
});

describe('cells', () => {
  it('keeps them as they are', async () => {
    const { table } = await tableOf('a,b,c\n"  x ","she said ""no""","two\nlines, and a comma"\n, y ,\n');
    expect(table.rows).toEqual([
      ['  x ', 'she said "no"', 'two\nlines, and a comma'],
      ['', ' y ', ''],
    ]);
  });

  it('leaves out rows in which nobody wrote anything', async () => {
    const { table } = await tableOf('a,b\r\n1,2\r\n,\r\n\r\n3,4\r\n\r\n');
    expect(table.rows).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
  });

  it('accepts a file without a last line break, and rows that leave out empty cells at the end as short', async () => {
    const { table, warnings } = await tableOf('a,b,c\n1,2,3\n4,5,6\n7');
    expect(table.rows.at(-1)).toEqual(['7', '', '']);
    expect(warnings).toEqual([{ code: 'ragged-rows', values: { count: 1, firstRow: 4 } }]);
  });
});

describe('header rows', () => {
  it('SurveyMonkey has two', async () => {
    const { plan, table } = await tableOf(
      lines(
        'Respondent ID,Where do you live?,What do you need?,,,Anything else?',
        ',Response,Water,Food,Other (please specify),Open-Ended Response',
        '11,North,Water,,,No complaints so far',
        '12,South,,Food,A road to the market,Come back soon please',
      ),
    );
    expect(plan.headerRows).toBe(2);
    expect(table.rows).toHaveLength(2);
    expect(plan.columns).toEqual([
      { name: 'Respondent ID', label: 'Respondent ID', role: 'id' },
      { name: 'Where do you live?', label: 'Where do you live?', role: 'closed' },
      { name: 'What do you need?', label: 'What do you need? – Water', role: 'multiple' },
      { name: 'What do you need? – Food', label: 'What do you need? – Food', role: 'multiple' },
      {
        name: 'What do you need? – Other (please specify)',
        label: 'What do you need? – Other (please specify)',
        role: 'open',
      },
      { name: 'Anything else?', label: 'Anything else?', role: 'open' },
    ]);
  });

  it('Qualtrics has three, in older exports two', async () => {
    const three = await tableOf(
      lines(
        'StartDate,ResponseId,Q1,Q2',
        'Start Date,Response ID,How old are you?,Why?',
        '"{""ImportId"":""startDate""}","{""ImportId"":""_recordId""}","{""ImportId"":""QID1""}","{""ImportId"":""QID2_TEXT""}"',
        '2024-01-01 10:00:00,R_1,34,Because',
      ),
    );
    expect(three.plan.headerRows).toBe(3);
    expect(three.plan.columns).toEqual([
      { name: 'StartDate', label: 'Start Date', role: 'date' },
      { name: 'ResponseId', label: 'Response ID', role: 'id' },
      { name: 'Q1', label: 'How old are you?', role: 'attribute' },
      { name: 'Q2', label: 'Why?', role: 'open' },
    ]);
    const two = await tableOf(
      lines('V1,V2,V3,Q1', 'ResponseID,ResponseSet,Name,Are you content?', 'R_1,Default,,Yes', 'R_2,Default,,No'),
    );
    expect(two.plan.headerRows).toBe(2);
    expect(two.plan.columns[3]).toEqual({ name: 'Q1', label: 'Are you content?', role: 'closed' });
  });

  it('a data row with a blank first cell is no second header row', async () => {
    const { plan } = await tableOf(lines('Name,Village', ',North', 'Ana,South'));
    expect(plan.headerRows).toBe(1);
  });

  it('LimeSurvey: code and question', async () => {
    const { plan } = await tableOf(
      lines(
        '"id. Response ID","G01Q01. Your village","G01Q02[SQ001]. You use [Radio]","G01Q02[SQ002]. You use [Phone]"',
        '1,North,Yes,No',
        '2,South,No,Yes',
      ),
    );
    expect(plan.columns.map(({ label, role }) => [label, role])).toEqual([
      ['Response ID', 'id'],
      ['Your village', 'attribute'],
      ['You use [Radio]', 'multiple'],
      ['You use [Phone]', 'multiple'],
    ]);
  });

  it('Kobo: the last part of a path, choices in columns of their own', async () => {
    const { plan } = await tableOf(
      lines(
        '"_uuid";"home/needs";"home/needs/water";"home/needs/food";"home/has_well";"home/needs_other"',
        '"aa-1";"water food";"1";"1";"yes";""',
        '"aa-2";"food";"0";"1";"no";"a bridge over the river"',
      ),
    );
    expect(plan.columns.map(({ label, role }) => [label, role])).toEqual([
      ['_uuid', 'id'],
      ['needs', 'multiple'],
      ['needs – water', 'multiple'],
      ['needs – food', 'multiple'],
      ['has_well', 'closed'],
      ['needs_other', 'open'],
    ]);
  });

  it('numbers repeated headers, and takes Comments for the question on their left', async () => {
    const { plan, warnings } = await tableOf(
      lines('Was it useful to you?,Comments,Was it on time?,Comments,Comments (2)', '1,Very,2,A bit late,x'),
    );
    expect(plan.columns.map(({ name, label }) => [name, label])).toEqual([
      ['Was it useful to you?', 'Was it useful to you?'],
      ['Comments', 'Was it useful to you? – Comments'],
      ['Was it on time?', 'Was it on time?'],
      ['Comments (3)', 'Was it on time? – Comments'],
      ['Comments (2)', 'Comments (2)'],
    ]);
    expect(warnings).toEqual([{ code: 'duplicate-headers', values: { count: 1 } }]);
  });

  it('takes the number of header rows from a plan', async () => {
    const { table } = await tableOf('a,b\nc,d\n1,2\n', {
      plan: { columns: [], delimiter: null, encoding: null, headerRows: 2 },
    });
    expect(table.rows).toEqual([['1', '2']]);
  });
});

describe('encodings', () => {
  it('reads UTF-16 and Windows-1252', async () => {
    const text = 'Edad;¿Por qué?\n31;Porque así está mejor, señora\n45;Por la niñez\n';
    const wide = new Uint8Array([
      0xff,
      0xfe,
      ...[...text].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8]),
    ]);
    const narrow = Uint8Array.from([...text].map((character) => character.charCodeAt(0)));
    for (const [bytes, encoding] of [
      [wide, 'utf-16le'],
      [narrow, 'windows-1252'],
    ] as const) {
      const result = await readTable({ name: 'a.csv', bytes });
      if (!result.ok) throw new Error(result.failure.code);
      expect(result.value.plan.encoding).toBe(encoding);
      expect(result.value.table.rows[0]?.[1]).toBe('Porque así está mejor, señora');
    }
  });
});
