/** A coding: a stretch of a source's text with a code, a direction, a coder and a memo. */
import * as z from 'zod';
import type { Id } from '#shared/basics/ids.ts';
import type { CodeId } from '#shared/domain/codebook/code.ts';
import type { InterventionId } from '#shared/domain/evaluation/intervention.ts';
import type { ContentHash } from '#shared/domain/source/source-content.ts';
import type { SourceId } from '#shared/domain/source/source.ts';
import type { CodingRoundId } from '#shared/domain/team/coding-round.ts';
import type { PersonId } from '#shared/domain/team/person.ts';

export type CodingId = Id<'coding'>;

export const directions = ['supports', 'contradicts', 'mixed', 'neutral'] as const;
export type Direction = (typeof directions)[number];

/** Colour never carries meaning alone: each direction has its own shape. */
export const directionGlyphs: Readonly<Record<Direction, string>> = {
  supports: '▲',
  contradicts: '▼',
  mixed: '◆',
  neutral: '●',
};

export type Coding = {
  readonly id: CodingId;
  readonly source: SourceId;
  /** The revision of the text that the offsets count in. */
  readonly revision: ContentHash;
  /** UTF-16 code units, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly code: CodeId;
  readonly direction: Direction;
  readonly coder: PersonId;
  readonly memo: string;
  /** Worth finding again. Codings from before the field existed lack it. */
  readonly starred?: boolean | null;
  /** ISO time, for people to read. */
  readonly codedAt: string;
  /** Interventions that the excerpt is about, when not all that its speaker or source concerns. */
  readonly interventions?: Readonly<Record<InterventionId, true>>;
  /** GUID of the selection that it belonged to in another program, which may hold several codings. */
  readonly selection?: string | null;
  /** Agreed on in this round: part of its consensus layer, not of what its coder did. */
  readonly consensus?: CodingRoundId | null;
};

export const codingSchema = z.object({
  source: z.string(),
  revision: z.string(),
  start: z.number().int().nonnegative(),
  end: z.number().int().positive(),
  code: z.string(),
  direction: z.enum(directions),
  coder: z.string(),
  memo: z.string(),
  starred: z.boolean().nullable(),
  codedAt: z.string(),
  interventions: z.record(z.string(), z.literal(true)),
  selection: z.string().nullable(),
  consensus: z.string().nullable(),
});
