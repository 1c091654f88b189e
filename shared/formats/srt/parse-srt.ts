/** SubRip subtitles to cues. Blank lines and numbers are often missing, so the lines with times are what counts. */
import { parseTime } from '#shared/formats/speakers/time-stamp.ts';
import { payloadLines } from '#shared/formats/vtt/cue-payload.ts';
import type { Cue, ParsedCues } from '#shared/formats/vtt/parse-vtt.ts';

const arrow = /^\s*(\S+)\s*-->\s*(\S+)/;

/** Does a text begin like a SubRip file? */
export function isSrt(text: string): boolean {
  return /^\s*(?:\d+[ \t]*\n)?[ \t]*\d{1,2}:\d{2}:\d{2}[,.]\d{1,3}[ \t]*-->/.test(text.slice(0, 4_000));
}

/** Parses a text with LF line ends. */
export function parseSrt(text: string): ParsedCues {
  const lines = text.split('\n');
  const arrows = lines.flatMap((line, index) => (line.includes('-->') && arrow.test(line) ? [index] : []));
  const cues: Cue[] = [];
  let unreadable = 0;
  let firstUnreadableLine = 0;
  arrows.forEach((index, place) => {
    const [, from = '', to = ''] = arrow.exec(lines[index] ?? '') ?? [];
    const start = parseTime(to) === null ? null : parseTime(from);
    if (start === null) {
      unreadable += 1;
      if (firstUnreadableLine === 0) firstUnreadableLine = index + 1;
    }
    const next = arrows[place + 1];
    const words = withoutNumber(lines.slice(index + 1, next ?? lines.length), next !== undefined);
    for (const { voice, text: said } of payloadLines(words.map(withoutStyles))) {
      cues.push({ startMilliseconds: start, voice, text: said });
    }
  });
  return { cues, unreadable, firstUnreadableLine };
}

/** The number of the next cue stands above its times. */
function withoutNumber(lines: readonly string[], isFollowed: boolean): readonly string[] {
  const last = lines.findLastIndex((line) => line.trim() !== '');
  return isFollowed && /^\s*\d+\s*$/.test(lines[last] ?? '') ? lines.slice(0, last) : lines;
}

/** Places and fonts, which SubRip took over from other formats. */
function withoutStyles(line: string): string {
  return line.replace(/\{\\[^}]{0,100}\}|<\/?font[^>]{0,200}>/gi, '');
}
