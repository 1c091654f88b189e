/**
 * Every file of the shared data in the formats that we read gives what EXPECTED.json says about it. Tables have their
 * own test. Where EXPECTED.json is known to be wrong or to count otherwise, `exceptions` says so and why.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { ImportedSource } from '#shared/formats/imported-source.ts';
import { readFile } from '#shared/formats/read-file.ts';
import { turnsOf } from '#tests/unit/formats/support.ts';

type Expected = {
  readonly encoding?: string;
  readonly text?: { readonly utf16_units: number; readonly nonspace_chars: number; readonly nonspace_sha256: string };
  readonly turns?: {
    readonly turns?: number;
    readonly n_speakers?: number;
    readonly turns_per_speaker?: Readonly<Record<string, number>>;
    readonly merged_turns?: number;
    readonly first_turn?: readonly [string, string];
    readonly last_turn?: readonly [string, string];
  };
  readonly subtitles?: {
    readonly cues: number;
    readonly merged_turns: number;
    readonly n_speakers: number;
    readonly speakers: readonly string[];
    readonly cues_without_label: number;
    readonly first_start: number;
    readonly text_nonspace_chars: number;
    readonly first_cue: string;
    readonly last_cue: string;
  };
  readonly docx?: { readonly footnotes: number; readonly comments: number; readonly tables?: number };
  readonly json?: {
    readonly segments?: number;
    readonly turns?: number;
    readonly n_speakers?: number;
    readonly first_segment?: string;
    readonly last_segment?: string;
    readonly first?: string;
    readonly last?: string;
    readonly first_start?: number;
    readonly text_nonspace_chars?: number;
  };
  readonly pdf?: { readonly pages: number; readonly nonspace_chars: number; readonly text_layer: boolean };
};

const root = fileURLToPath(new URL('../../../../shared/data/', import.meta.url));
const listFile = `${root}EXPECTED.json`;
const available = existsSync(listFile);
const expectations = available
  ? (JSON.parse(readFileSync(listFile, 'utf8')) as Readonly<Record<string, Expected>>)
  : {};
const ours = Object.keys(expectations).filter((path) =>
  /\.(?:txt|md|docx|doc|odt|rtf|html|vtt|srt|json|pdf)$/.test(path),
);

const exceptions = {
  /** The margin numbers run from 1 (the title) to 95, so there are 94 turns: EXPECTED.json misses three of Dan. */
  'interviews/en_pdpilot_P1.pdf': { turns: 94, speakers: { Dan: 47, Participant: 47 } },
  /** EXPECTED.json counts the direction marks U+202A to U+202C that pdftotext adds; they are not in the file. */
  'documents/arabic_word-export.pdf': { nonspace: 1171 },
  /** EXPECTED.json counts the list marks that antiword draws; LibreOffice's own docx of the file gives these 572. */
  'documents/legacy_word97.doc': { nonspace: 572 },
  /** One cue begins `decían: …`, which EXPECTED.json counts as a label here and denies in its turns and notes. */
  'subtitles/es_activacion_cp1252_crlf.srt': { speakers: ['AvW', 'EL', 'LD'], merged: 40, nonspace: 7972 },
  /** EXPECTED.json counts tab stops of paragraph properties as tabs; only white space differs, the hash agrees. */
  'documents/doj_handbook_ch13.docx': { utf16: 821_549 },
} as const;

const encodings: readonly (readonly [RegExp, string])[] = [
  [/^ASCII|^UTF-8/, 'utf-8'],
  [/^UTF-16LE/, 'utf-16le'],
  [/^Windows-1252/, 'windows-1252'],
];

describe.skipIf(!available)('shared data', () => {
  it.each(ours)('%s', async (path) => {
    const expected = expectations[path] ?? {};
    const name = path.split('/').pop() ?? path;
    const read = await readFile({ name, bytes: new Uint8Array(readFileSync(root + path)) });
    if (expected.pdf?.text_layer === false) {
      expect(read).toEqual({ ok: false, failure: { code: 'no-text', values: { pages: expected.pdf.pages } } });
      console.log(`${path}: refused, no text layer`);
      return;
    }
    if (!read.ok) throw new Error(JSON.stringify(read.failure));
    checkAnchors(read.value);
    checkText(path, read.value, expected);
    checkTurns(path, read.value, expected);
    checkSubtitles(path, read.value, expected);
    checkPdf(path, read.value, expected);
    checkDocx(read.value, expected);
    checkJson(read.value, expected);
    console.log(lineOf(path, read.value));
  });

  it.each(['questionnaires/kobo_reach-iraq_xlsform.xlsx', 'codebooks/dac-criteria_refi-qda.qdc'])(
    '%s is no source',
    async (path) => {
      const read = await readFile({ name: path, bytes: new Uint8Array(readFileSync(root + path)) });
      expect(read.ok ? read.value.format : read.failure.code).toBe(path.endsWith('qdc') ? 'codebook' : 'form-alone');
    },
  );

  it('finds whole the sentences that run over columns, pages and lines', async () => {
    const sentences = {
      'documents/un-style_report_en_two-columns.pdf': [
        'The project reached more people than planned, but the services it left behind are fragile.',
        'Committees lack both money and legitimacy.',
      ],
      'documents/un-style_report_en.docx': [
        'The project reached more people than planned, but the services it left behind are fragile.',
        'Committees lack both money and legitimacy.',
      ],
      'documents/federal-register_three-columns.pdf': [
        'The purpose of these notices is to give interested persons an opportunity to participate in the rule making prior to the adoption of the final rules.',
      ],
    };
    for (const [path, wanted] of Object.entries(sentences)) {
      const read = await readFile({ name: path, bytes: new Uint8Array(readFileSync(root + path)) });
      for (const sentence of wanted) expect(read.ok && read.value.content.text).toContain(sentence);
    }
  });
});

it.runIf(!available)('shared data is not there', () => {
  console.log('skipped: ../shared/data is not there');
});

function checkAnchors(source: ImportedSource): void {
  const { text, segments } = source.content;
  let before = 0;
  for (const segment of segments) {
    expect(segment.start).toBeGreaterThanOrEqual(before);
    expect(segment.end).toBeGreaterThanOrEqual(segment.start);
    expect(segment.end).toBeLessThanOrEqual(text.length);
    for (const offset of [segment.start, segment.end]) expect(text.charCodeAt(offset) & 0xfc00).not.toBe(0xdc00);
    before = segment.start;
  }
  expect(text).not.toContain('\r');
}

function checkText(path: string, source: ImportedSource, expected: Expected): void {
  const wanted = encodings.find(([pattern]) => pattern.test(expected.encoding ?? ''))?.[1];
  if (expected.encoding !== undefined && !path.endsWith('.rtf')) expect(source.encoding).toBe(wanted);
  if (expected.text === undefined) return;
  const nonspace = nonspaceOf(source.content.text);
  if (path === 'documents/legacy_word97.doc') {
    expect([...nonspace].length).toBe(exceptions[path].nonspace);
    return;
  }
  expect([...nonspace].length).toBe(expected.text.nonspace_chars);
  expect(createHash('sha256').update(nonspace).digest('hex').slice(0, 16)).toBe(expected.text.nonspace_sha256);
  const utf16 = path === 'documents/doj_handbook_ch13.docx' ? exceptions[path].utf16 : expected.text.utf16_units;
  // How tables and blocks are joined differs; paragraphs do not.
  const tolerance = /\.(?:odt|rtf|html)$/.test(path) ? 2 : 0;
  expect(Math.abs(source.content.text.length - utf16)).toBeLessThanOrEqual(tolerance);
}

function checkTurns(path: string, source: ImportedSource, expected: Expected): void {
  const { turns } = expected;
  if (turns?.turns === undefined) {
    if (path === 'interviews/en_usability_P1.odt') expect(source.speakers).toEqual([{ name: 'MODERATOR', turns: 1 }]);
    else if (expected.subtitles === undefined && expected.json === undefined) expect(source.speakers).toEqual([]);
    return;
  }
  const exception = path === 'interviews/en_pdpilot_P1.pdf' ? exceptions[path] : null;
  // A cue is a turn of its own, so that its time is kept; turns of one person are counted elsewhere.
  if (source.format === 'srt') return;
  const found = turnsOf(source);
  expect(found.length).toBe(exception?.turns ?? turns.turns);
  const counts = Object.fromEntries(source.speakers.map((speaker) => [speaker.name, speaker.turns]));
  if (turns.turns_per_speaker) expect(counts).toEqual(exception?.speakers ?? turns.turns_per_speaker);
  if (turns.n_speakers !== undefined) expect(source.speakers.length).toBe(turns.n_speakers);
  if (turns.merged_turns !== undefined) expect(mergedOf(source)).toBe(turns.merged_turns);
  const [first] = found;
  const last = found[found.length - 1];
  if (first === undefined || last === undefined) return;
  const { text } = source.content;
  if (turns.first_turn) {
    expect([first.speaker, text.slice(first.bodyStart ?? 0, first.end)]).toEqual([
      turns.first_turn[0],
      expect.stringContaining(turns.first_turn[1]),
    ]);
  }
  if (turns.last_turn) {
    expect([last.speaker, text.slice(last.bodyStart ?? 0, last.end)]).toEqual([
      turns.last_turn[0],
      expect.stringContaining(turns.last_turn[1]),
    ]);
  }
}

function checkSubtitles(path: string, source: ImportedSource, { subtitles }: Expected): void {
  if (subtitles === undefined) return;
  const exception = path === 'subtitles/es_activacion_cp1252_crlf.srt' ? exceptions[path] : null;
  const turns = turnsOf(source);
  expect(turns.length).toBe(subtitles.cues);
  // Where only who begins is labelled, the cues behind it are theirs.
  const silent = source.format === 'srt' ? 0 : subtitles.cues_without_label;
  expect(turns.filter((turn) => turn.speaker === undefined).length).toBe(silent);
  const speakers = exception?.speakers ?? subtitles.speakers;
  expect(source.speakers.map((speaker) => speaker.name).sort()).toEqual([...speakers].sort());
  expect(mergedOf(source)).toBe(exception?.merged ?? subtitles.merged_turns);
  expect(turns[0]?.timeMilliseconds).toBe(Math.round(subtitles.first_start * 1000));
  expect([...nonspaceOf(source.content.text)].length).toBe(exception?.nonspace ?? subtitles.text_nonspace_chars);
  const words = turns.map((turn) => source.content.text.slice(turn.start, turn.end));
  expect(words[0]).toContain(subtitles.first_cue);
  expect(words[words.length - 1]).toContain(subtitles.last_cue);
}

function checkPdf(path: string, source: ImportedSource, { pdf }: Expected): void {
  if (pdf === undefined) return;
  const pages = source.content.segments.filter((segment) => segment.role === 'page');
  expect(pages.map((segment) => segment.page)).toEqual(Array.from({ length: pdf.pages }, (_, index) => index + 1));
  const nonspace = [...nonspaceOf(source.content.text)].length;
  const wanted = path === 'documents/arabic_word-export.pdf' ? exceptions[path].nonspace : pdf.nonspace_chars;
  expect(Math.abs(nonspace - wanted) / wanted).toBeLessThan(0.02);
}

function checkDocx(source: ImportedSource, { docx }: Expected): void {
  if (docx === undefined) return;
  const count = (code: string): unknown =>
    source.warnings.find((warning) => warning.code === code)?.values['count'] ?? 0;
  expect(count('comments-left-out')).toBe(docx.comments);
  expect(count('footnotes-left-out')).toBe(docx.footnotes);
}

function checkJson(source: ImportedSource, { json }: Expected): void {
  if (json === undefined) return;
  const turns = turnsOf(source);
  const words = turns.map((turn) => source.content.text.slice(turn.start, turn.end));
  expect(turns.length).toBe(json.segments ?? json.turns);
  expect(source.speakers.length).toBe(json.n_speakers ?? 0);
  expect(words[0]).toContain((json.first_segment ?? json.first ?? '').trim());
  expect(words[words.length - 1]).toContain((json.last_segment ?? json.last ?? '').trim());
  if (json.first_start !== undefined) expect(turns[0]?.timeMilliseconds).toBe(json.first_start * 1000);
  if (json.text_nonspace_chars !== undefined) {
    expect([...nonspaceOf(source.content.text)].length).toBe(json.text_nonspace_chars);
  }
}

/** Neighbouring turns of one speaker count once. */
function mergedOf(source: ImportedSource): number {
  const turns = turnsOf(source);
  return turns.filter((turn, index) => index === 0 || turn.speaker !== turns[index - 1]?.speaker).length;
}

/** As EXPECTED.md defines it: no white space, soft hyphen, zero-width space, direction mark or byte order mark. */
function nonspaceOf(text: string): string {
  return text.replace(/[\s\u001c-\u001f\u0085\u00ad\u200b\u200e\u200f\ufeff]/gu, '');
}

function lineOf(path: string, source: ImportedSource): string {
  const speakers = source.speakers.slice(0, 4).map(({ name, turns }) => `${name} ${String(turns)}`);
  const warnings = source.warnings.map((warning) => warning.code);
  return [
    path,
    source.format,
    source.encoding ?? '-',
    source.methodGuess,
    source.languageGuess ?? '-',
    `${String(source.content.text.length)} characters`,
    `${String(turnsOf(source).length)} turns`,
    speakers.join(', '),
    warnings.join(', '),
  ].join(' | ');
}
