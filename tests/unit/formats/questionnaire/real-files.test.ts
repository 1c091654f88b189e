/** Every csv and tsv of real surveys that lies beside the project, against facts found without our code. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { QuestionnaireReading } from '#shared/formats/questionnaire/read-questionnaire.ts';
import { looksLikeTable, readQuestionnaire, readTable } from '#shared/formats/questionnaire/read-questionnaire.ts';

const dataFolder = resolve(import.meta.dirname, '../../../../../shared/data');
const folder = join(dataFolder, 'questionnaires');
const isThere = existsSync(join(dataFolder, 'EXPECTED.json'));
if (!isThere) console.log(`skipped: real questionnaires, because ${folder} is not there`);

type ExpectedTable = {
  readonly header_rows: number;
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
type Expected = { readonly encoding: string; readonly delimiter: string; readonly table: ExpectedTable };

const expectedFiles: Readonly<Record<string, Expected>> = isThere ? readJson('EXPECTED.json') : {};
const expectedHeaders: Readonly<Record<string, readonly (readonly string[])[]>> = isThere
  ? readJson('EXPECTED_headers.json')
  : {};

function readJson<Value>(name: string): Value {
  return JSON.parse(readFileSync(join(dataFolder, name), 'utf8')) as Value;
}

const files = isThere ? readdirSync(folder).filter((name) => /\.(csv|tsv)$/.test(name)) : [];

function readFile(name: string): { readonly name: string; readonly bytes: Uint8Array } {
  return { name, bytes: readFileSync(join(folder, name)) };
}

async function read(name: string): Promise<QuestionnaireReading> {
  const result = await readTable(readFile(name));
  if (!result.ok) throw new Error(`${name}: ${result.failure.code}`);
  return result.value;
}

const encodings: Readonly<Record<string, string>> = {
  ASCII: 'utf-8',
  'UTF-8': 'utf-8',
  'UTF-16LE': 'utf-16le',
  cp1252: 'windows-1252',
  mac_roman: 'macintosh',
};
const delimiters: Readonly<Record<string, string>> = { comma: ',', semicolon: ';', tab: '\t' };

describe.skipIf(!isThere)('real questionnaires', () => {
  it.each(files)('%s', { timeout: 30_000 }, async (name) => {
    const expected = expectedFiles[`questionnaires/${name}`];
    const headers = expectedHeaders[`questionnaires/${name}`]?.[0] ?? [];
    if (expected === undefined) throw new Error(`${name} is not in EXPECTED.json`);
    const start = performance.now();
    const { table, plan, facts, warnings } = await read(name);
    const milliseconds = Math.round(performance.now() - start);
    const cells = table.rows.flat().filter((cell) => cell !== '');
    const longest = expected.table.longest_cell;

    expect(plan.encoding).toBe(encodings[expected.encoding.split(' ')[0] ?? '']);
    expect(plan.delimiter).toBe(delimiters[expected.delimiter]);
    expect({
      header_rows: plan.headerRows,
      data_rows: table.rows.length,
      columns: table.columns.length,
      nonempty_cells: cells.length,
      cell_chars: cells.reduce((sum, cell) => sum + [...cell].length, 0),
      cells_with_line_break: cells.filter((cell) => cell.includes('\n')).length,
      duplicate_headers: warnings.find(({ code }) => code === 'duplicate-headers')?.values['count'] ?? 0,
      longest: [...(table.rows[longest.data_row - 1]?.[longest.column - 1] ?? '')].length,
      distinct_values_col1: new Set(table.rows.map((row) => row[0])).size,
      first_row: table.rows[0]?.slice(0, 6).map(shorten),
      last_row: table.rows.at(-1)?.slice(0, 6).map(shorten),
    }).toEqual({
      header_rows: expected.table.header_rows,
      data_rows: expected.table.data_rows,
      columns: expected.table.columns,
      nonempty_cells: expected.table.nonempty_cells,
      cell_chars: expected.table.cell_chars,
      cells_with_line_break: expected.table.cells_with_line_break,
      duplicate_headers: expected.table.duplicate_headers,
      longest: longest.chars,
      distinct_values_col1: expected.table.distinct_values_col1,
      first_row: expected.table.first_row.map(shorten),
      last_row: expected.table.last_row.map(shorten),
    });
    expect(facts.reduce((sum, { filled }) => sum + filled, 0)).toBe(expected.table.nonempty_cells);
    expect(new Set(table.columns.map(({ name: column }) => column)).size).toBe(headers.length);
    const seen = new Set<string>();
    table.columns.forEach((column, index) => {
      const header = (headers[index] ?? '').replace(/\r\n?/g, '\n');
      if (header !== '' && !seen.has(header)) expect(column.name).toBe(header);
      else if (header !== '') expect(column.name.startsWith(`${header} (`)).toBe(true);
      seen.add(header);
    });
    expect(warnings.map(({ code }) => code)).not.toContain('ragged-rows');
    expect(warnings.map(({ code }) => code)).not.toContain('unclosed-quote');

    const open = plan.columns.filter(({ role }) => role === 'open').length;
    console.log(
      `${name}: ${plan.encoding ?? ''} ${JSON.stringify(plan.delimiter)}, ${plan.headerRows ?? 0} header rows, ` +
        `${table.rows.length} x ${table.columns.length}, ${open} open, ${milliseconds} ms`,
    );
  });

  it('recognises all of them as tables, and no transcript, note or subtitle', () => {
    for (const name of files) {
      const encoding = name.includes('utf16') ? 'utf-16le' : 'utf-8';
      const text = new TextDecoder(encoding).decode(readFile(name).bytes).replace(/\r\n?/g, '\n');
      expect(looksLikeTable(text, name), name).toBe(true);
    }
    for (const room of ['interviews', 'focus_groups', 'subtitles']) {
      for (const name of readdirSync(join(dataFolder, room)).filter((file) => /\.(txt|md|vtt|srt)$/.test(file))) {
        const text = readFileSync(join(dataFolder, room, name), 'latin1').replace(/\r\n?/g, '\n');
        expect(looksLikeTable(text, name), name).toBe(false);
      }
    }
  });

  it('SurveyMonkey: question and choice become one label', async () => {
    const { plan } = await read('sm_starwars_two-header_bad-bytes.csv');
    const [id, seen, , firstFilm, secondFilm] = plan.columns;
    expect(id).toEqual({ name: 'RespondentID', label: 'RespondentID', role: 'id' });
    expect(seen?.label).toBe('Have you seen any of the 6 films in the Star Wars franchise?');
    const question = 'Which of the following Star Wars films have you seen? Please select all that apply.';
    expect(firstFilm?.name).toBe(question);
    expect(firstFilm?.label.startsWith(`${question} – Star Wars: Episode I`)).toBe(true);
    expect(secondFilm?.label.startsWith(`${question} – Star Wars: Episode II`)).toBe(true);
    const roles = plan.columns.map(({ role }) => role);
    expect(roles.slice(3, 9)).toEqual(Array(6).fill('multiple'));
    expect(roles.slice(9, 29)).toEqual(Array(20).fill('closed'));
    expect(roles.slice(33)).toEqual(Array(5).fill('attribute'));
    expect(plan.columns.every(({ label }) => !label.includes('Response'))).toBe(true);
  });

  it('Qualtrics: names from the first row, labels from the second, no import id as a respondent', async () => {
    const { plan, table } = await read('qualtrics_three-header_german_json-importid.csv');
    expect(plan.columns.find(({ name }) => name === 'Q2')).toEqual({
      name: 'Q2',
      label: 'This is a free text question.',
      role: 'open',
    });
    expect(table.rows.flat().some((cell) => cell.includes('ImportId'))).toBe(false);
    const wide = await read('qualtrics_three-header_utf16le.tsv');
    expect(rolesOf(wide, 'open')).toHaveLength(12);
    expect(rolesOf(wide, 'multiple')).toEqual(['MCMA_text_1', 'MCMA_text_2', 'MCMA_text_3']);
  });

  it('LimeSurvey: the code is taken off the label', async () => {
    const { plan } = await read('limesurvey_rse2018_707-columns.csv');
    expect(plan.columns[0]).toEqual({ name: '[1]', label: '[1]', role: 'id' });
    expect(plan.columns[2]).toEqual({
      name: 'socio1._.In which country do you work?',
      label: 'In which country do you work?',
      role: 'attribute',
    });
    expect(plan.columns.find(({ name }) => name.startsWith('tool4can[SQ025]'))?.role).toBe('multiple');
    expect(plan.columns.find(({ name }) => name.startsWith('likert5[percEmp3]'))?.role).toBe('closed');
    expect(plan.columns.at(-1)?.role).toBe('open');
  });

  it('Kobo and Ona: choices spread over columns belong together, with and without the joined column', async () => {
    const kobo = await read('kobo_reach-iraq_xml-values.csv');
    const sources = kobo.plan.columns.filter(({ name }) => /^water_source\/water_sources(\/|$)/.test(name));
    expect(sources).toHaveLength(12);
    expect(sources.every(({ role }) => role === 'multiple')).toBe(true);
    expect(sources[1]?.label).toBe('water_sources – piped');
    expect(kobo.plan.columns.find(({ name }) => name === 'hh_info/hh_hosting')?.role).toBe('closed');
    expect(rolesOf(kobo, 'id')).toEqual(['_uuid']);
    const ona = await read('ona_transportation_labels-only.csv');
    expect(rolesOf(ona, 'multiple')).toHaveLength(10);
    expect(rolesOf(await read('ona_large_800_select-multiple.csv'), 'multiple')).toHaveLength(7);
  });

  it('the same survey gives the same open answers from Kobo and SurveyCTO', async () => {
    const kobo = answersTo(await read('kobo_reach-iraq_xml-values.csv'), /(^|\/)trust_water_office_why_not$/);
    const other = answersTo(await read('surveycto_reach-iraq_wide_60.csv'), /^trust_water_office_why_not$/);
    expect(kobo.size).toBe(145);
    expect(other.size).toBe(11);
    expect([...other].filter((answer) => !kobo.has(answer))).toEqual([]);
  });

  it('Google Forms: comments belong to the question on their left, several choices in one cell', async () => {
    const comments = await read('gforms_pssuq_duplicate-comments.csv');
    expect(comments.plan.columns[3]).toEqual({
      name: 'Comments',
      label: '1. Overall, I am satisfied with how easy it is to use this system. – Comments',
      role: 'open',
    });
    expect(rolesOf(comments, 'open')).toHaveLength(19);
    const survey = await read('gforms_r-survey-2019_en.csv');
    for (const start of ['What applications do you use R for', 'Which tools do you use', 'How do you share']) {
      expect(survey.plan.columns.find(({ name }) => name.startsWith(start))?.role, start).toBe('multiple');
    }
    // Of the questions that many answered; eight people are too few to tell choices from words.
    const asked = survey.facts.filter(({ filled }) => filled > 20).map(({ name }) => name);
    expect(rolesOf(survey, 'open').filter((name) => asked.includes(name))).toEqual([
      'What do you like best about using R?',
      'What do you like least about using R?',
    ]);
  });

  it('makes one answer per open cell, at the right place of the text', async () => {
    const result = await readQuestionnaire(readFile('castles_quoted-newlines.csv'));
    if (!result.ok) throw new Error(result.failure.code);
    const { text, segments, table } = result.value.content;
    const column = 10;
    // 1,269 cells hold something, one of them nothing but a blank.
    expect(segments).toHaveLength(1268);
    for (const { start, end, respondent, question } of segments) {
      expect(question).toBe('Why did you choose your troop deployment?');
      expect(text.slice(start, end)).toBe(table?.rows[Number(respondent) - 1]?.[column]);
    }
  });

  it('reads 15,653 rows and 707 columns in seconds', { timeout: 60_000 }, async () => {
    const start = performance.now();
    expect((await readQuestionnaire(readFile('fcc2016_part1_15653-rows.csv'))).ok).toBe(true);
    expect((await readQuestionnaire(readFile('limesurvey_rse2018_707-columns.csv'))).ok).toBe(true);
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});

/** The facts cut long cells at 60 characters. */
function shorten(cell: string): string {
  return [...cell].slice(0, 60).join('');
}

function rolesOf({ plan }: QuestionnaireReading, wanted: string): readonly string[] {
  return plan.columns.filter(({ role }) => role === wanted).map(({ name }) => name);
}

function answersTo({ table }: QuestionnaireReading, name: RegExp): ReadonlySet<string> {
  const column = table.columns.findIndex((candidate) => name.test(candidate.name));
  return new Set(table.rows.map((row) => row[column] ?? '').filter((cell) => cell !== ''));
}
