/** What stands in a column: counts and kinds of its cells, from which its role is guessed and a preview is fed. */

export type ColumnFacts = {
  readonly name: string;
  /** Cells that are not empty. */
  readonly filled: number;
  /** Different texts among them. */
  readonly values: number;
  /** The first different texts, long ones cut. */
  readonly examples: readonly string[];
};

/** Facts for guessing. Cells that only say that there is no answer (`n/a`) are left out of all but `facts`. */
export type ColumnProfile = {
  readonly facts: ColumnFacts;
  readonly answered: number;
  readonly distinct: number;
  /** Share of the answers that somebody else gave as well. */
  readonly repeated: number;
  readonly numeric: number;
  readonly dates: number;
  /** Share of the answers without a blank: codes such as `never_treat`. */
  readonly tokens: number;
  readonly longest: number;
  readonly meanWords: number;
  /** Different answers with how often they were given, the first one first. */
  readonly counts: ReadonlyMap<string, number>;
};

const exampleCount = 5;
const exampleLength = 120;

const noAnswer = /^(n\/a|na|null|-99|-999)$/i;
const numberPattern = /^[-+]?\d[\d\s.,'’\u00a0\u202f]*%?$/;
const months =
  'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|ene|abr|ago|dic|fév|fev|avr|mai|juin|juil|aoû|déc|set|out|dez';
const datePatterns = [
  /^\d{4}-\d{1,2}-\d{1,2}([T\s]\d{1,2}:\d{2}\S*)?(\s?(am|pm|utc|gmt\S*))?$/i,
  /^\d{4}\/\d{1,2}\/\d{1,2}([T\s].*\d{1,2}:\d{2}.*)?$/,
  /^\d{1,2}[/.-]\d{1,2}[/.-](\d{4}|\d{2})(,?\s+\d{1,2}:\d{2}(:\d{2})?\s?([ap]\.?\s?m\.?)?)?$/i,
  new RegExp(`^(${months})[a-zé]*\\.? \\d{1,2}, ?\\d{4}( .*\\d{1,2}:\\d{2}.*)?$`, 'i'),
  new RegExp(`^\\d{1,2}[ .-](de )?(${months})[a-zé]*\\.?[ -](de )?\\d{2,4}( .*\\d{1,2}:\\d{2}.*)?$`, 'i'),
  /^\d{1,2}:\d{2}(:\d{2})?(\.\d+)?(\s?[ap]m|[+-]\d{2}:?\d{2})?$/i,
];

/** Looks once through one column. */
export function profileColumn(rows: readonly (readonly string[])[], index: number, name: string): ColumnProfile {
  const all = new Map<string, number>();
  for (const row of rows) {
    const cell = row[index] ?? '';
    if (cell !== '') all.set(cell, (all.get(cell) ?? 0) + 1);
  }
  const counts = new Map<string, number>();
  const sums = { filled: 0, answered: 0, repeated: 0, numeric: 0, dates: 0, tokens: 0, words: 0, longest: 0 };
  for (const [cell, count] of all) {
    sums.filled += count;
    const answer = cell.trim();
    if (answer === '' || noAnswer.test(answer)) continue;
    counts.set(answer, (counts.get(answer) ?? 0) + count);
    sums.answered += count;
    sums.longest = Math.max(sums.longest, answer.length);
    sums.words += countWords(answer) * count;
    if (answer.length <= 40 && numberPattern.test(answer)) sums.numeric += count;
    if (answer.length <= 60 && datePatterns.some((pattern) => pattern.test(answer))) sums.dates += count;
    if (!/\s/.test(answer)) sums.tokens += count;
  }
  for (const count of counts.values()) if (count > 1) sums.repeated += count;
  const share = (sum: number): number => (sums.answered === 0 ? 0 : sum / sums.answered);
  return {
    facts: { name, filled: sums.filled, values: all.size, examples: examplesOf(all) },
    answered: sums.answered,
    distinct: counts.size,
    repeated: share(sums.repeated),
    numeric: share(sums.numeric),
    dates: share(sums.dates),
    tokens: share(sums.tokens),
    longest: sums.longest,
    meanWords: share(sums.words),
    counts,
  };
}

function examplesOf(cells: ReadonlyMap<string, number>): readonly string[] {
  const examples: string[] = [];
  for (const cell of cells.keys()) {
    if (examples.length === exampleCount) break;
    examples.push(cell.length <= exampleLength ? cell : `${cut(cell)}…`);
  }
  return examples;
}

/** Cuts before a character that takes two code units rather than in its middle. */
function cut(text: string): string {
  const last = text.charCodeAt(exampleLength - 1);
  return text.slice(0, last >= 0xd800 && last < 0xdc00 ? exampleLength - 1 : exampleLength);
}

function countWords(text: string): number {
  let words = 0;
  let isInside = false;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    const isBlank = unit === 0x20 || unit === 0x0a || unit === 0x09 || unit === 0xa0;
    if (!isBlank && !isInside) words += 1;
    isInside = !isBlank;
  }
  return words;
}
