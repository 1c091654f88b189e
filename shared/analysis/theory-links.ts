/** What the evidence says of the links of a theory of change, what they lack, and how strong they are by rule. */
import { methodBit } from '#shared/analysis/strength.ts';
import { strengthRuleOf } from '#shared/analysis/strength.ts';
import { voiceOfCoding, type SegmentsOf, type VoiceKey } from '#shared/analysis/voices.ts';
import type { CodingId } from '#shared/domain/coding/coding.ts';
import type { Project } from '#shared/domain/project/project.ts';
import { sourceMethods, type SourceMethod } from '#shared/domain/source/source.ts';
import type { TheoryCondition } from '#shared/domain/theory-of-change/theory-condition.ts';
import type { EvidenceRole, LinkStrength, TheoryLink } from '#shared/domain/theory-of-change/theory-link.ts';

/** What a link lacks for a claim. */
export type LinkGap =
  'no-evidence' | 'only-opinions' | 'single-source' | 'single-method' | 'weakened' | 'assumption-open' | 'rival-open';

export type LinkAssessment = {
  /** Independent voices by what they say of the link; one that says several things counts in each. */
  readonly voices: Readonly<Record<EvidenceRole, number>>;
  /** Voices that support it by telling what happened. */
  readonly accounts: number;
  /** Methods with a supporting voice. */
  readonly methods: readonly SourceMethod[];
  readonly excerpts: number;
  /** Excerpts that were removed since. */
  readonly removed: number;
  readonly conditions: readonly TheoryCondition[];
  readonly suggested: LinkStrength;
  readonly gaps: readonly LinkGap[];
};

/** Assesses one link. */
export function assessLink(project: Project, link: TheoryLink, segmentsOf: SegmentsOf): LinkAssessment {
  const byRole = new Map<EvidenceRole, Set<VoiceKey>>();
  const accounts = new Set<VoiceKey>();
  let methods = 0;
  let excerpts = 0;
  let removed = 0;
  for (const [id, { role, testimony }] of Object.entries(link.evidence)) {
    const coding = project.get('coding', id as CodingId);
    const source = coding && project.get('source', coding.source);
    if (!source) {
      removed += 1;
      continue;
    }
    excerpts += 1;
    const voice = voiceOfCoding(source, coding, segmentsOf(source, coding.revision));
    byRole.set(role, (byRole.get(role) ?? new Set<VoiceKey>()).add(voice));
    if (role !== 'supports') continue;
    methods |= methodBit(source.method);
    if (testimony === 'account') accounts.add(voice);
  }
  const count = (role: EvidenceRole): number => byRole.get(role)?.size ?? 0;
  const facts = {
    voices: {
      supports: count('supports'),
      weakens: count('weakens'),
      rival: count('rival'),
      context: count('context'),
    },
    accounts: accounts.size,
    methods: sourceMethods.filter((method) => (methods & methodBit(method)) !== 0),
    excerpts,
    removed,
    conditions: project.all('theory-condition').filter((condition) => condition.link === link.id),
  };
  return { ...facts, suggested: suggestLinkStrength(project, facts), gaps: gapsOfLink(facts) };
}

type LinkFacts = Omit<LinkAssessment, 'suggested' | 'gaps'>;

/**
 * By the evaluation's own numbers: strong with enough independent accounts by enough methods and nothing open; opinions
 * alone, a single voice, or as much against as for make it weak.
 */
function suggestLinkStrength(project: Project, facts: LinkFacts): LinkStrength {
  const { supports, weakens, rival } = facts.voices;
  if (supports + weakens + rival === 0) return 'untested';
  const rule = strengthRuleOf(project);
  const isUnshaken = !facts.conditions.some(({ type, verdict }) =>
    type === 'assumption' ? verdict === 'no' : type === 'rival' && verdict === 'yes',
  );
  if (facts.accounts < 2 || weakens >= supports || !isUnshaken) return 'weak';
  const isEnough = facts.accounts >= rule.minimumSources && facts.methods.length >= rule.minimumMethods;
  const isOpen = facts.conditions.some(({ type, verdict }) => type === 'rival' && verdict !== 'no');
  return isEnough && weakens === 0 && !isOpen ? 'strong' : 'moderate';
}

function gapsOfLink({ voices, accounts, methods, conditions }: LinkFacts): readonly LinkGap[] {
  const gaps: LinkGap[] = [];
  if (voices.supports + voices.weakens + voices.rival === 0) gaps.push('no-evidence');
  if (voices.supports > 0 && accounts === 0) gaps.push('only-opinions');
  if (voices.supports === 1) gaps.push('single-source');
  else if (voices.supports > 1 && methods.length === 1) gaps.push('single-method');
  if (voices.weakens > 0) gaps.push('weakened');
  if (conditions.some(({ type, verdict }) => type === 'assumption' && verdict === null)) gaps.push('assumption-open');
  if (conditions.some(({ type, verdict }) => type === 'rival' && verdict === null)) gaps.push('rival-open');
  return gaps;
}
