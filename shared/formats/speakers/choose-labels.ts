/**
 * Decides which candidates are labels. A single line never decides: what counts is how often a name comes back, whether
 * the labels are written alike, how much of the text they order, and whether the word is one that heads forms or prose.
 */
import type { LabelCandidate } from '#shared/formats/speakers/label-candidate.ts';
import { signatureOf } from '#shared/formats/speakers/label-candidate.ts';
import { aliasOf, coreOf } from '#shared/formats/speakers/name-shape.ts';
import { isMetadataWord } from '#shared/formats/speakers/vocabulary.ts';
import type { TextLine } from '#shared/formats/speakers/find-candidates.ts';

/** Labels must order at least this share of the lines between the first and the last of them. */
const MIN_DENSITY = 0.05;
/** The same where no role, code or time says that people talk: reports have headings with colons that come back. */
const MIN_DENSITY_OF_NAMES = 0.15;
/** From this share on, names that come once are believed too. */
const DENSE = 0.3;

/** The labels among the candidates; none when the text is no transcript. */
export function chooseLabels(
  text: string,
  lines: readonly TextLine[],
  candidates: readonly LabelCandidate[],
): readonly LabelCandidate[] {
  const spoken = candidates
    .filter((candidate) => candidate.shape !== 'heading')
    .slice(firstBehindForm(lines, candidates, text));
  const leading = leadingSignature(spoken);
  if (leading === null) return [];
  const alike = spoken.filter((candidate) => signatureOf(candidate) === leading);
  const counts = countNames(alike);
  const sure = new Set([...counts.keys()].filter((name) => isSure(name, counts.get(name) ?? [], text)));
  const base = alike.filter((candidate) => sure.has(candidate.name));
  if (base.length === 0 || isEnumeration(base) || !isTranscript(base, lines)) return [];
  const accepted = new Set(sure);
  const isTimedTalk = alike.length >= 3 && base.every((candidate) => candidate.timed && candidate.style === 'colon');
  const dense = isTimedTalk || (densityOf(base, lines) >= DENSE && base.length >= 4);
  const range = { start: base[0]?.start ?? 0, end: text.length };
  for (const [name, group] of counts) {
    const [only] = group;
    if (only === undefined || accepted.has(name)) continue;
    const inside = only.start > range.start;
    if (isRelated(name, sure) || (dense && inside && isBelievableOnce(only, text))) accepted.add(name);
  }
  // Somebody known may once be labelled without a time or in another type.
  return spoken.filter(
    (candidate) => accepted.has(candidate.name) && (sure.has(candidate.name) || signatureOf(candidate) === leading),
  );
}

/** Index of the first candidate behind the form (date, place, interviewer ...) that stands above many transcripts. */
function firstBehindForm(lines: readonly TextLine[], candidates: readonly LabelCandidate[], text: string): number {
  const formLines = lines[30]?.start ?? text.length;
  let formEnd = -1;
  let sentences = 0;
  for (const candidate of candidates) {
    if (candidate.start > formLines || candidate.lineEnd - candidate.bodyStart > 120 || sentences >= 2) break;
    if (candidate.shape !== 'heading') sentences += isSentence(candidate, text) ? 1 : 0;
    else if (isMetadataWord(coreOf(candidate.name).split(/\s+/)[0] ?? '')) formEnd = candidate.lineEnd;
  }
  if (formEnd === -1) return 0;
  // The rest of the form's block still belongs to it, unless people talk in it.
  const blank = text.indexOf('\n\n', formEnd);
  const blockEnd = blank === -1 ? formEnd : blank;
  const spoken = candidates.filter((candidate) => candidate.shape !== 'heading');
  const inBlock = spoken.filter((candidate) => candidate.start > formEnd && candidate.start < blockEnd);
  const isForm = inBlock.length <= 4 && !inBlock.some((candidate) => isSentence(candidate, text));
  const end = isForm ? blockEnd : formEnd;
  return spoken.filter((candidate) => candidate.start < end).length;
}

/** Forms are filled with names and numbers, people talk in sentences. */
function isSentence(candidate: LabelCandidate, text: string): boolean {
  const body = text.slice(candidate.bodyStart, candidate.lineEnd).trim();
  return body.length > 120 || /[.!?…؟。]["'”’»)]*$/u.test(body);
}

/** The way of writing that most names which come back (or are known roles) share. */
function leadingSignature(candidates: readonly LabelCandidate[]): string | null {
  const counts = countNames(candidates);
  const votes = new Map<string, number>();
  for (const candidate of candidates) {
    const known = candidate.shape === 'role' || candidate.shape === 'code' || candidate.timed;
    const weight = (counts.get(candidate.name)?.length ?? 0) > 1 ? 1 : known ? 0.5 : 0;
    const signature = signatureOf(candidate);
    if (weight > 0) votes.set(signature, (votes.get(signature) ?? 0) + weight);
  }
  let best: string | null = null;
  for (const [signature, count] of votes) if (best === null || count > (votes.get(best) ?? 0)) best = signature;
  return best;
}

function countNames(candidates: readonly LabelCandidate[]): ReadonlyMap<string, readonly LabelCandidate[]> {
  const groups = new Map<string, LabelCandidate[]>();
  for (const candidate of candidates) {
    const group = groups.get(candidate.name);
    if (group === undefined) groups.set(candidate.name, [candidate]);
    else group.push(candidate);
  }
  return groups;
}

/** Is this a speaker's name, by itself? */
function isSure(name: string, group: readonly LabelCandidate[], text: string): boolean {
  const [first] = group;
  if (first === undefined) return false;
  const count = group.length;
  const { shape, style } = first;
  if (style === 'cue') return true;
  if (style === 'dash') return count >= 3 && (shape === 'code' || shape === 'role');
  if (style === 'bracket') return count >= 2 && shape !== 'phrase' && shape !== 'number';
  if (style === 'emphasis') return count >= 2 && shape !== 'phrase' && shape !== 'number';
  if (style === 'header') return count >= 2 || shape === 'role' || shape === 'code';
  if (first.timed) return count >= 2 || shape === 'role' || shape === 'code';
  if (shape === 'number') return false;
  if (group.every((candidate) => candidate.tight) && count < 3) return false;
  if (shape === 'role' || shape === 'code') return true;
  if (count < (shape === 'phrase' ? 3 : 2)) return false;
  return !isOrdinaryWord(name, count, text);
}

/** A word that also stands in the text in small letters, and more often so, is a word and no name. */
function isOrdinaryWord(name: string, count: number, text: string): boolean {
  const core = coreOf(name);
  if (/\s/.test(core) || core === core.toLowerCase()) return false;
  const small = core.toLowerCase();
  let found = 0;
  let index = text.indexOf(small);
  while (index !== -1 && found <= count) {
    const before = text[index - 1] ?? ' ';
    const after = text[index + small.length] ?? ' ';
    if (!/[\p{L}\p{N}]/u.test(before) && !/[\p{L}\p{N}]/u.test(after)) found += 1;
    index = text.indexOf(small, index + small.length);
  }
  return found > count;
}

/** A name in full that is used shortened elsewhere, or the other way round. */
function isRelated(name: string, sure: ReadonlySet<string>): boolean {
  const alias = aliasOf(name);
  if (alias !== null && sure.has(alias)) return true;
  const core = coreOf(name);
  if (core === '') return false;
  for (const other of sure) if (coreOf(other) === core) return true;
  return false;
}

/** In a text full of labels a name may come once: who says little in a group. */
function isBelievableOnce(candidate: LabelCandidate, text: string): boolean {
  if (candidate.tight) return false;
  if (candidate.timed) return true;
  if (candidate.shape === 'role' || candidate.shape === 'code') return true;
  return candidate.shape === 'name' && !isOrdinaryWord(candidate.name, 0, text);
}

/** H1, H2, H3 or Q1, Q2, Q3, each once and in order, is a list; people who talk come back. */
function isEnumeration(base: readonly LabelCandidate[]): boolean {
  if (base.length < 3 || base.some((candidate) => candidate.timed)) return false;
  const numbers = base.map((candidate) => /^\D*(\d+)\D*$/.exec(candidate.name)?.[1]);
  if (numbers.some((number) => number === undefined)) return false;
  const prefixes = new Set(base.map((candidate) => candidate.name.replace(/\d.*$/, '')));
  return (
    prefixes.size === 1 && numbers.every((number, index) => index === 0 || Number(number) > Number(numbers[index - 1]))
  );
}

function isTranscript(base: readonly LabelCandidate[], lines: readonly TextLine[]): boolean {
  const names = new Set(base.map((candidate) => candidate.name));
  const known = base.some((candidate) => candidate.shape === 'role' || candidate.shape === 'code' || candidate.timed);
  if (!known && (base.length < 4 || (names.size < 2 && densityOf(base, lines) < DENSE))) return false;
  return densityOf(base, lines) >= (known ? MIN_DENSITY : MIN_DENSITY_OF_NAMES) && !startsLate(base, lines);
}

/**
 * Notes that quote a few labelled words at their end are notes: their greater part would go to nobody, or, worse,
 * to the wrong person.
 */
function startsLate(base: readonly LabelCandidate[], lines: readonly TextLine[]): boolean {
  const start = base[0]?.start ?? 0;
  let before = 0;
  let all = 0;
  for (const line of lines) {
    all += line.end - line.start;
    if (line.end <= start) before += line.end - line.start;
  }
  return lines.length > 20 && before > all / 2;
}

/** Share of the lines between the first and the last label that begin with one. */
function densityOf(base: readonly LabelCandidate[], lines: readonly TextLine[]): number {
  const first = base[0]?.start ?? 0;
  const last = base[base.length - 1]?.start ?? 0;
  const between = lines.filter((line) => line.end >= first && line.start <= last).length;
  return between === 0 ? 0 : base.length / between;
}
