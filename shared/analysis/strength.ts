/**
 * How strong the evidence is, suggested from facts: independent sources, methods, contrary evidence. A person sets
 * the level. "Three or more" sources to overcome the bias of single ones: OECD-DAC Glossary 2002, triangulation.
 */
import type { CodingId, Direction } from '#shared/domain/coding/coding.ts';
import type { Finding, Strength } from '#shared/domain/findings/finding.ts';
import type { Project } from '#shared/domain/project/project.ts';
import type { StatisticId } from '#shared/domain/evidence/statistic.ts';
import { sourceMethods, type Source, type SourceMethod } from '#shared/domain/source/source.ts';
import { rowsOfStatistic } from '#shared/analysis/survey/statistic-figures.ts';
import { voiceKey, voiceOfCoding, type SegmentsOf, type TableOf, type VoiceKey } from '#shared/analysis/voices.ts';

/** The numbers that the rule works with; a project may set others. */
export type StrengthRule = {
  readonly minimumSources: number;
  readonly minimumMethods: number;
  /** Evidence is contested from this share of contrary voices among those that take a side. */
  readonly contestedShare: number;
};

export const DEFAULT_STRENGTH_RULE: StrengthRule = { minimumSources: 3, minimumMethods: 2, contestedShare: 0.2 };

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

  /** Adds one voice; `methods` has bit `n` set for the nth method in which it speaks (a dependency group may have several). */
  add(stance: StanceBits, methods: number): void {
    increase(this.all, stance);
    this.byMethod.forEach((counts, place) => {
      if ((methods & (1 << place)) !== 0) increase(counts, stance);
    });
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
  /** Methods whose voices are mostly contrary. */
  readonly opposedMethods: readonly SourceMethod[];
};

export type StrengthSuggestion = {
  readonly suggested: StrengthLevel;
  /** The same on the four-point scale that findings are judged on; null without evidence. */
  readonly scale: Strength | null;
  readonly facts: StrengthFacts;
  /** What is missing for `triangulated`. */
  readonly missing: readonly ('sources' | 'methods')[];
};

/**
 * Suggests the strength of what `votes` say. Directions say what an excerpt says of its code, and a critical finding
 * rests on excerpts that contradict it: so for findings as for themes it is the minority that is contrary
 * (docs/decisions/0032-contrary-to-a-finding.md).
 */
export function suggestStrength(votes: VoteTally, rule: StrengthRule = DEFAULT_STRENGTH_RULE): StrengthSuggestion {
  const facts = countVotes(votes);
  const missing: ('sources' | 'methods')[] = [];
  if (facts.supporting < rule.minimumSources) missing.push('sources');
  if (facts.methods.length < rule.minimumMethods) missing.push('methods');
  const suggested = levelOf(facts, missing.length === 0, rule);
  return { suggested, scale: scaleOf(suggested, facts, missing.length === 0, rule), facts, missing };
}

/** Suggests the strength of a finding from the codings and survey results linked to it; links to removed ones count for nothing. */
export function suggestFindingStrength(
  project: Project,
  finding: Finding,
  segmentsOf: SegmentsOf,
  options: { readonly rule?: StrengthRule; readonly tableOf?: TableOf } = {},
): StrengthSuggestion {
  const voices = new Map<VoiceKey, { stance: StanceBits; methods: number }>();
  const add = (key: VoiceKey, stance: StanceBits, source: Source): void => {
    const voice = voices.get(key) ?? { stance: 0, methods: 0 };
    voice.stance |= stance;
    voice.methods |= methodBit(source.method);
    voices.set(key, voice);
  };
  for (const id of Object.keys(finding.evidence) as CodingId[]) {
    const coding = project.get('coding', id);
    const source = coding && project.get('source', coding.source);
    if (!source) continue;
    add(voiceOfCoding(source, coding, segmentsOf(source, coding.revision)), stanceBits[coding.direction], source);
  }
  for (const id of Object.keys(finding.statistics) as StatisticId[]) {
    const statistic = project.get('statistic', id);
    const source = statistic && project.get('source', statistic.source);
    const table = source && options.tableOf?.(source);
    if (!table) continue;
    for (const row of rowsOfStatistic(table, statistic).counted) {
      add(voiceKey(source, table.respondents[row] ?? null), stanceBits[statistic.direction], source);
    }
  }
  const votes = new VoteTally();
  for (const voice of voices.values()) votes.add(voice.stance, voice.methods);
  return suggestStrength(votes, options.rule);
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
    opposedMethods: sourceMethods.filter((method) => count(method, other) > count(method, own)),
  };
}

/**
 * One contrary voice among many does not make evidence contested (vector V1: 5 of 68), but a method of which most
 * speak against it does, and so does a large share of contrary voices. Mixed voices count half each way.
 */
function levelOf(facts: StrengthFacts, isEnough: boolean, rule: StrengthRule): StrengthLevel {
  const sided = facts.supporting + facts.contrary + facts.mixed;
  if (sided === 0) return 'none';
  const contraryShare = (facts.contrary + facts.mixed / 2) / sided;
  const hasContrary = facts.contrary + facts.mixed > 0;
  if (facts.opposedMethods.length > 0 || (hasContrary && contraryShare >= rule.contestedShare)) return 'contested';
  if (isEnough) return 'triangulated';
  return facts.supporting > 1 ? 'partial' : 'single-source';
}

function scaleOf(level: StrengthLevel, facts: StrengthFacts, isEnough: boolean, rule: StrengthRule): Strength | null {
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
