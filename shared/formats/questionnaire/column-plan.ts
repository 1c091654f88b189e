/** The plan of a questionnaire: what each column is. It is JSON, so that it can be corrected and used again. */
import * as z from 'zod';
import { columnRoles } from '#shared/domain/source/source-content.ts';
import type { QuestionnaireColumn, Segment, SourceContent } from '#shared/domain/source/source-content.ts';
import { profileColumn } from '#shared/formats/questionnaire/column-profile.ts';
import type { ColumnFacts } from '#shared/formats/questionnaire/column-profile.ts';
import { guessRoles } from '#shared/formats/questionnaire/guess-roles.ts';
import { nameRespondents } from '#shared/formats/questionnaire/name-respondents.ts';
import type { RawTable } from '#shared/formats/questionnaire/raw-table.ts';

/** What `import --dry-run` prints and `import --plan` reads; columns that it does not name keep their guess. */
export const columnPlanSchema = z.object({
  columns: z.array(
    z
      .object({
        name: z.string(),
        label: z.string().optional(),
        role: z.enum(columnRoles),
        choices: z.record(z.string(), z.string()).optional(),
      })
      .transform(({ name, label, role, choices }) => ({
        name,
        label: label ?? name,
        role,
        ...(choices === undefined ? {} : { choices }),
      })),
  ),
  delimiter: z.enum([',', ';', '\t']).nullable().default(null),
  /** WHATWG label. */
  encoding: z.string().nullable().default(null),
  headerRows: z.number().int().min(1).max(3).nullable().default(null),
  /** Of a spreadsheet: which sheet, and the number of its row with the headers. */
  sheet: z.string().nullable().default(null),
  firstRow: z.number().int().min(1).nullable().default(null),
});

export type ColumnPlan = {
  readonly columns: readonly QuestionnaireColumn[];
  readonly delimiter: string | null;
  readonly encoding: string | null;
  readonly headerRows: number | null;
  readonly sheet?: string | null;
  readonly firstRow?: number | null;
};

/** Guesses label and role of every column and counts what stands in it. */
export function guessPlan(
  table: RawTable,
  place: Pick<ColumnPlan, 'delimiter' | 'encoding' | 'sheet' | 'firstRow'>,
): { readonly plan: ColumnPlan; readonly facts: readonly ColumnFacts[] } {
  const profiles = table.columns.map(({ name }, index) => profileColumn(table.rows, index, name));
  const roles = guessRoles(table.columns, profiles, table.rows.length);
  const columns = table.columns.map(({ name, label }, index) => ({ name, label, role: roles[index] ?? 'ignore' }));
  return {
    plan: { columns, ...place, headerRows: table.headerRows },
    facts: profiles.map(({ facts }) => facts),
  };
}

/** Lays a saved plan over a guessed one, by column name. A label that only repeats the name says nothing. */
export function mergePlan(guessed: ColumnPlan, given: ColumnPlan): ColumnPlan {
  const byName = new Map(given.columns.map((column) => [column.name, column]));
  const columns = guessed.columns.map((column) => {
    const own = byName.get(column.name);
    if (own === undefined) return column;
    return { ...column, ...own, label: own.label === own.name ? column.label : own.label };
  });
  return { ...guessed, columns };
}

const betweenAnswers = '\n\n';

/**
 * Makes the content from what was read; cheap enough to run at every change of the plan.
 *
 * The text is the open answers and nothing else: respondent after respondent, in the order of the columns,
 * parted by one blank line. No headings stand in it, so that every selection, search hit and character count
 * is words that somebody wrote; which question and whose answer it is say the segments. By respondent rather
 * than by question, because a later wave then only adds at the end.
 *
 * Columns are matched by name; those that the plan does not know are ignored. All cells stay in the table,
 * verbatim and whatever their role.
 */
export function applyPlan(
  table: { readonly columns: readonly Pick<QuestionnaireColumn, 'name' | 'label'>[]; readonly rows: RawTable['rows'] },
  plan: Pick<ColumnPlan, 'columns'>,
): SourceContent {
  const planned = new Map(plan.columns.map((column) => [column.name, column]));
  const columns = table.columns.map(
    ({ name, label }): QuestionnaireColumn => planned.get(name) ?? { name, label, role: 'ignore' },
  );
  const respondents = nameRespondents(table.rows, idColumn(columns)).names;
  const openColumns = columns.flatMap(({ name, role }, index) => (role === 'open' ? [{ name, index }] : []));
  const answers: string[] = [];
  const segments: Segment[] = [];
  let position = 0;
  table.rows.forEach((row, rowIndex) => {
    for (const { name, index } of openColumns) {
      const answer = row[index] ?? '';
      if (answer.trim() === '') continue;
      if (answers.length > 0) position += betweenAnswers.length;
      const respondent = respondents[rowIndex] ?? '';
      segments.push({ start: position, end: position + answer.length, role: 'answer', question: name, respondent });
      answers.push(answer);
      position += answer.length;
    }
  });
  return { text: answers.join(betweenAnswers), segments, table: { columns, respondents, rows: table.rows } };
}

/** How many respondents share the id of an earlier one. */
export function countDuplicateRespondents(table: Pick<RawTable, 'rows'>, plan: Pick<ColumnPlan, 'columns'>): number {
  return nameRespondents(table.rows, idColumn(plan.columns)).duplicates;
}

function idColumn(columns: readonly QuestionnaireColumn[]): number | null {
  const index = columns.findIndex(({ role }) => role === 'id');
  return index === -1 ? null : index;
}
