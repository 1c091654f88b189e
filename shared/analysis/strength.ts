/**
 * How strong the evidence is, suggested from facts: independent sources, methods, contrary evidence. A person sets
 * the level. "Three or more" sources to overcome the bias of single ones: OECD-DAC Glossary 2002, triangulation.
 */
import type { CodingId, Direction } from '#shared/domain/coding/coding.ts';
import { THE_EVALUATION } from '#shared/domain/evaluation/evaluation.ts';
import { DEFAULT_STRENGTH_NUMBERS, type StrengthNumbers } from '#shared/domain/evidence/strength-scale.ts';
import type { Finding, Strength } from '#shared/domain/findings/finding.ts';
import type { Project } from '#shared/domain/project/project.ts';
import type { StatisticId } from '#shared/domain/evidence/statistic.ts';
import { sourceMethods, type Source, type SourceMethod } from '#shared/domain/source/source.ts';
import { rowsOfStatistic } from '#shared/analysis/survey/statistic-figures.ts';
import { participantsOf } from '#shared/domain/source/source-edits.ts';
import type { ParticipantId } from '#shared/domain/participant/participant.ts';
import {
  participantOfCoding,
  voiceKey,
  voiceOfCoding,
  type SegmentsOf,
  type TableOf,
  type VoiceKey,
} from '#shared/analysis/voices.ts';

/** The numbers that the rule of an evaluation works with. */
export function strengthRuleOf(project: Project): StrengthNumbers {
  return project.get('evaluation', THE_EVALUATION)?.strengthNumbers ?? DEFAULT_STRENGTH_NUMBERS;
}

export const strengthLevels = ['triangulated', 'contested', 'partial', 'single-source', 'none'] as const;
export type StrengthLevel = (typeof strengthLevels)[number];

/** What one voice says: bit 1 supports, bit 2 contradicts; neither is neutral, both is mixed. */
export type StanceBits = number;
export const SUPPORTS: StanceBits = 1;
export const CONTRADICTS: StanceBits = 2;
export const stanceBits: Readonly<Record<Direction, StanceBits>> = {
  supports: SUPPORTS,
  contradicts: CONTRADICTS,
  mixed: SUPPORTS | CONTRADICTS,
  neutral: 0,
};

/** Voices counted by stance, in all and by method. */
export class VoteTally {
  readonly all: number[] = [0, 0, 0, 0];
  readonly byMethod: readonly number[][] = sourceMethods.map(() => [0, 0, 0, 0]);

  /** By stakeholder group: a voice of several groups, such as a focus group, counts in each. */
  readonly byGroup = new Map<string, number[]>();

  /** Adds one voice; `methods` has bit `n` set for the nth method in which it speaks (a dependency group may have several). */
  add(stance: StanceBits, methods: number, groups: Iterable<string> = []): void {
    increase(this.all, stance);
    this.byMethod.forEach((counts, place) => {
      if ((methods & (1 << place)) !== 0) increase(counts, stance);
    });
    for (const group of groups) {
      let counts = this.byGroup.get(group);
      if (!counts) this.byGroup.set(group, (counts = [0, 0, 0, 0]));
      increase(counts, stance);
    }
  }
}

function increase(counts: number[], stance: StanceBits): void {
  counts[stance] = (counts[stance] ?? 0) + 1;
}

export type StrengthFacts = {
  /** What the evidence says on the whole; null when nobody takes a side. */
  readonly direction: 'supports' | 'contradicts' | null;
  /** Independent voices for that direction, mixed ones not among them. */
  readonly supporting: number;
  readonly contrary: number;
  readonly mixed: number;
  readonly neutral: number;
  /** Methods with a supporting voice. */
  readonly methods: readonly SourceMethod[];
  /** Stakeholder groups with a supporting voice. */
  readonly groups: readonly string[];
  /** Methods whose voices are mostly contrary. */
  readonly opposedMethods: readonly SourceMethod[];
};

export type StrengthSuggestion = {
  readonly suggested: StrengthLevel;
  /** The same on the four-point scale that findings are judged on; null without evidence. */
  readonly scale: Strength | null;
  readonly facts: StrengthFacts;
  /** What is missing for `triangulated`. */
  readonly missing: readonly ('sources' | 'methods' | 'groups')[];
  /** Contrary evidence was answered in writing, so that it no longer makes the level contested. */
  readonly isAnswered: boolean;
};

/**
 * Suggests the strength of what `votes` say. Directions say what an excerpt says of its code, and a critical finding
 * rests on excerpts that contradict it: so for findings as for themes it is the minority that is contrary
 * (docs/decisions/0032-contrary-to-a-finding.md).
 */
export function suggestStrength(
  votes: VoteTally,
  rule: StrengthNumbers = DEFAULT_STRENGTH_NUMBERS,
  answer: ContraryAnswer = 'no-finding',
): StrengthSuggestion {
  const facts = countVotes(votes);
  const missing: ('sources' | 'methods' | 'groups')[] = [];
  if (facts.supporting < rule.minimumSources) missing.push('sources');
  if (facts.methods.length < rule.minimumMethods) missing.push('methods');
  if (facts.groups.length < rule.minimumGroups) missing.push('groups');
  const isEnough = missing.length === 0;
  const suggested = levelOf(facts, isEnough, rule, answer);
  const isAnswered = answer === 'answered' && facts.contrary + facts.mixed > 0;
  return { suggested, scale: scaleOf(suggested, facts, isEnough, rule), facts, missing, isAnswered };
}

/** A finding with contrary evidence is contested until that is answered in writing; themes only by rule. */
export type ContraryAnswer = 'no-finding' | 'unanswered' | 'answered';

/** Whether a finding answers its contrary evidence. */
export function answerOf(finding: Pick<Finding, 'contested'>): ContraryAnswer {
  return finding.contested.trim() === '' ? 'unanswered' : 'answered';
}

/** Suggests the strength of a finding from the codings and survey results linked to it; links to removed ones count for nothing. */
export function suggestFindingStrength(
  project: Project,
  finding: Finding,
  segmentsOf: SegmentsOf,
  options: { readonly tableOf?: TableOf } = {},
): StrengthSuggestion {
  const voices = new Map<VoiceKey, { stance: StanceBits; methods: number; readonly groups: Set<string> }>();
  const add = (key: VoiceKey, stance: StanceBits, source: Source, speaker: ParticipantId | null): void => {
    const voice = voices.get(key) ?? { stance: 0, methods: 0, groups: new Set<string>() };
    voice.stance |= stance;
    voice.methods |= methodBit(source.method);
    for (const group of groupsOf(project, source, speaker)) voice.groups.add(group);
    voices.set(key, voice);
  };
  for (const id of Object.keys(finding.evidence) as CodingId[]) {
    const coding = project.get('coding', id);
    const source = coding && project.get('source', coding.source);
    if (!source) continue;
    const segments = segmentsOf(source, coding.revision);
    const speaker = participantOfCoding(source, coding, segments);
    add(voiceOfCoding(source, coding, segments), stanceBits[coding.direction], source, speaker);
  }
  for (const id of Object.keys(finding.statistics) as StatisticId[]) {
    const statistic = project.get('statistic', id);
    const source = statistic && project.get('source', statistic.source);
    const table = source && options.tableOf?.(source);
    if (!table) continue;
    for (const row of rowsOfStatistic(table, statistic).counted) {
      const respondent = table.respondents[row] ?? null;
      const role = source.speakers[respondent ?? ''];
      const speaker = role && 'participant' in role ? role.participant : null;
      add(voiceKey(source, respondent), stanceBits[statistic.direction], source, speaker);
    }
  }
  const votes = new VoteTally();
  for (const voice of voices.values()) votes.add(voice.stance, voice.methods, voice.groups);
  return suggestStrength(votes, strengthRuleOf(project), answerOf(finding));
}

/** Stakeholder groups of who speaks; of all participants of the source where that is not known. */
export function groupsOf(project: Project, source: Source, speaker: ParticipantId | null): readonly string[] {
  const speakers = speaker === null ? participantsOf(source) : [speaker];
  const groups = new Set(speakers.map((id) => project.get('participant', id)?.group.trim() ?? ''));
  if (speakers.length === 0) groups.add(source.attributes['group']?.trim() ?? '');
  groups.delete('');
  return [...groups];
}

/** The bit of a method in a set of methods. */
export function methodBit(method: SourceMethod): number {
  return 1 << sourceMethods.indexOf(method);
}

function countVotes(votes: VoteTally): StrengthFacts {
  const [neutral = 0, supports = 0, contradicts = 0, mixed = 0] = votes.all;
  const isNegative = contradicts > supports;
  const [own, other] = isNegative ? [CONTRADICTS, SUPPORTS] : [SUPPORTS, CONTRADICTS];
  const count = (method: SourceMethod, stance: StanceBits): number =>
    votes.byMethod[sourceMethods.indexOf(method)]?.[stance] ?? 0;
  return {
    direction: supports + contradicts + mixed === 0 ? null : isNegative ? 'contradicts' : 'supports',
    supporting: isNegative ? contradicts : supports,
    contrary: isNegative ? supports : contradicts,
    mixed,
    neutral,
    methods: sourceMethods.filter((method) => count(method, own) > 0),
    groups: [...votes.byGroup].filter(([, counts]) => (counts[own] ?? 0) > 0).map(([group]) => group),
    opposedMethods: sourceMethods.filter((method) => count(method, other) > count(method, own)),
  };
}

/**
 * One contrary voice among many does not make evidence contested (vector V1: 5 of 68), but a method of which most
 * speak against it does, and so does a large share of contrary voices. Mixed voices count half each way.
 */
function levelOf(
  facts: StrengthFacts,
  isEnough: boolean,
  rule: StrengthNumbers,
  answer: ContraryAnswer,
): StrengthLevel {
  const sided = facts.supporting + facts.contrary + facts.mixed;
  if (sided === 0) return 'none';
  const contraryShare = (facts.contrary + facts.mixed / 2) / sided;
  const hasContrary = facts.contrary + facts.mixed > 0;
  const isContested = facts.opposedMethods.length > 0 || (hasContrary && contraryShare >= rule.contestedShare);
  if (answer === 'no-finding' ? isContested : answer === 'unanswered' && (isContested || facts.contrary > 0)) {
    return 'contested';
  }
  if (isEnough) return 'triangulated';
  return facts.supporting > 1 ? 'partial' : 'single-source';
}

function scaleOf(
  level: StrengthLevel,
  facts: StrengthFacts,
  isEnough: boolean,
  rule: StrengthNumbers,
): Strength | null {
  switch (level) {
    case 'triangulated':
      return 'strong';
    case 'contested':
      return isEnough ? 'moderate' : 'limited';
    case 'partial':
      return facts.supporting >= rule.minimumSources || facts.methods.length >= rule.minimumMethods
        ? 'moderate'
        : 'limited';
    case 'single-source':
      return 'poor';
    case 'none':
      return null;
  }
}
