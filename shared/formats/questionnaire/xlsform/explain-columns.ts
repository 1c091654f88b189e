/** What an XLSForm says about the columns of a data file: question, choices, and the role that the type asks for. */
import type { ColumnRole, QuestionnaireColumn } from '#shared/domain/source/source-content.ts';
import type { FormChoice, FormQuestion, SurveyForm } from '#shared/formats/questionnaire/xlsform/survey-form.ts';

type Found = { readonly question: FormQuestion; readonly choice: FormChoice | null };

/** Columns with the words of the form; those that it does not know keep their guess. */
export function explainColumns(
  columns: readonly QuestionnaireColumn[],
  form: SurveyForm,
): readonly QuestionnaireColumn[] {
  const finder = new QuestionFinder(form);
  return columns.map((column) => {
    const found = finder.find(column.name);
    if (found === null) return column;
    const { question, choice } = found;
    const asked = finder.wordsOf(question) ?? column.label;
    const answer = choice?.labels.find((label) => label !== '') ?? choice?.name;
    const choices = choice === null ? choicesOf(question) : {};
    return {
      name: column.name,
      label: answer === undefined ? asked : `${asked} – ${answer}`,
      role: choice === null ? roleOf(question.type, column.role) : column.role === 'ignore' ? 'multiple' : column.role,
      ...(Object.keys(choices).length > 0 ? { choices } : {}),
    };
  });
}

/** The form that explains most columns; null when none explains a good part of them. */
export function chooseForm(
  columns: readonly Pick<QuestionnaireColumn, 'name'>[],
  forms: readonly SurveyForm[],
): SurveyForm | null {
  let best: { readonly form: SurveyForm; readonly count: number } | null = null;
  for (const form of forms) {
    const finder = new QuestionFinder(form);
    const count = columns.filter(({ name }) => finder.find(name) !== null).length;
    if (best === null || count > best.count) best = { form, count };
  }
  return best !== null && best.count >= 2 && best.count >= columns.length * 0.3 ? best.form : null;
}

/** Questions so short lean on the one before. */
const followUpLength = 30;

/** Data files call a question by its path, by its name alone, or by its label; choices stand behind it. */
class QuestionFinder {
  private readonly known = new Map<string, FormQuestion>();
  private readonly byName = new Map<string, FormQuestion>();

  constructor(form: SurveyForm) {
    for (const question of form.questions) {
      this.byName.set(question.name, question);
      for (const key of [question.path, question.name, ...question.labels.map(plainKey)]) {
        if (key !== '' && !this.known.has(key)) this.known.set(key, question);
      }
    }
  }

  /** `Why not?` says nothing by itself: the question that it follows up stands in front. */
  wordsOf(question: FormQuestion): string | null {
    const own = question.labels.find((label) => label !== '');
    if (own === undefined) return null;
    if (own.length > followUpLength) return own;
    const parent = this.parentOf(question)?.labels.find((label) => label !== '');
    return parent === undefined || parent === own ? own : `${parent} – ${own}`;
  }

  /** The question with the longest name that this one's begins with: `trust` of `trust_why_not`. */
  private parentOf({ name }: FormQuestion): FormQuestion | undefined {
    for (let end = name.lastIndexOf('_'); end > 0; end = name.lastIndexOf('_', end - 1)) {
      const parent = this.byName.get(name.slice(0, end));
      if (parent !== undefined) return parent;
    }
    return undefined;
  }

  find(column: string): Found | null {
    const name = column.replace(/ \(\d+\)$/, '').trim();
    const whole = this.known.get(name) ?? this.known.get(plainKey(name));
    if (whole !== undefined) return { question: whole, choice: null };
    const choice = this.findChoice(name);
    if (choice !== null) return choice;
    const last = this.known.get(name.split('/').at(-1) ?? name);
    return last === undefined ? null : { question: last, choice: null };
  }

  /** `question/choice`, `question.choice`, `question_choice`, in names or in labels. */
  private findChoice(name: string): Found | null {
    for (const match of name.matchAll(/[/._:]/g)) {
      const before = name.slice(0, match.index);
      const question =
        this.known.get(before) ??
        this.known.get(before.split('/').at(-1) ?? before) ??
        this.known.get(plainKey(before));
      if (question === undefined || !/^select_(?:multiple|all)|^rank/.test(question.type)) continue;
      const after = name.slice(match.index + 1).trim();
      const choice = question.choices.find(
        (candidate) =>
          candidate.name === after || candidate.labels.some((label) => plainKey(label) === plainKey(after)),
      );
      if (choice !== undefined) return { question, choice };
    }
    return null;
  }
}

/** Labels differ in blanks and line breaks between form and export. */
function plainKey(label: string): string {
  return label.replace(/\s+/g, ' ').trim();
}

function choicesOf(question: FormQuestion): Readonly<Record<string, string>> {
  const entries = question.choices.map(
    ({ name, labels }) => [name, labels.find((label) => label !== '') ?? name] as const,
  );
  return Object.fromEntries(entries.filter(([name, label]) => name !== label));
}

/** The type decides where it can; whether an answer describes the person is left to the guess. */
function roleOf(type: string, guess: ColumnRole): ColumnRole {
  if (guess === 'id') return guess;
  switch (type) {
    case 'text':
      return guess === 'attribute' || guess === 'ignore' ? guess : 'open';
    case 'select_one':
    case 'select_one_from_file':
    case 'select_one_external':
    case 'integer':
    case 'decimal':
    case 'range':
    case 'acknowledge':
    case 'trigger':
      return guess === 'attribute' ? guess : 'closed';
    case 'select_multiple':
    case 'select_multiple_from_file':
    case 'select_all':
    case 'rank':
      return 'multiple';
    case 'date':
    case 'time':
    case 'datetime':
    case 'today':
    case 'start':
    case 'end':
      return 'date';
    case 'calculate':
      return guess;
    default:
      // Places, pictures, recordings, devices, remarks to the enumerator.
      return 'ignore';
  }
}
