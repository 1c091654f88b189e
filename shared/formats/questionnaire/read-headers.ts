/** Header rows of the survey programs -> one unique name and one question in words per column. */

export type RawColumn = {
  /** Unique: the header as it stands, ` (2)` added to the second of its kind, `[7]` for a blank seventh one. */
  readonly name: string;
  /** The question in words, as far as the file knows it. */
  readonly label: string;
  /** The choice that a column of its own stands for, where a second header row says so. */
  readonly option: string | null;
  /** The survey program itself says that people wrote freely here. */
  readonly isFreeText: boolean;
};

type Headers = {
  readonly headerRows: number;
  readonly columns: readonly RawColumn[];
  /** Headers that were not the first of their kind. */
  readonly duplicates: number;
};

type Dialect = { readonly kind: 'plain' | 'survey-monkey' | 'qualtrics'; readonly headerRows: number };

/** Reads the header rows at the top of a table; `headerRows` overrules the guess of how many there are. */
export function readHeaders(rows: readonly (readonly string[])[], headerRows?: number): Headers {
  const dialect = recogniseDialect(rows, headerRows);
  const first = rows[0] ?? [];
  const words = labelsOf(dialect, rows);
  const { names, duplicates } = nameColumns(
    first,
    dialect.kind === 'survey-monkey' ? words.map(({ label }) => label) : [],
  );
  const columns = names.map((name, index) => {
    const { label = '', option = null } = words[index] ?? {};
    const importId = dialect.kind === 'qualtrics' ? (rows[2]?.[index] ?? '') : '';
    const isFreeText = /[-_]TEXT\b/.test(importId) || (dialect.kind === 'qualtrics' && /_TEXT$/.test(name));
    return { name, label: label.trim() === '' ? name : label, option, isFreeText };
  });
  return { headerRows: Math.min(dialect.headerRows, rows.length), columns, duplicates };
}

/** Cells of Qualtrics' third header row: `{"ImportId":"QID1"}`, in older exports with single quotes. */
const importIdPattern = /^\s*\{\s*["']ImportId["']\s*:/;

/** What SurveyMonkey writes below a question that has no choices of its own, in the languages of its exports. */
const responsePattern =
  /^(response|open-ended response|respuesta|respuesta abierta|réponse|réponse ouverte|resposta|resposta aberta|antwort|antwort mit freitext)$/i;

const legacyQualtricsNames = new Set([
  'ResponseID',
  'ResponseSet',
  'Name',
  'ExternalDataReference',
  'EmailAddress',
  'Email',
  'IPAddress',
  'Status',
  'StartDate',
  'EndDate',
  'Finished',
]);

function recogniseDialect(rows: readonly (readonly string[])[], headerRows?: number): Dialect {
  const [first = [], second = [], third = []] = rows;
  if (headerRows !== undefined && headerRows !== 2) {
    return { kind: headerRows === 3 ? 'qualtrics' : 'plain', headerRows };
  }
  const isLegacyQualtrics =
    /^(V1|ResponseID)$/.test(first[0] ?? '') && second.filter((cell) => legacyQualtricsNames.has(cell)).length >= 3;
  if (headerRows === 2) return { kind: isLegacyQualtrics ? 'qualtrics' : 'survey-monkey', headerRows };
  const filled = third.filter((cell) => cell !== '');
  const importIds = filled.filter((cell) => importIdPattern.test(cell)).length;
  if (importIds > 0 && importIds * 2 >= filled.length) return { kind: 'qualtrics', headerRows: 3 };
  if (isLegacyQualtrics) return { kind: 'qualtrics', headerRows: 2 };
  return isSurveyMonkey(first, second) ? { kind: 'survey-monkey', headerRows: 2 } : { kind: 'plain', headerRows: 1 };
}

/** The second row names the choices of the blank headers, and has nothing below the respondent's id. */
function isSurveyMonkey(first: readonly string[], second: readonly string[]): boolean {
  if ((first[0] ?? '') === '' || second[0] !== '') return false;
  const blanks = first.flatMap((cell, index) => (cell === '' ? [index] : []));
  if (blanks.some((index) => (second[index] ?? '') === '')) return false;
  return blanks.length > 0 || second.some((cell) => responsePattern.test(cell.trim()));
}

type Words = { readonly label: string; readonly option: string | null };

function labelsOf(dialect: Dialect, rows: readonly (readonly string[])[]): readonly Words[] {
  const [first = [], second = []] = rows;
  if (dialect.kind === 'qualtrics') return second.map((label) => ({ label, option: null }));
  if (dialect.kind === 'survey-monkey') return surveyMonkeyLabels(first, second);
  return plainLabels(first);
}

/** Question and choice; a question stands only above the first of its choices. */
function surveyMonkeyLabels(first: readonly string[], second: readonly string[]): readonly Words[] {
  let question = '';
  return first.map((cell, index) => {
    if (cell !== '') question = cell;
    const below = second[index] ?? '';
    const option = below === '' || responsePattern.test(below.trim()) ? null : below;
    return { label: option === null ? question : join(question, option), option };
  });
}

/** One header row: paths of KoboToolbox and ODK, codes of LimeSurvey, `Comments` of Google Forms, or just words. */
function plainLabels(headers: readonly string[]): readonly Words[] {
  const limeSurvey = headers.map((header) => (header.length > 2000 ? null : limeSurveyPattern.exec(header)));
  const isLimeSurvey = limeSurvey.filter((match) => match !== null).length * 2 > headers.length;
  const counts = new Map<string, number>();
  for (const header of headers) counts.set(header, (counts.get(header) ?? 0) + 1);
  return headers.map((header, index) => {
    const question = isLimeSurvey ? limeSurvey[index]?.[1] : undefined;
    if (question !== undefined) return { label: limeSurveyLabel(question), option: null };
    if (pathPattern.test(header)) return { label: pathLabel(header, counts), option: null };
    const left = headers[index - 1] ?? '';
    const belongsLeft =
      (counts.get(header) ?? 0) > 1 && counts.get(left) === 1 && isFollowUp(header) && left.length > header.length;
    return { label: belongsLeft ? join(left, header) : header, option: null };
  });
}

/** `code[SQ001]. Question [sub-question]`, or `code._.Question` as R makes of it. */
const limeSurveyPattern = /^[A-Za-z]\w*(?:\[[^\]]*\])*(?:\._\.|\.\s)([^]*)$/;

function limeSurveyLabel(question: string): string {
  const label = question.replace(/\s*\[\s*\]\s*$/, '').trim();
  return /^\[([^[\]]*)\]$/.exec(label)?.[1] ?? label;
}

/** `group/question` or `group/question/choice`, without blanks: labels may hold a slash of their own. */
const pathPattern = /^[\w.-]+(?:\[\d+\])?(?:\/[\w.-]+(?:\[\d+\])?)+\s*$/;

function pathLabel(header: string, counts: ReadonlyMap<string, number>): string {
  const parts = header.trim().split('/');
  const last = parts.at(-1) ?? header;
  return counts.has(parts.slice(0, -1).join('/')) ? join(parts.at(-2) ?? '', last) : last;
}

/** Short and no question: `Comments`, `Other`, `Please specify`. */
function isFollowUp(header: string): boolean {
  return header.trim() !== '' && header.length <= 40 && !header.includes('?');
}

function join(question: string, part: string): string {
  return `${question.trim()} – ${part.trim()}`;
}

function nameColumns(
  headers: readonly string[],
  namesOfBlanks: readonly string[],
): { readonly names: readonly string[]; readonly duplicates: number } {
  const taken = new Set(headers);
  const seen = new Set<string>();
  const lastNumbers = new Map<string, number>();
  let duplicates = 0;
  const names = headers.map((header, index) => {
    const isBlank = header.trim() === '';
    const wanted = isBlank ? (namesOfBlanks[index]?.trim() ?? '') || `[${index + 1}]` : header;
    if (!seen.has(wanted) && (!isBlank || !taken.has(wanted))) {
      seen.add(wanted);
      return wanted;
    }
    if (!isBlank) duplicates += 1;
    let number = (lastNumbers.get(wanted) ?? 1) + 1;
    while (seen.has(`${wanted} (${number})`) || taken.has(`${wanted} (${number})`)) number += 1;
    lastNumbers.set(wanted, number);
    seen.add(`${wanted} (${number})`);
    return `${wanted} (${number})`;
  });
  return { names, duplicates };
}
