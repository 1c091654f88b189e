/** What a string in front of a colon looks like: somebody's name, a role, a code, a heading, or prose. */
import {
  isHeadingWord,
  isInterviewerWord,
  isParticipantWord,
  isQuestionWord,
  plainWord,
} from '#shared/formats/speakers/vocabulary.ts';
import { westernDigits } from '#shared/formats/speakers/time-stamp.ts';

/**
 * `code`: P1, id2, LD, AvW. `role`: Interviewer, Participante 07. `name`: every word with a capital, or a script without
 * capitals. `phrase`: starts like a label, may be one. `heading`: Date, Finding 3. `number`: a phone number. `prose`: none.
 */
export type NameShape = 'code' | 'role' | 'name' | 'phrase' | 'heading' | 'number' | 'prose';

const abbreviation = /^(?:\p{L}{1,4}|\p{L}(?:\.\p{L})+)\.$/u;
const particle =
  /^(?:de|del|la|las|los|el|van|von|der|den|di|da|do|dos|das|du|des|le|bin|ibn|al|y|e|et|and|of|the|–|-|&)$/iu;

/** Judges a trimmed label without its times and emphasis. */
export function shapeOf(name: string): NameShape {
  if (name.length === 0 || name.length > 100) return 'prose';
  const core = coreOf(name);
  if (core === '' || core.length > 50) return 'prose';
  if (/^\+?[\d\s().-]{6,20}$/.test(core)) return 'number';
  if (/[!?;"«»“”„…<>{}|=\\@#[\]()*]|\/\/|:|،|؟/u.test(core) || !/\p{L}/u.test(core)) return 'prose';
  const words = core.split(/[\s\u00a0\u202f]+/u);
  if (words.length > 7 || words.some(isBadWord)) return 'prose';
  // `Li Wei – field office`: what stands behind a dash says more about a name, which stands before it.
  const dash = words.findIndex((word) => /^[-–—]$/.test(word));
  return dash > 0 ? shapeOfWords(words.slice(0, dash).join(' '), words.slice(0, dash)) : shapeOfWords(core, words);
}

function shapeOfWords(core: string, words: readonly string[]): NameShape {
  const [first = '', second = ''] = words;
  const firstWord = first.replace(/\.$/, '');
  const last = words[words.length - 1] ?? '';
  if (words.length <= 3 && words.some((word) => isInterviewerWord(word))) return 'role';
  if (words.length <= 2 && isQuestionWord(firstWord) && (second === '' || isNumber(second))) return 'code';
  if (isHeadingWord(firstWord) && (words.length === 1 || isNumber(second) || isHeadingWord(last))) return 'heading';
  if (words.length <= 3 && (isParticipantWord(firstWord) || (isParticipantWord(last) && isCapital(first))))
    return 'role';
  if (words.length === 1 && isCode(core)) return 'code';
  if (!isCapital(first)) return 'prose';
  if (words.every((word) => isCapital(word) || particle.test(word) || isNumber(word)))
    return words.length <= 5 ? 'name' : 'phrase';
  return words.length <= 5 ? 'phrase' : 'prose';
}

/** The label without what stands in brackets: `Mr. Glen Motz (Medicine Hat, CPC)` gives `Mr. Glen Motz`. */
export function coreOf(name: string): string {
  let depth = 0;
  let core = '';
  for (const character of name) {
    if (character === '(' || character === '[') depth += 1;
    else if ((character === ')' || character === ']') && depth > 0) depth -= 1;
    else if (depth === 0) core += character;
  }
  return core
    .replace(/[\p{Extended_Pictographic}\u200d\ufe0f\p{Emoji_Modifier}\u200e\u200f\u202a-\u202e]/gu, '')
    .trim();
}

/** What stands in the first brackets: `Luke Dashjr (LD)` gives `LD`. */
export function aliasOf(name: string): string | null {
  return /\(([^()]{1,20})\)/.exec(name)?.[1]?.trim() ?? null;
}

/** Does a label stand for somebody who asks? `I` and `E` alone do only where others answer; that is not decided here. */
export function isInterviewer(name: string): boolean {
  return coreOf(name)
    .split(/\s+/)
    .some((word) => isInterviewerWord(word.replace(/[.,]$/, '')));
}

/** Single letters and short codes that interviewers are abbreviated to. */
export function mayBeInterviewer(name: string): boolean {
  return isInterviewer(name) || /^(?:i|int|inv|e|ent|m|mod|q|f|fac)\d?$/.test(plainWord(coreOf(name)));
}

function isCode(word: string): boolean {
  const plain = westernDigits(word);
  if (/^\p{L}{1,12}[_-]?\d{1,3}[a-z]?$/u.test(plain)) return true;
  if (/^\p{Lu}{1,4}(?:[-_]\p{Lu}{0,3}\d{1,3})?\.?$/u.test(plain)) return true;
  return plain.length <= 4 && /^\p{Lu}/u.test(plain) && (plain.match(/\p{Lu}/gu)?.length ?? 0) >= 2;
}

function isCapital(word: string): boolean {
  return /^[("'’]?(?:\p{Lu}|\p{Lt}|\p{Lo})/u.test(word);
}

function isNumber(word: string): boolean {
  return /^[\d٠-٩۰-۹]{1,4}[a-z]?\.?$/u.test(word) || /^(?:[ivx]{1,4}|no\.?|n°|nº)$/i.test(word);
}

/** Full stops and commas belong to sentences, except in abbreviations. */
function isBadWord(word: string): boolean {
  if (word.length > 30) return true;
  if (word.includes(',')) return true;
  return word.includes('.') && !abbreviation.test(word) && !/^\p{Lu}(?:\.\p{Lu})*\.?$/u.test(word);
}
