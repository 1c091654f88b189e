/** The questions of a questionnaire whose answers can be counted, and who answered what to each. */
import { answerSeparators, splitOutsideBrackets } from '#shared/domain/source/joined-answers.ts';
import type { QuestionnaireColumn, QuestionnaireTable } from '#shared/domain/source/source-content.ts';
import { readNumber } from '#shared/analysis/survey/answer-order.ts';

export type SurveyQuestion = {
  /** Name of its (first) column, by which statistics know it. */
  readonly key: string;
  /** The question in words. */
  readonly label: string;
  /** Whether a respondent could give several answers. */
  readonly allowsSeveral: boolean;
  /** Whether it tells who somebody is, such as their state, rather than what they think. */
  readonly isAttribute: boolean;
  /** Whether (nearly) all answers are numbers, so that they have an average. */
  readonly isNumeric: boolean;
  /** Answers of a row, as they stand in the cells; null where the respondent did not answer. */
  readonly answersOf: (row: number) => readonly string[] | null;
  /** An answer in words. */
  readonly labelOf: (answer: string) => string;
  /** The choices in the order of the form, where the form is known. */
  readonly choices: readonly string[];
};

const questionsByTable = new WeakMap<QuestionnaireTable, readonly SurveyQuestion[]>();

/** Closed questions, questions with several answers, and attributes; found once for each table. */
export function listQuestions(table: QuestionnaireTable): readonly SurveyQuestion[] {
  let questions = questionsByTable.get(table);
  if (!questions) questionsByTable.set(table, (questions = findQuestions(table)));
  return questions;
}

/** One question by its key. */
export function findQuestion(table: QuestionnaireTable, key: string): SurveyQuestion | undefined {
  return listQuestions(table).find((question) => question.key === key);
}

type Column = QuestionnaireColumn & { readonly place: number };

function findQuestions(table: QuestionnaireTable): readonly SurveyQuestion[] {
  const columns = table.columns.map((column, place): Column => ({ ...column, place }));
  const spread = groupSpreadColumns(table, columns);
  const inGroups = new Set(spread.flatMap((group) => group.columns));
  const parents = new Set(spread.flatMap((group) => group.parent ?? []));
  return columns.flatMap((column): SurveyQuestion[] => {
    const group = spread.find((one) => one.columns[0] === column);
    if (group) return [spreadQuestion(table, group)];
    if (inGroups.has(column) || parents.has(column)) return [];
    if (column.role === 'multiple') return [joinedQuestion(table, column)];
    return column.role === 'closed' || column.role === 'attribute' ? [singleQuestion(table, column)] : [];
  });
}

function singleQuestion(table: QuestionnaireTable, column: Column): SurveyQuestion {
  const cell = (row: number): string => (table.rows[row]?.[column.place] ?? '').trim();
  return {
    key: column.name,
    label: column.label,
    allowsSeveral: false,
    isAttribute: column.role === 'attribute',
    isNumeric: isMostlyNumbers(table.rows.map((_, row) => cell(row))) && column.choices === undefined,
    answersOf: (row) => (cell(row) === '' ? null : [cell(row)]),
    labelOf: (answer) => column.choices?.[answer] ?? answer,
    choices: Object.keys(column.choices ?? {}),
  };
}

function isMostlyNumbers(cells: readonly string[]): boolean {
  const answered = cells.filter((cell) => cell !== '');
  return answered.length > 0 && answered.filter((cell) => readNumber(cell) !== null).length >= answered.length * 0.9;
}

/** Several answers in one cell. */
function joinedQuestion(table: QuestionnaireTable, column: Column): SurveyQuestion {
  const cells = table.rows.map((row) => (row[column.place] ?? '').trim());
  const separator = separatorOf(cells, column.choices);
  const answers = cells.map((cell) =>
    cell === '' ? null : [...new Set(separator === null ? [cell] : splitOutsideBrackets(cell, separator))],
  );
  return {
    key: column.name,
    label: column.label,
    allowsSeveral: true,
    isAttribute: false,
    isNumeric: false,
    answersOf: (row) => answers[row] ?? null,
    labelOf: (answer) => column.choices?.[answer] ?? answer,
    choices: Object.keys(column.choices ?? {}),
  };
}

/** The separator that parts most cells; a blank where the form is known and its choices stand between blanks. */
function separatorOf(cells: readonly string[], choices: QuestionnaireColumn['choices']): string | null {
  if (choices !== undefined) {
    const answered = cells.filter((cell) => cell !== '');
    const fits = answered.every((cell) => cell.split(' ').every((part) => part in choices));
    if (answered.length > 0 && fits) return ' ';
  }
  let best: { readonly separator: string; readonly cells: number } | null = null;
  for (const separator of answerSeparators) {
    const count = cells.filter((cell) => splitOutsideBrackets(cell, separator).length > 1).length;
    if (count > (best?.cells ?? 0)) best = { separator, cells: count };
  }
  return best?.separator ?? null;
}

type SpreadGroup = {
  readonly columns: readonly Column[];
  /** The column beside them that holds all answers in one cell. */
  readonly parent: Column | null;
  readonly prefix: string | null;
};

const TICKED = /^(1|true|yes|y|s[ií]|oui|sim|x|checked|selected)(\.0)?$/iu;
const NOT_TICKED = /^(0|false|no|n|non|n[aã]o|unchecked|not selected)(\.0)?$/iu;

/** Each choice had a column of its own. A respondent answered when any of the columns holds something. */
function spreadQuestion(table: QuestionnaireTable, { columns, parent, prefix }: SpreadGroup): SurveyQuestion {
  const [first] = columns;
  const label = parent?.label ?? questionPart(first?.label ?? '') ?? prefix ?? first?.label ?? '';
  const labels = new Map(columns.map((column) => [column.name, choicePart(column, prefix)]));
  return {
    key: first?.name ?? '',
    label,
    allowsSeveral: true,
    isAttribute: false,
    isNumeric: false,
    answersOf: (row) => {
      const cells = columns.map((column) => (table.rows[row]?.[column.place] ?? '').trim());
      if (cells.every((cell) => cell === '')) return null;
      return columns.filter((_, place) => isTicked(cells[place] ?? '')).map(({ name }) => name);
    },
    labelOf: (answer) => labels.get(answer) ?? answer,
    choices: columns.map(({ name }) => name),
  };
}

/** A tick, or the choice itself as SurveyMonkey and Typeform write it. */
function isTicked(cell: string): boolean {
  return TICKED.test(cell) || (cell !== '' && !NOT_TICKED.test(cell));
}

function groupSpreadColumns(table: QuestionnaireTable, columns: readonly Column[]): readonly SpreadGroup[] {
  const groups = new Map<string, Column[]>();
  let lastAlone = { place: -1, key: '' };
  for (const column of columns) {
    if (column.role !== 'multiple' || !holdsTicks(table, column)) continue;
    let key = prefixOf(column);
    if (key === null) {
      // Choices without a common name stand side by side.
      key = lastAlone.place === column.place - 1 && lastAlone.key !== '' ? lastAlone.key : `beside ${column.place}`;
      lastAlone = { place: column.place, key };
    }
    const group = groups.get(key);
    if (group) group.push(column);
    else groups.set(key, [column]);
  }
  return [...groups].map(([key, own]) => {
    const names = new Set(own.map(({ name }) => name));
    const parent = columns.find(({ name, role }) => role === 'multiple' && !names.has(name) && name.trim() === key);
    const isCommon = !key.startsWith('beside ');
    return { columns: own, parent: parent ?? null, prefix: isCommon ? key : null };
  });
}

/** Nothing but ticks, or one and the same words in all cells that hold any. */
function holdsTicks(table: QuestionnaireTable, column: Column): boolean {
  const values = new Set<string>();
  for (const row of table.rows) {
    const cell = (row[column.place] ?? '').trim();
    if (cell !== '') values.add(cell);
    if (values.size > 2) return false;
  }
  const list = [...values];
  if (list.every((value) => TICKED.test(value) || NOT_TICKED.test(value))) return true;
  return list.length === 1 && answerSeparators.every((separator) => !list[0]?.includes(separator));
}

/** The part of a column's name that names the question: `toppings/cheese`, `Q3[SQ001]`, `Q7_2`, `Question – choice`. */
function prefixOf({ name, label }: Column): string | null {
  if (name.includes('/')) return name.slice(0, name.lastIndexOf('/'));
  return /^\w+(?=\[\w+\])/u.exec(name)?.[0] ?? /^(.+)_\d+$/u.exec(name)?.[1] ?? questionPart(label);
}

function questionPart(label: string): string | null {
  const dash = label.lastIndexOf(' – ');
  return dash < 0 ? null : label.slice(0, dash);
}

function choicePart({ name, label }: Column, prefix: string | null): string {
  const dash = label.lastIndexOf(' – ');
  if (dash >= 0) return label.slice(dash + 3);
  if (label !== name) return label;
  return prefix !== null && name.startsWith(`${prefix}/`) ? name.slice(prefix.length + 1) : name;
}
