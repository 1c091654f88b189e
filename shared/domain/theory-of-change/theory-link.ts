/** A link of the theory of change: why one thing should lead to another, and what the evidence says of it. */
import * as z from 'zod';
import type { Id } from '#shared/basics/ids.ts';
import type { CodingId } from '#shared/domain/coding/coding.ts';
import type { TheoryNodeId } from '#shared/domain/theory-of-change/theory-node.ts';

export type TheoryLinkId = Id<'theory-link'>;

/** What an excerpt says of a link. */
export const evidenceRoles = ['supports', 'weakens', 'rival', 'context'] as const;
export type EvidenceRole = (typeof evidenceRoles)[number];

/**
 * An account tells what happened and how; an opinion says what somebody thinks of the contribution. Opinions are not
 * central to a claim of contribution (Mayne 2019), so both are told apart.
 */
export const testimonies = ['account', 'opinion'] as const;
export type Testimony = (typeof testimonies)[number];

export type LinkEvidence = { readonly role: EvidenceRole; readonly testimony: Testimony };

export const linkStrengths = ['strong', 'moderate', 'weak', 'untested'] as const;
export type LinkStrength = (typeof linkStrengths)[number];

export type TheoryLink = {
  readonly id: TheoryLinkId;
  readonly from: TheoryNodeId;
  readonly to: TheoryNodeId;
  /** How the one is thought to bring about the other. */
  readonly mechanism: string;
  /** What can be claimed after the evidence was looked at. */
  readonly claim: string;
  /** Decided by a person; null until then. */
  readonly strength: LinkStrength | null;
  readonly strengthReason: string;
  readonly order: number;
  readonly evidence: Readonly<Record<CodingId, LinkEvidence>>;
};

export const theoryLinkSchema = z.object({
  from: z.string(),
  to: z.string(),
  mechanism: z.string(),
  claim: z.string(),
  strength: z.enum(linkStrengths).nullable(),
  strengthReason: z.string(),
  order: z.number(),
  evidence: z.record(z.string(), z.object({ role: z.enum(evidenceRoles), testimony: z.enum(testimonies) })),
});
