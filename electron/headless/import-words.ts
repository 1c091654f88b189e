/** Why a file was not imported, and what was noticed in one that was. */
import type { ImportFailure, ImportWarning } from '#shared/formats/imported-source.ts';

type Values = Readonly<Record<string, string | number>>;

/** What happened and what to do, in one or two sentences. */
export function describeImportFailure({ code, values }: ImportFailure): string {
  return failureWords[code](values);
}

/** What was noticed. */
export function describeImportWarning({ code, values }: ImportWarning): string {
  return warningWords[code](values);
}

const failureWords: Readonly<Record<ImportFailure['code'], (values: Values) => string>> = {
  empty: () => 'There is no text in it. Check whether it was saved.',
  'unsupported-format': ({ found }) =>
    found === 'unknown' || found === undefined
      ? 'It is of a kind that is not read. Save it as txt, docx, csv or pdf.'
      : `It holds ${found}, which is not read. Save it as txt, docx, csv or pdf.`,
  binary: () => 'It is no text, whatever its name says. Save it as txt, docx, csv or pdf.',
  damaged: ({ format }) => `It is damaged${format ? ` (${format})` : ''} and cannot be read. Get it anew.`,
  encrypted: () => 'It is protected by a password. Save it without one.',
  'no-text': ({ pages }) =>
    `It has no text${pages ? ` on its ${pages} pages` : ''}, only pictures: it was scanned. Run text recognition first.`,
  'too-large': ({ limitMegabytes }) => `It is larger than ${limitMegabytes} MB. Split it.`,
  'no-table': () => 'There is no table in it. Check that it has a row of headers and rows of answers.',
  'form-alone': () => 'It is the form of a survey (XLSForm), not its answers. Import it together with the data file.',
  codebook: () => 'It is a codebook, not a source.',
  cancelled: () => 'It was stopped.',
  unreadable: () => 'The disk did not give it. Check who may read it.',
};

const warningWords: Readonly<Record<ImportWarning['code'], (values: Values) => string>> = {
  'encoding-guessed': ({ encoding }) => `Its encoding was guessed as ${encoding}; check accents.`,
  'undecodable-bytes': ({ count }) => `${count} bytes stand for no letter and were replaced.`,
  'ragged-rows': ({ count, firstRow }) =>
    `${count} rows have more or fewer cells than the header, first row ${firstRow}.`,
  'pages-without-text': ({ count, pages }) => `${count} pages have no text (${pages}).`,
  'tracked-changes-accepted': ({ count }) => `${count} tracked changes were taken as accepted.`,
  'comments-left-out': ({ count }) => `${count} comments were left out.`,
  'footnotes-left-out': ({ count }) => `${count} footnotes were left out.`,
  'unreadable-cues': ({ count, firstLine }) => `${count} cues could not be read, the first on line ${firstLine}.`,
  'mixed-encodings': ({ encoding, lines }) => `${lines} lines are in another encoding and were read as ${encoding}.`,
  'images-left-out': ({ count }) => `${count} pictures were left out.`,
  'nul-characters': ({ count }) => `${count} NUL characters are in it.`,
  'duplicate-respondents': ({ count }) => `${count} respondents share an id with an earlier one.`,
  'duplicate-headers': ({ count }) => `${count} headers occur more than once and were numbered.`,
  'other-sheets': ({ sheet, names }) => `The sheet ${sheet} was read; left out: ${names}.`,
  'rows-above-headers': ({ count }) => `${count} rows above the headers were left out.`,
  'unclosed-quote': ({ row }) => `A quotation mark is left open in row ${row}.`,
};
