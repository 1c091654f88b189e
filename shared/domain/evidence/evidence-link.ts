/** A link from a finding to a coding, with what the coding was when it was linked, so that later edits show. */
import * as z from 'zod';
import type { PlaceInTextOf } from '#shared/domain/project/anchor-placer.ts';
import type { ContentHash } from '#shared/domain/source/source-content.ts';
import type { Coding } from '#shared/domain/coding/coding.ts';

/** What the linked coding said at the moment it was last looked at. */
export type EvidenceLink = {
  readonly start: number;
  readonly end: number;
  readonly revision: string;
  readonly code: string;
  readonly direction: string;
};

export const evidenceLinkSchema = z.object({
  start: z.number(),
  end: z.number(),
  revision: z.string(),
  code: z.string(),
  direction: z.string(),
});

/** Why a piece of evidence needs another look. */
export type EvidenceFlag =
  /** Who said it withdrew, and the words were removed for good. */
  'withdrawn' | 'removed' | 'extent-changed' | 'text-changed' | 'code-changed' | 'direction-changed';

/** Takes down what a coding is now. */
export function linkEvidence(coding: Coding): EvidenceLink {
  return {
    start: coding.start,
    end: coding.end,
    revision: coding.revision,
    code: coding.code,
    direction: coding.direction,
  };
}

/**
 * Compares a link with the coding as it is now; no flags mean that nothing has changed. `withdrawn` are the texts that
 * were removed for good; `placeInText` follows the edits of a text, so that only those which touched the words are flags.
 */
export function flagEvidence(
  link: EvidenceLink,
  coding: Coding | undefined,
  withdrawn?: ReadonlySet<string>,
  placeInText?: PlaceInTextOf,
): readonly EvidenceFlag[] {
  if (!coding) return [withdrawn?.has(link.revision) ? 'withdrawn' : 'removed'];
  const flags: EvidenceFlag[] = [];
  const then = { revision: link.revision as ContentHash, start: link.start, end: link.end };
  const { place, fate } = placeInText?.(coding.source, then) ?? { place: then, fate: null };
  if (fate || coding.revision !== place.revision) flags.push('text-changed');
  else if (coding.start !== place.start || coding.end !== place.end) flags.push('extent-changed');
  if (coding.code !== link.code) flags.push('code-changed');
  if (coding.direction !== link.direction) flags.push('direction-changed');
  return flags;
}
