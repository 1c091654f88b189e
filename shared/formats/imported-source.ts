/** What every reader of a foreign format returns: one imported source, or a closed list of reasons why not. */
import type { Result } from '#shared/basics/result.ts';
import type { SourceContent } from '#shared/domain/source/source-content.ts';
import type { SourceMethod } from '#shared/domain/source/source.ts';

export const importFormats = [
  ...(['txt', 'md', 'docx', 'doc', 'odt', 'rtf', 'html', 'pdf'] as const),
  ...(['vtt', 'srt', 'json'] as const),
  ...(['csv', 'xlsx', 'xls'] as const),
];
export type ImportFormat = (typeof importFormats)[number];

/** A remark that does not stop the import. `code` is a locale key `import.warning.CODE`; `values` fill its text. */
export type ImportWarning = {
  readonly code: ImportWarningCode;
  readonly values: Readonly<Record<string, string | number>>;
};

export type ImportWarningCode =
  | 'encoding-guessed' // values: encoding
  | 'undecodable-bytes' // values: count
  | 'ragged-rows' // values: count, firstRow
  | 'pages-without-text' // values: count, pages
  | 'tracked-changes-accepted' // values: count
  | 'comments-left-out' // values: count
  | 'footnotes-left-out' // values: count
  | 'unreadable-cues' // values: count, firstLine
  | 'mixed-encodings' // values: encoding (of the lines that are not UTF-8), lines
  | 'images-left-out' // values: count
  | 'nul-characters' // values: count
  | 'duplicate-respondents' // values: count
  | 'duplicate-headers' // values: count
  | 'other-sheets' // values: sheet, count, names
  | 'rows-above-headers' // values: count
  | 'unclosed-quote'; // values: row

/** Why a file was not imported; `code` is a locale key `import.failure.CODE`. */
export type ImportFailure = {
  readonly code:
    | 'empty'
    | 'unsupported-format' // values: found (what the content looks like: an ending such as `doc`, or `unknown`)
    | 'binary'
    | 'damaged' // values: format
    | 'encrypted'
    | 'no-text' // image-only pdf; values: pages
    | 'too-large' // values: limitMegabytes
    | 'no-table'
    | 'form-alone' // an XLSForm without the answers that it explains
    | 'codebook' // a list of codes, which is no source
    | 'cancelled' // the user stopped it
    | 'unreadable'; // the disk did not give it
  readonly values: Readonly<Record<string, string | number>>;
};

/** Where in a file its table was found; what a person corrects when the guess is wrong. */
export type TableLayout = {
  /** The sheet that was read, of those that hold anything; null and none where the format has no sheets. */
  readonly sheet: string | null;
  readonly sheets: readonly string[];
  /** Number of the row with the headers, as a spreadsheet shows it; null where the format has no rows above them. */
  readonly firstRow: number | null;
  readonly headerRows: number;
};

export type ImportedSource = {
  readonly format: ImportFormat;
  /** WHATWG label such as `utf-8`, `windows-1252`, `utf-16le`; null for formats that carry their own. */
  readonly encoding: string | null;
  readonly content: SourceContent;
  readonly speakers: readonly { readonly name: string; readonly turns: number }[];
  readonly methodGuess: SourceMethod;
  /** ISO 639-1 guessed offline, null when unsure. */
  readonly languageGuess: string | null;
  /** Only for tables: `,` `;` or tab. */
  readonly delimiter: string | null;
  /** Only for tables. */
  readonly tableLayout?: TableLayout;
  readonly warnings: readonly ImportWarning[];
};

export type ReadResult = Result<ImportedSource, ImportFailure>;
