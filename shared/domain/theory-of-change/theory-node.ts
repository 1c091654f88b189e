/** A box of the theory of change: what is done, what it yields, what changes, and what that is for. */
import * as z from 'zod';
import type { Id } from '#shared/basics/ids.ts';

export type TheoryNodeId = Id<'theory-node'>;

/** From left to right. */
export const theoryLevels = ['activity', 'output', 'outcome', 'impact'] as const;
export type TheoryLevel = (typeof theoryLevels)[number];

export type TheoryNode = {
  readonly id: TheoryNodeId;
  readonly level: TheoryLevel;
  readonly text: string;
  readonly indicator: string;
  readonly order: number;
};

export const theoryNodeSchema = z.object({
  level: z.enum(theoryLevels),
  text: z.string(),
  indicator: z.string(),
  order: z.number(),
});
