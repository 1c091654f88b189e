/** Reads the head of one line as a label, in all the styles that transcribers and programs use. */
import { candidateOf } from '#shared/formats/speakers/label-candidate.ts';
import type { LabelCandidate, LabelStyle } from '#shared/formats/speakers/label-candidate.ts';
import { parseTime, timePattern } from '#shared/formats/speakers/time-stamp.ts';

/** Labels stand at the head of a line; no more of it is looked at, however long it is. */
const HEAD = 240;

const day = '[0-9٠-٩]{1,4}[./-][0-9٠-٩]{1,2}[./-][0-9٠-٩]{1,4}';
const marks = '[\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]*';
const clock = `(${timePattern})(?:\\s?[ap]\\.?\\s?m\\.?)?(?:\\s*(?:-->|[-–—])\\s*${timePattern})?`;
const leadingTime = new RegExp(
  `^${marks}(?:[[(]\\s*(${day},?\\s+)?${clock}\\s*[\\])]|(${day},?\\s+)${clock}\\s+[-–]|${clock}(?=[\\s\\t]))[\\s\\t]*(?:[-–—|]\\s+)?`,
  'iu',
);
const trailingTime = new RegExp(`[\\s\\u00a0]*(?:[[(]\\s*${clock}\\s*[\\])]|(?:^|[\\s|·–-]+)${clock})$`, 'iu');
const timeBehindColon = new RegExp(`^(?:[[(]\\s*${clock}\\s*[\\])]|${clock})(?=\\s|$|\\*)`, 'iu');
const opening = /^[\s\u00a0]*(?:>\s*)?(\*\*|__|\*|_)?/u;

type Head = { readonly text: string; readonly start: number; readonly lineEnd: number };

/** The candidate at the head of the line `text.slice(lineStart, lineEnd)`, or null. */
export function readLabel(text: string, lineStart: number, lineEnd: number): LabelCandidate | null {
  const line = text.slice(lineStart, Math.min(lineEnd, lineStart + HEAD));
  const blanks = /^[\s\u00a0]*/u.exec(line)?.[0].length ?? 0;
  if (blanks === line.length) return null;
  const head: Head = { text: line, start: lineStart, lineEnd };
  const time = leadingTime.exec(line.slice(blanks));
  const timeLength = time === null ? 0 : blanks + time[0].length;
  const stamp: Stamp = {
    timed: time !== null,
    // A time of day in a chat is no time of a recording.
    milliseconds:
      time === null || time[1] !== undefined || time[3] !== undefined ? null : parseTime(time[2] ?? time[5] ?? ''),
  };
  const label = line.slice(timeLength);
  const emphasis = opening.exec(label);
  const nameStart = timeLength + (emphasis?.[0].length ?? 0);
  const emphasised = emphasis?.[1] !== undefined;
  const found =
    readColon(head, nameStart, emphasised, stamp) ??
    readBracket(head, timeLength, stamp) ??
    readHeader(head, nameStart, emphasised, stamp) ??
    readDash(head, nameStart, emphasised, stamp);
  return found === null ? null : candidateOf({ ...found, start: lineStart + blanks });
}

type Stamp = { readonly timed: boolean; readonly milliseconds: number | null };
type Found = Omit<LabelCandidate, 'shape' | 'start'>;

function readColon(head: Head, nameStart: number, emphasised: boolean, stamp: Stamp): Found | null {
  const colon = findColon(head.text, nameStart);
  if (colon === null) return null;
  const named = splitName(head.text.slice(nameStart, colon));
  let index = colon + 1;
  index += /^(?:\*\*|__|\*|_)/.exec(head.text.slice(index))?.[0].length ?? 0;
  const tight = index < head.text.length && !/^[\s\u00a0\u200e\u200f\u202a-\u202e]/u.test(head.text.slice(index));
  index += /^[\s\u00a0]*/u.exec(head.text.slice(index))?.[0].length ?? 0;
  const behind = timeBehindColon.exec(head.text.slice(index));
  const behindTime = behind === null ? null : parseTime(behind[1] ?? behind[2] ?? '');
  if (behind !== null && behindTime !== null) {
    index += behind[0].length;
    index += /^[\s\u00a0*_]*/u.exec(head.text.slice(index))?.[0].length ?? 0;
  }
  const time = stamp.milliseconds ?? named.milliseconds ?? behindTime;
  const timed = stamp.timed || named.timed || behindTime !== null;
  return found(head, 'colon', index, named.name, { timed, milliseconds: time }, emphasised, tight);
}

/** The first colon outside brackets that does not stand inside a time. */
function findColon(text: string, from: number): number | null {
  let depth = 0;
  for (let index = from; index < text.length && index < from + 160; index += 1) {
    const character = text[index];
    if (character === '(' || character === '[') depth += 1;
    else if (character === ')' || character === ']') depth -= 1;
    else if (depth === 0 && (character === ':' || character === '：')) {
      const insideTime = /[0-9٠-٩]$/u.test(text.slice(from, index)) && /^[0-9٠-٩]{2}/u.test(text.slice(index + 1));
      if (!insideTime) return index;
    }
  }
  return null;
}

function readBracket(head: Head, from: number, stamp: Stamp): Found | null {
  const match = /^\s*\[([^\][\n:]{1,40})\][\s\u00a0]+(?=\S)/u.exec(head.text.slice(from));
  const name = match?.[1]?.trim() ?? '';
  if (match === null || name === '' || parseTime(name) !== null) return null;
  return found(head, 'bracket', from + match[0].length, name, stamp, false, false);
}

/** A line of its own: a name with a time, or a name in bold. */
function readHeader(head: Head, nameStart: number, emphasised: boolean, stamp: Stamp): Found | null {
  const isWhole = head.lineEnd - head.start === head.text.length;
  const rest = head.text.slice(nameStart).trimEnd();
  if (!isWhole || rest.length > 80 || rest === '') return null;
  const named = splitName(rest);
  const timed = stamp.timed || named.timed;
  if (!timed && !(emphasised && /(?:\*\*|__|\*|_)$/.test(rest))) return null;
  const milliseconds = stamp.milliseconds ?? named.milliseconds;
  return found(
    head,
    timed ? 'header' : 'emphasis',
    head.text.length,
    named.name,
    { timed, milliseconds },
    emphasised,
    false,
  );
}

/** `P1 – yes`, `E.- Why?`: only codes and single words are believed, a dash stands in any sentence. */
function readDash(head: Head, nameStart: number, emphasised: boolean, stamp: Stamp): Found | null {
  const match = /^([\p{L}\p{N}]{1,20})(?:\.[-–—]|[\s\u00a0]+[-–—])[\s\u00a0]+(?=\S)/u.exec(head.text.slice(nameStart));
  if (match === null) return null;
  return found(head, 'dash', nameStart + match[0].length, match[1] ?? '', stamp, emphasised, false);
}

/** A name with the time that may follow it: `Ana (00:12)`, `Ana [00:12]`, `Ana 00:12`. */
function splitName(raw: string): Stamp & { readonly name: string } {
  const bare = raw.replace(/[\s*_]+$/u, '');
  const match = trailingTime.exec(bare);
  const milliseconds = match === null ? null : parseTime(match[1] ?? match[2] ?? '');
  const name = match === null || milliseconds === null ? bare : bare.slice(0, match.index);
  const clean = name
    .replace(/[\s*_]+$/u, '')
    .replace(/[\u200e\u200f\u202a-\u202e]/gu, '')
    .trim();
  return { name: clean, timed: milliseconds !== null, milliseconds };
}

function found(
  head: Head,
  style: LabelStyle,
  bodyIndex: number,
  name: string,
  stamp: Stamp,
  emphasised: boolean,
  tight: boolean,
): Found {
  const bodyStart = Math.min(head.start + bodyIndex, head.lineEnd);
  return {
    bodyStart,
    lineEnd: head.lineEnd,
    name,
    style,
    timed: stamp.timed,
    timeMilliseconds: stamp.milliseconds,
    emphasised,
    tight,
  };
}
