/**
 * Scales on which the strength of evidence is judged. Each has four levels, so that a finding keeps its level when the
 * team changes the words: the first is the strongest.
 */
import * as z from 'zod';
import { strengths, type Strength } from '#shared/domain/findings/finding.ts';

/**
 * The four points common in UN evaluations; DFID's How-to Note on assessing evidence (2014); GRADE-CERQual, with its
 * four components; or the team's own words.
 */
export const strengthScales = ['four-point', 'dfid', 'cerqual', 'custom'] as const;
export type StrengthScale = (typeof strengthScales)[number];

/** The numbers of the rule that suggests a level. */
export type StrengthNumbers = {
  readonly minimumSources: number;
  readonly minimumMethods: number;
  /** Stakeholder groups among the voices that carry a finding; 0 asks for none. */
  readonly minimumGroups: number;
  /** Evidence is contested from this share of contrary voices among those that take a side. */
  readonly contestedShare: number;
};

/** "Three or more" sources to overcome the bias of single ones: OECD-DAC Glossary 2002, triangulation. */
export const DEFAULT_STRENGTH_NUMBERS: StrengthNumbers = {
  minimumSources: 3,
  minimumMethods: 2,
  minimumGroups: 0,
  contestedShare: 0.2,
};

export const strengthNumbersSchema = z.object({
  minimumSources: z.number().int().min(1).max(50),
  minimumMethods: z.number().int().min(1).max(5),
  minimumGroups: z.number().int().min(0).max(20),
  contestedShare: z.number().min(0.01).max(1),
});

/** The components of GRADE-CERQual (Lewin et al. 2018), in its order. */
export const cerqualComponents = ['methodological-limitations', 'coherence', 'adequacy', 'relevance'] as const;
export type CerqualComponent = (typeof cerqualComponents)[number];

export const concernLevels = ['none', 'minor', 'moderate', 'serious'] as const;
export type ConcernLevel = (typeof concernLevels)[number];

/** How far a concern takes confidence down, in half levels. */
const HALF_LEVELS: Readonly<Record<ConcernLevel, number>> = { none: 0, minor: 1, moderate: 2, serious: 4 };

/**
 * The overall confidence that concerns suggest: it starts high, a moderate concern takes it down by one level, a serious
 * one by two, two minor ones by one. GRADE-CERQual gives no formula; a person decides. Null until all four are assessed.
 */
export function suggestConfidence(
  concerns: Readonly<Partial<Record<CerqualComponent, ConcernLevel>>>,
): Strength | null {
  let half = 0;
  for (const component of cerqualComponents) {
    const concern = concerns[component];
    if (concern === undefined) return null;
    half += HALF_LEVELS[concern];
  }
  return strengths[Math.min(strengths.length - 1, Math.floor(half / 2))] ?? null;
}
