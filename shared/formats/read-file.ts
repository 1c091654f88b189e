/** Reads any file that somebody imports: recognised by what it holds, read by the reader for it, never throwing. */
import { fail, succeed } from '#shared/basics/result.ts';
import type { Result } from '#shared/basics/result.ts';
import type { Segment } from '#shared/domain/source/source-content.ts';
import { decodeText } from '#shared/formats/decode-text.ts';
import type { DecodedText } from '#shared/formats/decode-text.ts';
import { readDoc } from '#shared/formats/doc/read-doc.ts';
import type { ReadDocument } from '#shared/formats/document/read-document.ts';
import { readDocx } from '#shared/formats/docx/read-docx.ts';
import { guessLanguage } from '#shared/formats/guess-language.ts';
import { guessMethod } from '#shared/formats/guess-method.ts';
import { declaredEncoding, readHtml } from '#shared/formats/html/read-html.ts';
import type {
  ImportedSource,
  ImportFailure,
  ImportFormat,
  ImportWarning,
  ReadResult,
} from '#shared/formats/imported-source.ts';
import { readOdt, readOdtXml } from '#shared/formats/odt/read-odt.ts';
import { segmentsOfMarkdown, segmentsOfPlain } from '#shared/formats/plain/read-plain.ts';
import { looksLikeTable, readQuestionnaire } from '#shared/formats/questionnaire/read-questionnaire.ts';
import type { QuestionnaireOptions } from '#shared/formats/questionnaire/read-questionnaire.ts';
import { cancelled } from '#shared/formats/read-options.ts';
import type { FileInput, ReadOptions } from '#shared/formats/read-options.ts';
import { recogniseBytes, recogniseText } from '#shared/formats/recognise.ts';
import type { RecognisedText } from '#shared/formats/recognise.ts';
import { readRtf } from '#shared/formats/rtf/read-rtf.ts';
import { countSpeakers } from '#shared/formats/speakers/count-speakers.ts';
import { findTurns } from '#shared/formats/speakers/find-turns.ts';
import { tableLabels } from '#shared/formats/speakers/table-labels.ts';
import { parseSrt } from '#shared/formats/srt/parse-srt.ts';
import { languageOfTranscriptJson, readTranscriptJson } from '#shared/formats/transcript-json/read-transcript-json.ts';
import { isVtt } from '#shared/formats/vtt/parse-vtt.ts';
import { readCues, readVtt } from '#shared/formats/vtt/read-vtt.ts';

export type ReadFileOptions = ReadOptions & Pick<QuestionnaireOptions, 'delimiter' | 'plan' | 'forms'>;

/** Plain texts beyond this are no transcripts; tables have their own limit. */
const LIMIT_MEGABYTES = 100;

type Text = {
  readonly format: ImportFormat;
  readonly encoding: string | null;
  readonly text: string;
  readonly segments: readonly Segment[];
  readonly warnings: readonly ImportWarning[];
};

/** Reads one file as one source. What goes wrong comes back as a failure with a code. */
export async function readFile(input: FileInput, options: ReadFileOptions = {}): Promise<ReadResult> {
  try {
    return await readUnguarded(input, options);
  } catch {
    // A reader has a bug, or the file is broken in a way that nobody thought of: it is refused, the batch goes on.
    return fail({ code: 'damaged', values: { format: endingOf(input.name) } });
  }
}

/** The same without the net: campaigns look for what a reader throws. */
export async function readUnguarded(input: FileInput, options: ReadFileOptions = {}): Promise<ReadResult> {
  if (options.signal?.aborted === true) return cancelled();
  if (input.bytes.length > LIMIT_MEGABYTES * 1_000_000) {
    return fail({ code: 'too-large', values: { limitMegabytes: LIMIT_MEGABYTES } });
  }
  return readRecognised(input, options);
}

async function readRecognised(input: FileInput, options: ReadFileOptions): Promise<ReadResult> {
  const recognised = recogniseBytes(input.bytes, input.name);
  switch (recognised.kind) {
    case 'empty':
      return fail({ code: 'empty', values: {} });
    case 'encrypted':
      return fail({ code: 'encrypted', values: { format: recognised.format } });
    case 'damaged':
      return fail({ code: 'damaged', values: { format: recognised.format } });
    case 'unsupported':
      return fail({ code: 'unsupported-format', values: { found: recognised.found } });
    case 'docx':
      return finish(input, asDocument('docx', await readDocx(recognised.archive, options), options));
    case 'odt':
      return finish(input, asDocument('odt', await readOdt(recognised.archive, options), options));
    case 'doc':
      return finish(input, asDocument('doc', await readDoc(input.bytes, options), options));
    case 'rtf':
      return finish(input, asDocument('rtf', await readRtf(input.bytes, options), options));
    case 'pdf':
      return finish(input, await readPortable(input.bytes, options));
    case 'xlsx':
    case 'xls':
      return withLanguage(await readQuestionnaire(input, options));
    case 'text':
      return readText(input, options);
  }
}

/** Finds who speaks in a written document, in its lines or in its tables. */
function asDocument(
  format: ImportFormat,
  read: Result<ReadDocument, ImportFailure>,
  options: ReadOptions,
  decoded?: DecodedText,
): Result<Text, ImportFailure> {
  if (!read.ok) return read;
  const { text, segments, tables } = read.value;
  const known = options.speakers === 'never' ? [] : tableLabels(text, tables);
  const turns = findTurns(text, { closed: closedOf(segments), known, speakers: options.speakers });
  return succeed({
    format,
    encoding: decoded?.encoding ?? null,
    text,
    segments: [...segments, ...turns],
    warnings: [...(decoded?.warnings ?? []), ...read.value.warnings],
  });
}

async function readPortable(bytes: Uint8Array, options: ReadOptions): Promise<Result<Text, ImportFailure>> {
  // The library is large, and most batches hold no pdf.
  const { readPdf } = await import('#shared/formats/pdf/read-pdf.ts');
  const read = await readPdf(bytes, options);
  if (!read.ok) return read;
  const { text, segments, warnings } = read.value;
  const turns = findTurns(text, { closed: closedOf(segments), speakers: options.speakers });
  return succeed({ format: 'pdf', encoding: null, text, segments: [...segments, ...turns], warnings });
}

async function readText(input: FileInput, options: ReadFileOptions): Promise<ReadResult> {
  const decoded = decodeText(input.bytes, options.encoding);
  if (!decoded.ok) return decoded;
  const { text } = decoded.value;
  if (text.trim() === '') return fail({ code: 'empty', values: {} });
  if (isVtt(text)) return finish(input, succeed(asText('vtt', decoded.value, readVtt(text, options))));
  const foreign = recogniseText(text);
  if (foreign !== null) return readForeignText(foreign, input, decoded.value, options);
  if (isTable(input.name, text)) return withLanguage(await readQuestionnaire(input, options));
  const isMarkdown = /\.(?:md|markdown)$/i.test(input.name);
  const segments = isMarkdown ? segmentsOfMarkdown(text, options) : segmentsOfPlain(text, options);
  return finish(input, succeed(asText(isMarkdown ? 'md' : 'txt', decoded.value, { text, segments, warnings: [] })));
}

async function readForeignText(
  found: RecognisedText,
  input: FileInput,
  decoded: DecodedText,
  options: ReadFileOptions,
): Promise<ReadResult> {
  const { text } = decoded;
  switch (found) {
    case 'html': {
      const page = decodeAsDeclared(input, decoded, options);
      return finish(input, asDocument('html', await readHtml(page.text, options), options, page));
    }
    case 'odt':
      return finish(input, asDocument('odt', await readOdtXml(text, options), options, decoded));
    case 'srt':
      return finish(input, succeed(asText('srt', decoded, readCues(parseSrt(text), options))));
    case 'json': {
      const read = readTranscriptJson(text, options);
      if (!read.ok) return read;
      const source = finish(input, succeed(asText('json', decoded, read.value)));
      const language = languageOfTranscriptJson(text);
      return source.ok && language !== null ? succeed({ ...source.value, languageGuess: language }) : source;
    }
    case 'qdc':
      return fail({ code: 'codebook', values: {} });
    case 'xml':
      return fail({ code: 'unsupported-format', values: { found } });
  }
}

/** A page that is no UTF-8 says what it is; that is surer than a guess. */
function decodeAsDeclared({ bytes }: FileInput, decoded: DecodedText, options: ReadOptions): DecodedText {
  if (options.encoding !== undefined || /^utf-/.test(decoded.encoding)) return decoded;
  const declared = declaredEncoding(bytes);
  const again = declared === null ? null : decodeText(bytes, declared);
  return again?.ok === true ? again.value : decoded;
}

/** The ending is believed for tables, since nearly every text could be read as one; others must look like one. */
function isTable(name: string, text: string): boolean {
  const ending = endingOf(name);
  if (ending === 'csv' || ending === 'tsv' || ending === 'tab') return true;
  if (ending === 'md' || ending === 'markdown') return false;
  return looksLikeTable(text, name) && findTurns(text, { closed: [] }).length === 0;
}

function asText(
  format: ImportFormat,
  decoded: DecodedText,
  read: { readonly text: string; readonly segments: readonly Segment[]; readonly warnings: readonly ImportWarning[] },
): Text {
  return { ...read, format, encoding: decoded.encoding, warnings: [...decoded.warnings, ...read.warnings] };
}

/** Everything but the pages, which lie under the turns, ends a turn. */
function closedOf(segments: readonly Segment[]): readonly Segment[] {
  return segments.filter((segment) => segment.role !== 'page').sort((one, other) => one.start - other.start);
}

function finish(input: FileInput, read: Result<Text, ImportFailure>): ReadResult {
  if (!read.ok) return read;
  const { format, encoding, text, segments, warnings } = read.value;
  if (text.trim() === '') return fail({ code: 'empty', values: {} });
  const speakers = countSpeakers(segments);
  const source: ImportedSource = {
    format,
    encoding,
    content: { text, segments: inOrder(segments), table: null },
    speakers,
    methodGuess: guessMethod(input.name, speakers, format),
    languageGuess: guessLanguage(text),
    delimiter: null,
    warnings,
  };
  return succeed(source);
}

function withLanguage(read: ReadResult): ReadResult {
  if (!read.ok || read.value.languageGuess !== null) return read;
  return succeed({ ...read.value, languageGuess: guessLanguage(read.value.content.text) });
}

/** Sorted by start, longer first. */
function inOrder(segments: readonly Segment[]): readonly Segment[] {
  return [...segments].sort((one, other) => one.start - other.start || other.end - one.end);
}

function endingOf(name: string): string {
  return /\.([^.\\/]{1,10})$/.exec(name)?.[1]?.toLowerCase() ?? '';
}
