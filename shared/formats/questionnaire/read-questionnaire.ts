/** A csv or tsv of a survey program or a spreadsheet -> the answers of a questionnaire. */
import { fail, succeed } from '#shared/basics/result.ts';
import type { Result } from '#shared/basics/result.ts';
import { decodeText } from '#shared/formats/decode-text.ts';
import type { ImportFailure, ImportWarning, ReadResult } from '#shared/formats/imported-source.ts';
import {
  applyPlan,
  countDuplicateRespondents,
  guessPlan,
  mergePlan,
} from '#shared/formats/questionnaire/column-plan.ts';
import type { ColumnPlan } from '#shared/formats/questionnaire/column-plan.ts';
import type { ColumnFacts } from '#shared/formats/questionnaire/column-profile.ts';
import { longestTable, parseRecords } from '#shared/formats/questionnaire/parse-records.ts';
import { buildTable, tableWidth } from '#shared/formats/questionnaire/raw-table.ts';
import type { RawTable } from '#shared/formats/questionnaire/raw-table.ts';
import { chooseDelimiter, splitSeparatorLine } from '#shared/formats/questionnaire/sniff-delimiter.ts';
import { breathe, cancelled } from '#shared/formats/read-options.ts';
import type { FileInput, ReadOptions } from '#shared/formats/read-options.ts';

export type QuestionnaireOptions = Pick<ReadOptions, 'encoding' | 'signal' | 'onProgress'> & {
  /** `,` `;` or tab instead of the guess. */
  readonly delimiter?: string;
  /** A plan that a person corrected: its roles and labels, and how to read the file, overrule the guesses. */
  readonly plan?: ColumnPlan;
};

/** All that a preview needs; `applyPlan(table, plan)` with a changed plan makes the content anew. */
export type QuestionnaireReading = {
  readonly table: RawTable;
  readonly plan: ColumnPlan;
  /** One per column, in the same order. */
  readonly facts: readonly ColumnFacts[];
  readonly warnings: readonly ImportWarning[];
};

const limitMegabytes = 100;
/** What a spreadsheet can hold; more is no questionnaire. */
const limitColumns = 16_384;
const limitCells = 20_000_000;

/** Reads a table and makes one source of it, with the given plan or a guessed one. */
export async function readQuestionnaire(input: FileInput, options: QuestionnaireOptions = {}): Promise<ReadResult> {
  const reading = await readTable(input, options);
  if (!reading.ok) return reading;
  const { table, plan, warnings } = reading.value;
  const duplicates = countDuplicateRespondents(table, plan);
  return succeed({
    format: 'csv',
    encoding: plan.encoding,
    content: applyPlan(table, plan),
    speakers: [],
    methodGuess: 'questionnaire',
    languageGuess: null,
    delimiter: plan.delimiter,
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
  const decoded = decodeText(input.bytes, options.encoding ?? options.plan?.encoding ?? undefined);
  if (!decoded.ok) return decoded;
  const { text, encoding } = decoded.value;
  if (text.trim() === '') return fail({ code: 'empty', values: {} });

  const { delimiter: said, body } = splitSeparatorLine(text);
  const delimiter =
    options.delimiter ?? options.plan?.delimiter ?? said ?? chooseDelimiter(body, isNamedAsTable(input.name));
  if (delimiter === null) return fail({ code: 'no-table', values: {} });
  const records = await parseRecords(body, delimiter, options);
  if (records === null) return cancelled();

  const width = tableWidth(records.rows);
  if (width > limitColumns) return fail({ code: 'no-table', values: {} });
  if (records.rows.length > longestTable || width * records.rows.length > limitCells) {
    return fail({ code: 'too-large', values: { limitMegabytes, limitRows: longestTable } });
  }
  const table = buildTable(records, delimiter, options.plan?.headerRows ?? undefined);
  if (table.rows.length === 0) return fail({ code: 'no-table', values: {} });

  await breathe();
  if (options.signal?.aborted === true) return cancelled();
  const { plan, facts } = guessPlan(table, { delimiter, encoding });
  return succeed({
    table,
    plan: options.plan === undefined ? plan : mergePlan(plan, options.plan),
    facts,
    warnings: [...decoded.value.warnings, ...table.warnings],
  });
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
