/**
 * Which codings somebody sees: the one selector behind lists, counts, texts and analyses. Two things keep a coding out
 * of sight: a blind round that is open (its coders do not see what others do there), and the layer that is looked at.
 */
import type { Code, CodeId } from '#shared/domain/codebook/code.ts';
import type { Coding } from '#shared/domain/coding/coding.ts';
import type { CodingRound } from '#shared/domain/team/coding-round.ts';
import type { PersonId } from '#shared/domain/team/person.ts';

/** `agreed`: where a round was agreed on, its consensus instead of what its coders did. `coders`: what each did. */
export const codingLayers = ['agreed', 'coders'] as const;
export type CodingLayer = (typeof codingLayers)[number];

export type CodingSight = {
  /** Who looks; null sees through blind rounds, as the command line does. */
  readonly viewer: PersonId | null;
  readonly layer: CodingLayer;
};

/**
 * `in-sight` is what people see and what analyses count. `both-layers` still hides what a blind round hides: for
 * comparing, and for evidence that was cited before its round was agreed on. `everything` is for edits, which must
 * never leave behind what somebody cannot see.
 */
export type CodingScope = 'in-sight' | 'both-layers' | 'everything';

/** Decides for one viewer and layer. Made anew when rounds or the tree of codes change. */
export class CodingFilter {
  /** Nothing is ever out of sight. */
  readonly isClear: boolean;
  private readonly sight: CodingSight;
  private readonly rounds: readonly CodingRound[];
  private readonly parents: ReadonlyMap<CodeId, CodeId | null>;

  constructor(sight: CodingSight, rounds: readonly CodingRound[], codes: readonly Code[]) {
    this.sight = sight;
    this.rounds = rounds;
    this.parents = rounds.length > 0 ? new Map(codes.map(({ id, parent }) => [id, parent])) : new Map();
    this.isClear = rounds.length === 0;
  }

  shows(coding: Coding, scope: CodingScope): boolean {
    if (scope === 'everything' || this.isClear) return true;
    if (this.isBlind(coding)) return false;
    return scope === 'both-layers' || this.isCounted(coding);
  }

  /** The viewer codes in an open round that covers what somebody else did. */
  isBlind(coding: Coding): boolean {
    const { viewer } = this.sight;
    if (viewer === null || coding.coder === viewer) return false;
    return this.rounds.some(
      (round) => round.state === 'open' && round.coders[viewer] === true && this.covers(round, coding),
    );
  }

  private isCounted(coding: Coding): boolean {
    const { consensus = null } = coding;
    if (this.sight.layer === 'coders') return consensus === null;
    const agreed = this.rounds.filter(({ state }) => state === 'agreed');
    if (consensus !== null) return agreed.some(({ id }) => id === consensus);
    return !agreed.some((round) => round.coders[coding.coder] === true && this.covers(round, coding));
  }

  private covers(round: CodingRound, coding: Coding): boolean {
    return round.sources[coding.source] === true && coversCode(round, coding.code, this.parents);
  }
}

/** Whether a round is about a code: it names the code, one above it, or none at all. */
export function coversCode(
  round: Pick<CodingRound, 'codes'>,
  code: CodeId,
  parents: ReadonlyMap<CodeId, CodeId | null>,
): boolean {
  if (Object.keys(round.codes).length === 0) return true;
  const seen = new Set<CodeId>();
  for (let id: CodeId | null = code; id !== null && !seen.has(id); id = parents.get(id) ?? null) {
    if (round.codes[id] === true) return true;
    seen.add(id);
  }
  return false;
}
