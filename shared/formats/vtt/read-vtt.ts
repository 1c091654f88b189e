/** A transcript in cues (WebVTT and others) as text with a turn per cue; times are anchors, not text. */
import type { Segment } from '#shared/domain/source/source-content.ts';
import type { ImportWarning } from '#shared/formats/imported-source.ts';
import type { ReadOptions } from '#shared/formats/read-options.ts';
import { chooseLabels } from '#shared/formats/speakers/choose-labels.ts';
import { filledLines, findCandidates } from '#shared/formats/speakers/find-candidates.ts';
import type { LabelCandidate } from '#shared/formats/speakers/label-candidate.ts';
import { parseVtt } from '#shared/formats/vtt/parse-vtt.ts';
import type { Cue, ParsedCues } from '#shared/formats/vtt/parse-vtt.ts';

export type ReadCues = {
  readonly text: string;
  readonly segments: readonly Segment[];
  readonly warnings: readonly ImportWarning[];
};

/** `text` is decoded and has LF line ends. */
export function readVtt(text: string, options: ReadOptions): ReadCues {
  return readCues(parseVtt(text), options);
}

/** Makes a text with a turn per cue, in whatever format the cues were written. */
export function readCues(parsed: ParsedCues, options: ReadOptions): ReadCues {
  const cues = parsed.cues.some((cue) => cue.voice !== null) ? parsed.cues : withWrittenLabels(parsed.cues, options);
  const written = writeCues(cues);
  const warnings: readonly ImportWarning[] =
    parsed.unreadable === 0
      ? []
      : [{ code: 'unreadable-cues', values: { count: parsed.unreadable, firstLine: parsed.firstUnreadableLine } }];
  return { ...written, warnings };
}

/** Zoom writes `Name: words`; cues without a name go on with the one before. */
function withWrittenLabels(cues: readonly Cue[], options: ReadOptions): readonly Cue[] {
  if (options.speakers === 'never') return cues;
  const byStart = new Map(labelsOf(cues).map((label) => [label.start, label]));
  let voice: string | null = null;
  let start = 0;
  return cues.map((cue): Cue => {
    const label = byStart.get(start);
    const words = label === undefined ? cue.text : cue.text.slice(label.bodyStart - start);
    start += cue.text.length + 1;
    voice = label?.name ?? voice;
    return { ...cue, voice, text: words };
  });
}

/**
 * Labels at the head of cues. Subtitles cut sentences into pieces and label only who begins: where the pieces hold too
 * few labels, whole sentences decide who speaks.
 */
function labelsOf(cues: readonly Cue[]): readonly LabelCandidate[] {
  const pieces = cues.map(({ text }) => text).join('\n');
  const lines = filledLines(pieces);
  const candidates = findCandidates(pieces, lines, []);
  const labels = chooseLabels(pieces, lines, candidates);
  if (labels.length > 0) return labels;
  const sentences = cues
    .map(({ text }, index) => (index === 0 ? text : (endsSentence(cues[index - 1]?.text ?? '') ? '\n' : ' ') + text))
    .join('');
  const wholes = filledLines(sentences);
  const names = new Set(chooseLabels(sentences, wholes, findCandidates(sentences, wholes, [])).map(({ name }) => name));
  return candidates.filter(({ name }) => names.has(name));
}

function endsSentence(text: string): boolean {
  return /[.!?…。؟]["'”’»)]*$/u.test(text);
}

/** A sentence that runs over several cues of one voice stands on one line, so that it can be read, found and quoted. */
function writeCues(cues: readonly Cue[]): { readonly text: string; readonly segments: readonly Segment[] } {
  const parts: string[] = [];
  const segments: Segment[] = [];
  let length = 0;
  let previous: Cue | null = null;
  for (const cue of cues) {
    if (previous !== null) {
      const goesOn = previous.voice === cue.voice && !endsSentence(previous.text);
      parts.push(goesOn ? ' ' : '\n');
      length += 1;
    }
    parts.push(cue.text);
    segments.push(turnOf(cue, length));
    length += cue.text.length;
    previous = cue;
  }
  return { text: parts.join(''), segments };
}

function turnOf(cue: Cue, start: number): Segment {
  return {
    start,
    end: start + cue.text.length,
    role: 'turn',
    bodyStart: start,
    ...(cue.voice === null ? {} : { speaker: cue.voice }),
    ...(cue.startMilliseconds === null ? {} : { timeMilliseconds: cue.startMilliseconds }),
  };
}
