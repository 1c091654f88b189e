/** Transcripts in JSON: Whisper and its relatives, services for transcription, research corpora. */
import { fail, succeed } from '#shared/basics/result.ts';
import type { Result } from '#shared/basics/result.ts';
import type { ImportFailure } from '#shared/formats/imported-source.ts';
import type { ReadOptions } from '#shared/formats/read-options.ts';
import type { Cue } from '#shared/formats/vtt/parse-vtt.ts';
import { readCues } from '#shared/formats/vtt/read-vtt.ts';
import type { ReadCues } from '#shared/formats/vtt/read-vtt.ts';

type Item = Readonly<Record<string, unknown>>;

/** Lists of utterances under the names that programs give them, the best known first; others are looked for. */
const listNames = ['segments', 'utterances', 'meeting_transcripts', 'monologues', 'transcript', 'turns', 'results'];
const textNames = ['text', 'content', 'transcript', 'utterance', 'body', 'sentence', 'words', 'elements'];
const speakerNames = ['speaker', 'speaker_name', 'speakerName', 'speaker_label', 'speakerLabel', 'name', 'role'];
const depthLimit = 5;

/** Says that the text is no JSON, or JSON of another kind, where it is. */
export function readTranscriptJson(text: string, options: ReadOptions): Result<ReadCues, ImportFailure> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return fail({ code: 'damaged', values: { format: 'json' } });
  }
  const items = findUtterances(json, 0);
  if (items === null) return fail({ code: 'unsupported-format', values: { found: 'json' } });
  const inMilliseconds = startsOf(items).some((start) => start > 36_000 * 10) || hasLongSteps(startsOf(items));
  const cues = items.map((item) => cueOf(item, inMilliseconds)).filter((cue) => cue.text !== '');
  if (cues.length === 0) return fail({ code: 'empty', values: {} });
  return succeed(readCues({ cues, unreadable: 0, firstUnreadableLine: 0 }, options));
}

/** The language that a program wrote beside its transcript (`fr`, `french`). */
export function languageOfTranscriptJson(text: string): string | null {
  return /"language(?:_code)?"\s*:\s*"([a-z]{2})(?:[-_][A-Za-z]{2})?"/.exec(text)?.[1] ?? null;
}

function findUtterances(json: unknown, depth: number): readonly Item[] | null {
  if (depth > depthLimit) return null;
  if (Array.isArray(json)) {
    const items = json.filter(isItem);
    if (items.length > 0 && items.length >= json.length * 0.9 && isTalk(items)) return items;
    return firstOf(json.slice(0, 20), depth);
  }
  if (!isItem(json)) return null;
  const known = listNames.flatMap((name) => (name in json ? [json[name]] : []));
  return firstOf(known, depth) ?? firstOf(Object.values(json), depth);
}

function firstOf(values: readonly unknown[], depth: number): readonly Item[] | null {
  for (const value of values) {
    if (typeof value !== 'object' || value === null) continue;
    const found = findUtterances(value, depth + 1);
    if (found !== null) return found;
  }
  return null;
}

/** Words with somebody who says them or a time; single words of a recording are no utterances. */
function isTalk(items: readonly Item[]): boolean {
  const talking = items.filter((item) => wordsOf(item) !== '' && (speakerOf(item) !== null || startOf(item) !== null));
  if (talking.length < items.length * 0.5) return false;
  return items.length < 3 || talking.some((item) => /\s/.test(wordsOf(item).trim()));
}

function cueOf(item: Item, inMilliseconds: boolean): Cue {
  const start = startOf(item);
  return {
    startMilliseconds: start === null ? null : Math.round(inMilliseconds ? start : start * 1_000),
    voice: speakerOf(item),
    text: wordsOf(item).replace(/\s+/g, ' ').trim(),
  };
}

function wordsOf(item: Item): string {
  for (const name of textNames) {
    const value = item[name];
    if (typeof value === 'string') return value;
    if (Array.isArray(value)) return joinWords(value.filter(isItem));
  }
  return '';
}

/** Rev and others give an utterance word by word, blanks and full stops among them. */
function joinWords(words: readonly Item[]): string {
  const parts = words.map((word) => {
    const value = word['value'] ?? word['word'] ?? word['text'] ?? word['punctuated_word'];
    return typeof value === 'string' ? value : '';
  });
  return parts.some((part) => /^\s|\s$/.test(part)) ? parts.join('') : parts.join(' ');
}

function speakerOf(item: Item): string | null {
  for (const name of speakerNames) {
    const value = item[name];
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
    if (typeof value === 'number') return `Speaker ${value}`;
  }
  return null;
}

function startOf(item: Item): number | null {
  for (const name of ['start', 'start_time', 'startTime', 'begin', 'offset', 'from', 'start_ms']) {
    const value = item[name];
    const number = typeof value === 'string' ? Number(value.replace(/s$/, '')) : value;
    if (typeof number === 'number' && Number.isFinite(number) && number >= 0) return number;
  }
  return null;
}

function startsOf(items: readonly Item[]): readonly number[] {
  return items.flatMap((item) => startOf(item) ?? []);
}

/** Whole numbers that rise by hundreds from one utterance to the next are milliseconds. */
function hasLongSteps(starts: readonly number[]): boolean {
  if (starts.length < 2 || starts.some((start) => !Number.isInteger(start))) return false;
  const last = starts[starts.length - 1] ?? 0;
  return (last - (starts[0] ?? 0)) / (starts.length - 1) > 120;
}

function isItem(value: unknown): value is Item {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
