/** Questionnaires in Excel files: the real ones beside the project against EXPECTED.json, and invented ones. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { utils, write } from '@e965/xlsx';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { QuestionnaireReading } from '#shared/formats/questionnaire/read-questionnaire.ts';
import { readTable } from '#shared/formats/questionnaire/read-questionnaire.ts';
import { readSurveyForm } from '#shared/formats/questionnaire/xlsform/read-survey-form.ts';

const dataFolder = resolve(import.meta.dirname, '../../../../../shared/data');
const folder = join(dataFolder, 'questionnaires');
const isThere = existsSync(join(dataFolder, 'EXPECTED.json'));
if (!isThere) console.log(`skipped: real spreadsheets, because ${folder} is not there`);

type ExpectedSheet = {
  readonly data_rows: number;
  readonly columns: number;
  readonly nonempty_cells: number;
  readonly cell_chars: number;
  readonly cells_with_line_break: number;
  readonly longest_cell: { readonly chars: number; readonly data_row: number; readonly column: number };
  readonly duplicate_headers: number;
  readonly first_row: readonly string[];
  readonly last_row: readonly string[];
  readonly distinct_values_col1: number;
};
type Expected = { readonly sheets?: Readonly<Record<string, ExpectedSheet>> };

function readJson<Value>(name: string): Value {
  return JSON.parse(readFileSync(join(dataFolder, name), 'utf8')) as Value;
}

function fileAt(name: string): { readonly name: string; readonly bytes: Uint8Array } {
  return { name, bytes: new Uint8Array(readFileSync(join(folder, name))) };
}

async function read(bytes: Uint8Array, name: string, options = {}): Promise<QuestionnaireReading> {
  const result = await readTable({ name, bytes }, options);
  if (!result.ok) throw new Error(`${name}: ${result.failure.code}`);
  return result.value;
}

describe.skipIf(!isThere)('real spreadsheets', () => {
  it.each([
    ['gforms_r-survey-2019_es.xlsx', 'Form Responses 1'],
    ['kobo_reach-iraq_raw_632x348.xlsx', 'Sheet1'],
    ['kobo_reach-iraq_labels-en.xlsx', 'water_survey_talafar'],
  ])('%s', async (name, sheet) => {
    const expected = readJson<Record<string, Expected>>('EXPECTED.json')[`questionnaires/${name}`]?.sheets?.[sheet];
    if (expected === undefined) throw new Error(`${name} is not in EXPECTED.json`);
    const started = performance.now();
    const { table, plan, warnings, format } = await read(fileAt(name).bytes, name);
    const milliseconds = Math.round(performance.now() - started);
    // EXPECTED.json writes microseconds behind times that people see in whole seconds.
    const cells = table.rows.flat().filter((cell) => cell !== '');
    const times = name.startsWith('gforms') ? table.rows.length : 0;
    const longest = expected.longest_cell;
    expect(format).toBe('xlsx');
    expect(plan.sheet).toBe(sheet);
    expect({
      data_rows: table.rows.length,
      columns: table.columns.length,
      nonempty_cells: cells.length,
      cells_with_line_break: cells.filter((cell) => cell.includes('\n')).length,
      duplicate_headers: warnings.find(({ code }) => code === 'duplicate-headers')?.values['count'] ?? 0,
      longest: [...(table.rows[longest.data_row - 1]?.[longest.column - 1] ?? '')].length,
      distinct_values_col1: new Set(table.rows.map((row) => row[0])).size,
      first_row: table.rows[0]?.slice(1, 6).map(shorten),
      last_row: table.rows.at(-1)?.slice(1, 6).map(shorten),
    }).toEqual({
      data_rows: expected.data_rows,
      columns: expected.columns,
      nonempty_cells: expected.nonempty_cells,
      cells_with_line_break: expected.cells_with_line_break,
      duplicate_headers: expected.duplicate_headers,
      longest: longest.chars,
      distinct_values_col1: expected.distinct_values_col1,
      first_row: expected.first_row.slice(1).map(shorten),
      last_row: expected.last_row.slice(1).map(shorten),
    });
    const characters = cells.reduce((sum, cell) => sum + [...cell].length, 0);
    expect(expected.cell_chars - characters).toBeGreaterThanOrEqual(0);
    expect(expected.cell_chars - characters).toBeLessThanOrEqual(times * 7);
    expect(table.rows[0]?.[0]?.slice(0, 16)).toBe(expected.first_row[0]?.slice(0, 16));
    console.log(`${name}: ${table.rows.length} x ${table.columns.length}, sheet ${sheet}, ${milliseconds} ms`);
  });

  it('the XLSForm beside a Kobo export names columns and choices and gives the roles', async () => {
    const form = await readSurveyForm(fileAt('kobo_reach-iraq_xlsform.xlsx'));
    if (form === null) throw new Error('no form');
    expect(form.languages).toEqual(['English (en)', 'Arabic (ar)']);
    const names = [
      'kobo_reach-iraq_raw_632x348.xlsx',
      'kobo_reach-iraq_xml-values.csv',
      'kobo_reach-iraq_labels-en.xlsx',
    ];
    const openAnswers: string[] = [];
    for (const name of names) {
      const { plan, table } = await read(fileAt(name).bytes, name, { forms: [form] });
      const gender = plan.columns.find(({ label }) => label === 'What is the gender of the head of household?');
      expect(gender?.role, name).toBe('attribute');
      if (!name.includes('labels')) expect(gender?.choices).toEqual({ male: 'Male', female: 'Female' });
      const why = plan.columns.findIndex(
        (column) => /trust_water_office_why_not$/.test(column.name) || /– Why not\?$/.test(column.label),
      );
      expect(plan.columns[why]?.role, name).toBe('open');
      openAnswers.push(table.rows.map((row) => row[why] ?? '').join('\u0000'));
    }
    // The same answers in three layouts.
    expect(new Set(openAnswers).size).toBe(1);
  });

  it('a form alone is no questionnaire', async () => {
    const result = await readTable(fileAt('kobo_reach-iraq_xlsform.xlsx'));
    expect(result.ok ? null : result.failure.code).toBe('form-alone');
  });
});

function bookOf(
  sheets: Readonly<Record<string, readonly (readonly unknown[])[]>>,
  bookType: 'xlsx' | 'biff8',
): Uint8Array {
  const book = utils.book_new();
  for (const [name, rows] of Object.entries(sheets)) {
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows as unknown[][], { dateNF: 'yyyy-mm-dd' }), name);
  }
  return new Uint8Array(write(book, { type: 'array', bookType }) as ArrayBuffer);
}

const answers = [
  ['id', 'Gender', 'Why did you come?', 'Date', 'Share'],
  ['A1', 'woman', 'For the water, of course; we had none.', new Date(Date.UTC(2024, 4, 3)), 0.5],
  ['A2', 'man', '=1+1 is what they said', new Date(Date.UTC(2024, 4, 4)), 0.25],
  ['A3', 'woman', 'Line one\nline two', new Date(Date.UTC(2024, 4, 5)), 1234567.125],
];

describe('spreadsheets', () => {
  it.each(['xlsx', 'biff8'] as const)('%s: cells as people see them', async (bookType) => {
    const { table, plan, format } = await read(bookOf({ Data: answers }, bookType), 'a.bin');
    expect(format).toBe(bookType === 'xlsx' ? 'xlsx' : 'xls');
    expect(table.columns.map(({ name }) => name)).toEqual(answers[0]);
    expect(table.rows[0]).toEqual(['A1', 'woman', 'For the water, of course; we had none.', '2024-05-03', '0.5']);
    expect(table.rows[2]?.[2]).toBe('Line one\nline two');
    expect(table.rows[2]?.[4]).toBe('1234567.125');
    expect(plan.columns.map(({ role }) => role)).toEqual(['id', 'attribute', 'open', 'date', 'closed']);
  });

  it('takes the sheet with the answers, and the one that a plan names', async () => {
    const bytes = bookOf(
      {
        'Read me': [['Exported on Monday']],
        Data: answers,
        Other: [
          ['a', 'b'],
          ['1', '2'],
        ],
      },
      'xlsx',
    );
    const { plan, sheets, warnings } = await read(bytes, 'a.xlsx');
    expect(plan.sheet).toBe('Data');
    expect(sheets).toEqual(['Read me', 'Data', 'Other']);
    expect(warnings[0]).toEqual({ code: 'other-sheets', values: { sheet: 'Data', count: 2, names: 'Read me, Other' } });
    const other = await read(bytes, 'a.xlsx', { plan: { ...plan, sheet: 'Other', firstRow: 1 } });
    expect(other.table.rows).toEqual([['1', '2']]);
  });

  it('leaves titles above the headers out and says so', async () => {
    const bytes = bookOf({ Data: [['Survey of the valley'], [], ['2024, second wave'], ...answers] }, 'xlsx');
    const { table, plan, warnings } = await read(bytes, 'a.xlsx');
    expect(plan.firstRow).toBe(4);
    expect(table.columns[2]?.name).toBe('Why did you come?');
    expect(warnings).toContainEqual({ code: 'rows-above-headers', values: { count: 2 } });
  });

  it('reads two header rows of SurveyMonkey in a spreadsheet', async () => {
    const rows = [
      ['Respondent ID', 'Which sources?', '', 'Why?'],
      ['', 'River', 'Well', 'Open-Ended Response'],
      ['1', 'River', '', 'It is near.'],
      ['2', '', 'Well', 'It is clean.'],
    ];
    const { table, plan } = await read(bookOf({ Sheet: rows }, 'xlsx'), 'a.xlsx');
    expect(table.rows).toHaveLength(2);
    expect(plan.columns.map(({ label }) => label)).toEqual([
      'Respondent ID',
      'Which sources? – River',
      'Which sources? – Well',
      'Why?',
    ]);
  });

  it('decodes what Excel cannot hold in XML, and prefixes of names', async () => {
    const sheet =
      '<x:worksheet xmlns:x="urn:x"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>id</x:t></x:is></x:c><x:c r="B1" t="inlineStr"><x:is><x:t>Why</x:t></x:is></x:c></x:row>' +
      '<x:row r="2"><x:c r="A2"><x:v>7</x:v></x:c><x:c r="B2" t="str"><x:v>one_x000D_\ntwo &amp; &lt;three&gt; &#x1F600;</x:v></x:c></x:row></x:sheetData></x:worksheet>';
    const { table } = await read(rawBook(sheet), 'a.xlsx');
    expect(table.rows).toEqual([['7', 'one\ntwo & <three> 😀']]);
  });

  it('never opens a document type, and stops at its limits', async () => {
    const bomb = '<!DOCTYPE a [<!ENTITY b "c">]><worksheet><sheetData/></worksheet>';
    expect(await codeOf(rawBook(bomb))).toBe('damaged');
    expect(await codeOf(rawBook('<worksheet><sheetData><row><c><v>1'))).toBe('damaged');
    const deep = `<worksheet>${'<a>'.repeat(500)}${'</a>'.repeat(500)}</worksheet>`;
    expect(await codeOf(rawBook(deep))).toBe('damaged');
    const wide = `<worksheet><sheetData><row r="1"><c r="ZZZ1"><v>1</v></c><c r="A1"><v>2</v></c></row></sheetData></worksheet>`;
    expect(['no-table', 'too-large']).toContain(await codeOf(rawBook(wide)));
  });
});

function rawBook(sheet: string): Uint8Array {
  const parts = {
    'xl/workbook.xml':
      '<workbook xmlns:r="urn:r"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': sheet,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}

async function codeOf(bytes: Uint8Array): Promise<string> {
  const result = await readTable({ name: 'a.xlsx', bytes });
  return result.ok ? 'read' : result.failure.code;
}

/** The facts cut long cells at 60 characters. */
function shorten(cell: string): string {
  return [...cell].slice(0, 60).join('');
}
