/** WebVTT to cues: times, voices, words. Forgiving: words are kept even where a cue's times make no sense. */
import { parseTime } from '#shared/formats/speakers/time-stamp.ts';
import { payloadLines } from '#shared/formats/vtt/cue-payload.ts';

/** One stretch of words of one voice. */
export type Cue = {
  readonly startMilliseconds: number | null;
  /** Voice of the tag `<v Name>`, null without one. */
  readonly voice: string | null;
  readonly text: string;
};

export type ParsedCues = {
  readonly cues: readonly Cue[];
  /** Cues whose times could not be read; their words are among the cues. */
  readonly unreadable: number;
  readonly firstUnreadableLine: number;
};

/** Does a text begin like a WebVTT file? */
export function isVtt(text: string): boolean {
  return /^WEBVTT(?:[ \t\n-]|$)/.test(text);
}

/** Parses a text with LF line ends. */
export function parseVtt(text: string): ParsedCues {
  const cues: Cue[] = [];
  let unreadable = 0;
  let firstUnreadableLine = 0;
  let lineNumber = 1;
  for (const block of text.split(/\n(?=[ \t]*\n)/)) {
    const lines = block.split('\n');
    const isFurniture = lineNumber === 1 || /^\s*(?:NOTE|STYLE|REGION)\b/.test(block);
    const arrow = lines.findIndex((line) => line.includes('-->'));
    if (!isFurniture || arrow !== -1) {
      const times = arrow === -1 ? null : readTimes(lines[arrow] ?? '');
      if (arrow !== -1 && times === null) {
        unreadable += 1;
        if (firstUnreadableLine === 0) firstUnreadableLine = lineNumber + arrow;
      }
      for (const { voice, text: words } of arrow === -1 ? [] : payloadLines(lines.slice(arrow + 1))) {
        cues.push({ startMilliseconds: times, voice, text: words });
      }
    }
    lineNumber += lines.length;
  }
  return { cues, unreadable, firstUnreadableLine };
}

/** When the cue begins; null when that, or the end, is no time. Settings may follow the end. */
function readTimes(line: string): number | null {
  const [from = '', to = ''] = line.split('-->');
  const start = parseTime(from);
  const end = parseTime(to.trim().split(/\s/)[0] ?? '');
  return end === null ? null : start;
}
