/** A code: an entry in the codebook tree. Criteria are its roots; any code can hold quotes and children. */
import * as z from 'zod';
import type { Id } from '#shared/basics/ids.ts';
import { criterionMarks, type CriterionMark } from '#shared/domain/evaluation/criterion.ts';

export type CodeId = Id<'code'>;

export type Code = {
  readonly id: CodeId;
  readonly name: string;
  readonly parent: CodeId | null;
  /** Set on the roots that are criteria: one of the nine, a further one, or the team's own. */
  readonly criterion: CriterionMark | null;
  /** Shortcut key 1-9, '' for none. */
  readonly key: string;
  /** Hex colour; '' takes a shade of the parent's. */
  readonly color: string;
  readonly definition: string;
  /** What belongs under it, in the team's words. Codes from before these fields existed lack them. */
  readonly include?: string | null;
  /** What looks like it and belongs elsewhere. */
  readonly exclude?: string | null;
  /** A passage that shows what is meant. */
  readonly example?: string | null;
  /** Other names by which the code is found. */
  readonly aliases?: Readonly<Record<string, true>>;
  readonly hidden: boolean;
  /** Place among its siblings. */
  readonly order: number;
};

export const codeSchema = z.object({
  name: z.string().min(1).max(300),
  parent: z.string().nullable(),
  criterion: z.enum(criterionMarks).nullable(),
  key: z.string().max(1),
  color: z.string(),
  definition: z.string(),
  include: z.string().max(20_000).nullable(),
  exclude: z.string().max(20_000).nullable(),
  example: z.string().max(20_000).nullable(),
  aliases: z.record(z.string(), z.literal(true)),
  hidden: z.boolean(),
  order: z.number(),
});
