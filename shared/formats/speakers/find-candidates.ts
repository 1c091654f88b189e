/** Goes through a text line by line and collects all that may be labels, without deciding anything. */
import { candidateOf } from '#shared/formats/speakers/label-candidate.ts';
import type { LabelCandidate } from '#shared/formats/speakers/label-candidate.ts';
import { readLabel } from '#shared/formats/speakers/read-label.ts';
import { parseTime, timePattern } from '#shared/formats/speakers/time-stamp.ts';

export type TextLine = { readonly start: number; readonly end: number };

const cueTimes = new RegExp(`^\\s*(${timePattern})\\s*-->\\s*(${timePattern})\\s*$`);

/** Lines that hold more than blanks. */
export function filledLines(text: string): readonly TextLine[] {
  const lines: TextLine[] = [];
  let start = 0;
  while (start <= text.length) {
    const lineFeed = text.indexOf('\n', start);
    const end = lineFeed === -1 ? text.length : lineFeed;
    if (/\S/.test(text.slice(start, Math.min(end, start + 500)))) lines.push({ start, end });
    start = end + 1;
  }
  return lines;
}

/** All candidates outside the `closed` stretches (front matter, headings), in the order of the text. */
export function findCandidates(
  text: string,
  lines: readonly TextLine[],
  closed: readonly TextLine[],
): readonly LabelCandidate[] {
  const candidates: LabelCandidate[] = [];
  let nextClosed = 0;
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index];
    if (line === undefined) continue;
    while ((closed[nextClosed]?.end ?? Infinity) <= line.start) nextClosed += 1;
    if ((closed[nextClosed]?.start ?? Infinity) <= line.start) continue;
    const cue = readCue(text, line, lines[index + 1]);
    const candidate = cue ?? readLabel(text, line.start, line.end);
    if (candidate !== null && candidate.shape !== 'prose') candidates.push(candidate);
    if (cue !== null) index += 1;
  }
  return candidates;
}

/** Teams writes three lines: the times, the name, the words. */
function readCue(text: string, line: TextLine, next: TextLine | undefined): LabelCandidate | null {
  if (next === undefined || line.end - line.start > 60 || next.end - next.start > 80) return null;
  const times = cueTimes.exec(text.slice(line.start, line.end));
  if (times === null) return null;
  return candidateOf({
    start: line.start,
    bodyStart: next.end,
    lineEnd: next.end,
    name: text.slice(next.start, next.end).trim().replace(/:$/, ''),
    style: 'cue',
    timed: true,
    timeMilliseconds: parseTime(times[1] ?? ''),
    emphasised: false,
    tight: false,
  });
}
