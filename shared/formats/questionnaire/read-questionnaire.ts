/** A table of a survey program or a spreadsheet (csv, tsv, xlsx, xls) -> the answers of a questionnaire. */
import { fail, succeed } from '#shared/basics/result.ts';
import type { Result } from '#shared/basics/result.ts';
import { decodeText } from '#shared/formats/decode-text.ts';
import type { ImportFailure, ImportFormat, ImportWarning, ReadResult } from '#shared/formats/imported-source.ts';
import {
  applyPlan,
  countDuplicateRespondents,
  guessPlan,
  mergePlan,
} from '#shared/formats/questionnaire/column-plan.ts';
import type { ColumnPlan } from '#shared/formats/questionnaire/column-plan.ts';
import type { ColumnFacts } from '#shared/formats/questionnaire/column-profile.ts';
import { longestTable, parseRecords } from '#shared/formats/questionnaire/parse-records.ts';
import type { Records } from '#shared/formats/questionnaire/parse-records.ts';
import { buildTable, tableWidth } from '#shared/formats/questionnaire/raw-table.ts';
import type { RawTable } from '#shared/formats/questionnaire/raw-table.ts';
import { chooseSheetTable } from '#shared/formats/questionnaire/sheet-table.ts';
import { chooseDelimiter, splitSeparatorLine } from '#shared/formats/questionnaire/sniff-delimiter.ts';
import { chooseForm, explainColumns } from '#shared/formats/questionnaire/xlsform/explain-columns.ts';
import { surveyFormOf } from '#shared/formats/questionnaire/xlsform/survey-form.ts';
import type { SurveyForm } from '#shared/formats/questionnaire/xlsform/survey-form.ts';
import { breathe, cancelled } from '#shared/formats/read-options.ts';
import type { FileInput, ReadOptions } from '#shared/formats/read-options.ts';
import { recogniseBytes } from '#shared/formats/recognise.ts';
import { readWorkbook } from '#shared/formats/workbook/read-workbook.ts';
import type { SheetRows } from '#shared/formats/workbook/sheet-rows.ts';

export type QuestionnaireOptions = Pick<ReadOptions, 'encoding' | 'signal' | 'onProgress'> & {
  /** `,` `;` or tab instead of the guess. */
  readonly delimiter?: string;
  /** A plan that a person corrected: its roles and labels, and how to read the file, overrule the guesses. */
  readonly plan?: ColumnPlan;
  /** XLSForms of the same batch; the one that fits the table explains its columns. */
  readonly forms?: readonly SurveyForm[];
};

/** All that a preview needs; `applyPlan(table, plan)` with a changed plan makes the content anew. */
export type QuestionnaireReading = {
  readonly table: RawTable;
  readonly plan: ColumnPlan;
  /** One per column, in the same order. */
  readonly facts: readonly ColumnFacts[];
  /** Names of the sheets that hold anything. */
  readonly sheets: readonly string[];
  readonly warnings: readonly ImportWarning[];
  readonly format: ImportFormat;
};

const limitMegabytes = 100;
/** What a spreadsheet can hold; more is no questionnaire. */
const limitColumns = 16_384;
const limitCells = 20_000_000;

/** Reads a table and makes one source of it, with the given plan or a guessed one. */
export async function readQuestionnaire(input: FileInput, options: QuestionnaireOptions = {}): Promise<ReadResult> {
  const reading = await readTable(input, options);
  if (!reading.ok) return reading;
  const { table, plan, sheets, warnings, format } = reading.value;
  const { sheet = null, firstRow = null } = plan;
  const duplicates = countDuplicateRespondents(table, plan);
  return succeed({
    format,
    encoding: plan.encoding,
    content: applyPlan(table, plan),
    speakers: [],
    methodGuess: 'questionnaire',
    languageGuess: null,
    delimiter: plan.delimiter,
    tableLayout: { sheet, sheets, firstRow, headerRows: table.headerRows },
    warnings:
      duplicates === 0 ? warnings : [...warnings, { code: 'duplicate-respondents', values: { count: duplicates } }],
  });
}

/** Reads a table and guesses its plan, for a preview in which the plan is corrected. */
export async function readTable(
  input: FileInput,
  options: QuestionnaireOptions = {},
): Promise<Result<QuestionnaireReading, ImportFailure>> {
  if (input.bytes.length > limitMegabytes * 1_000_000) return fail({ code: 'too-large', values: { limitMegabytes } });
  const found = await findRecords(input, options);
  if (!found.ok) return found;
  const { records, place, format, groups } = found.value;

  const width = tableWidth(records.rows);
  if (width > limitColumns) return fail({ code: 'no-table', values: {} });
  if (records.rows.length > longestTable || width * records.rows.length > limitCells) {
    return fail({ code: 'too-large', values: { limitMegabytes, limitRows: longestTable } });
  }
  const raw = buildTable(records, place.delimiter ?? ' | ', options.plan?.headerRows ?? undefined);
  if (raw.rows.length === 0) return fail({ code: 'no-table', values: {} });
  const table = groups === null ? raw : withGroups(raw, groups);

  await breathe();
  if (options.signal?.aborted === true) return cancelled();
  const { plan: guessed, facts } = guessPlan(table, place);
  const form = chooseForm(table.columns, options.forms ?? []);
  const plan = form === null ? guessed : { ...guessed, columns: explainColumns(guessed.columns, form) };
  return succeed({
    table,
    plan: options.plan === undefined ? plan : mergePlan(plan, options.plan),
    facts,
    sheets: found.value.sheets,
    warnings: [...found.value.warnings, ...table.warnings],
    format,
  });
}

type FoundRecords = {
  readonly records: Records;
  readonly place: Pick<ColumnPlan, 'delimiter' | 'encoding' | 'sheet' | 'firstRow'>;
  readonly format: ImportFormat;
  readonly sheets: readonly string[];
  /** Headings over several columns; null where the format has none. */
  readonly groups: readonly string[] | null;
  readonly warnings: readonly ImportWarning[];
};

async function findRecords(
  input: FileInput,
  options: QuestionnaireOptions,
): Promise<Result<FoundRecords, ImportFailure>> {
  const recognised = recogniseBytes(input.bytes, input.name);
  if (recognised.kind === 'xlsx') {
    const sheets = await readWorkbook(recognised.archive, options);
    return sheets.ok ? recordsOfSheets(sheets.value, 'xlsx', options) : sheets;
  }
  if (recognised.kind === 'xls') {
    // The library for old Office files is large, and most batches hold none.
    const { readOldWorkbook } = await import('#shared/formats/workbook/read-old-workbook.ts');
    const sheets = readOldWorkbook(input.bytes);
    return sheets.ok ? recordsOfSheets(sheets.value, 'xls', options) : sheets;
  }
  return recordsOfText(input, options);
}

function recordsOfSheets(
  sheets: readonly SheetRows[],
  format: ImportFormat,
  { plan }: QuestionnaireOptions,
): Result<FoundRecords, ImportFailure> {
  if (surveyFormOf(sheets) !== null) return fail({ code: 'form-alone', values: {} });
  if (sheets.every(({ rows }) => rows.length === 0)) return fail({ code: 'empty', values: {} });
  const found = chooseSheetTable(sheets, plan);
  if (found === null) return fail({ code: 'no-table', values: {} });
  const { records, groups, sheet, firstRow, warnings } = found;
  const place = { delimiter: null, encoding: null, sheet, firstRow };
  const names = sheets.filter(({ rows }) => rows.length > 0).map(({ name }) => name);
  return succeed({ records, groups, place, format, sheets: names, warnings });
}

async function recordsOfText(
  input: FileInput,
  options: QuestionnaireOptions,
): Promise<Result<FoundRecords, ImportFailure>> {
  const decoded = decodeText(input.bytes, options.encoding ?? options.plan?.encoding ?? undefined);
  if (!decoded.ok) return decoded;
  const { text, encoding, warnings } = decoded.value;
  if (text.trim() === '') return fail({ code: 'empty', values: {} });
  const { delimiter: said, body } = splitSeparatorLine(text);
  const delimiter =
    options.delimiter ?? options.plan?.delimiter ?? said ?? chooseDelimiter(body, isNamedAsTable(input.name));
  if (delimiter === null) return fail({ code: 'no-table', values: {} });
  const records = await parseRecords(body, delimiter, options);
  if (records === null) return cancelled();
  return succeed({
    records,
    groups: null,
    place: { delimiter, encoding, sheet: null, firstRow: null },
    format: 'csv',
    sheets: [],
    warnings,
  });
}

function withGroups(table: RawTable, groups: readonly string[]): RawTable {
  if (groups.every((group) => group === '')) return table;
  const columns = table.columns.map((column, index) => {
    const group = groups[index] ?? '';
    return group === '' || column.label === group ? column : { ...column, label: `${group} – ${column.label}` };
  });
  return { ...table, columns };
}

/**
 * Whether a text is a table with a row of headers. A file that is named as one is trusted more than a text,
 * whose lines may have a comma each and still be prose.
 */
export function looksLikeTable(text: string, name: string): boolean {
  const { delimiter, body } = splitSeparatorLine(text);
  return delimiter !== null || chooseDelimiter(body, isNamedAsTable(name)) !== null;
}

function isNamedAsTable(name: string): boolean {
  return /\.(csv|tsv|tab)$/i.test(name);
}
