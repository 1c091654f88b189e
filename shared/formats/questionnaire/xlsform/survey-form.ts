/** An XLSForm: the questions of a KoboToolbox, ODK or Ona survey with their types, words and choices. */
import type { SheetRows } from '#shared/formats/workbook/sheet-rows.ts';

export type FormQuestion = {
  readonly name: string;
  /** Names of its groups and its own, parted by slashes, as data files write it. */
  readonly path: string;
  /** `text`, `integer`, `select_one` ... */
  readonly type: string;
  /** Words per language; the first one is the form's own. */
  readonly labels: readonly string[];
  readonly choices: readonly FormChoice[];
};
export type FormChoice = { readonly name: string; readonly labels: readonly string[] };

export type SurveyForm = {
  readonly questions: readonly FormQuestion[];
  /** Languages of the labels, as the form names them; '' for labels without one. */
  readonly languages: readonly string[];
};

type Row = ReadonlyMap<string, string>;

/** Reads the sheets `survey` and `choices`; null when these are no form. */
export function surveyFormOf(sheets: readonly SheetRows[]): SurveyForm | null {
  const survey = sheetCalled(sheets, 'survey');
  if (survey === null || !survey.headers.includes('type') || !survey.headers.includes('name')) return null;
  const labelHeaders = survey.headers.filter((header) => /^label(?:$|:)/.test(header));
  const languages = labelHeaders.map(languageOf);
  const wanted = defaultLanguageOf(sheets);
  const order = languages
    .map((language, index) => ({ language, index }))
    .sort((one, other) => rank(one.language, wanted) - rank(other.language, wanted) || one.index - other.index);
  const inOrder = order.map(({ language }) => language);
  const choices = choicesOf(sheetCalled(sheets, 'choices'), inOrder);
  return { questions: questionsOf(survey.rows, inOrder, choices), languages: inOrder };
}

function rank(language: string, wanted: string): number {
  return language === wanted ? 0 : 1;
}

function questionsOf(
  rows: readonly Row[],
  languages: readonly string[],
  choices: ReadonlyMap<string, readonly FormChoice[]>,
): readonly FormQuestion[] {
  const questions: FormQuestion[] = [];
  const groups: string[] = [];
  for (const row of rows) {
    const [first = '', second = ''] = (row.get('type') ?? '').trim().split(/\s+/);
    const type = first.toLowerCase().replace(/ /g, '_');
    const name = (row.get('name') ?? '').trim();
    const word = `${type}_${second.toLowerCase()}`;
    if (/^begin_(?:group|repeat)/.test(word)) groups.push(name);
    else if (/^end_(?:group|repeat)/.test(word)) groups.pop();
    else if (type !== '' && name !== '') {
      questions.push({
        name,
        path: [...groups.filter((group) => group !== ''), name].join('/'),
        type: typeOf(type, second),
        labels: labelsOf(row, languages),
        choices: choices.get(listOf(type, row)) ?? [],
      });
    }
  }
  return questions;
}

/** `select one yes_no` of old forms is `select_one yes_no`. */
function typeOf(type: string, second: string): string {
  return type === 'select' ? `select_${second.toLowerCase()}` : type;
}

function listOf(type: string, row: Row): string {
  const words = (row.get('type') ?? '').trim().split(/\s+/);
  return (type === 'select' ? words[2] : words[1]) ?? '';
}

function choicesOf(
  sheet: { readonly rows: readonly Row[] } | null,
  languages: readonly string[],
): ReadonlyMap<string, readonly FormChoice[]> {
  const lists = new Map<string, FormChoice[]>();
  for (const row of sheet?.rows ?? []) {
    const list = (row.get('list_name') ?? row.get('list name') ?? '').trim();
    const name = (row.get('name') ?? row.get('value') ?? '').trim();
    if (list === '' || name === '') continue;
    const choice = { name, labels: labelsOf(row, languages) };
    const known = lists.get(list);
    if (known === undefined) lists.set(list, [choice]);
    else known.push(choice);
  }
  return lists;
}

/** Labels in the order of the languages; marks of Markdown and references to other answers stay as they are. */
function labelsOf(row: Row, languages: readonly string[]): readonly string[] {
  return languages.map((language) => {
    const own = [...row].find(([header]) => /^label(?:$|:)/.test(header) && languageOf(header) === language)?.[1];
    return (own ?? '').trim();
  });
}

/** `label::English (en)` is in `English (en)`. */
function languageOf(header: string): string {
  return header.replace(/^label:{0,2}/, '').trim();
}

function defaultLanguageOf(sheets: readonly SheetRows[]): string {
  const settings = sheetCalled(sheets, 'settings');
  return (settings?.rows[0]?.get('default_language') ?? '').trim();
}

function sheetCalled(
  sheets: readonly SheetRows[],
  name: string,
): { readonly headers: readonly string[]; readonly rows: readonly Row[] } | null {
  const sheet = sheets.find((candidate) => candidate.name.trim().toLowerCase() === name);
  const [first, ...rows] = sheet?.rows ?? [];
  if (first === undefined) return null;
  const headers = first.map((header) =>
    (/^label/i.test(header) ? `label${header.slice(5)}` : header.toLowerCase()).trim(),
  );
  return { headers, rows: rows.map((row) => new Map(headers.map((header, index) => [header, row[index] ?? '']))) };
}
