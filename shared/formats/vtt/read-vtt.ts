/** A WebVTT transcript as text with a turn per cue; times are anchors, not text. */
import type { Segment } from '#shared/domain/source/source-content.ts';
import type { ImportWarning } from '#shared/formats/imported-source.ts';
import type { ReadOptions } from '#shared/formats/read-options.ts';
import { chooseLabels } from '#shared/formats/speakers/choose-labels.ts';
import { filledLines, findCandidates } from '#shared/formats/speakers/find-candidates.ts';
import { parseVtt } from '#shared/formats/vtt/parse-vtt.ts';
import type { Cue } from '#shared/formats/vtt/parse-vtt.ts';

export type ReadVtt = {
  readonly text: string;
  readonly segments: readonly Segment[];
  readonly warnings: readonly ImportWarning[];
};

/** `text` is decoded and has LF line ends. */
export function readVtt(text: string, options: ReadOptions): ReadVtt {
  const parsed = parseVtt(text);
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
  const text = cues.map((cue) => cue.text).join('\n');
  const lines = filledLines(text);
  const labels = chooseLabels(text, lines, findCandidates(text, lines, []));
  const byStart = new Map(labels.map((label) => [label.start, label]));
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

/** A sentence that runs over several cues of one voice stands on one line, so that it can be read, found and quoted. */
function writeCues(cues: readonly Cue[]): { readonly text: string; readonly segments: readonly Segment[] } {
  const parts: string[] = [];
  const segments: Segment[] = [];
  let length = 0;
  let previous: Cue | null = null;
  for (const cue of cues) {
    if (previous !== null) {
      const goesOn = previous.voice === cue.voice && !/[.!?…。؟]["'”’»)]*$/u.test(previous.text);
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
