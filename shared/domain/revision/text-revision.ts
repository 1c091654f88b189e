/**
 * A revision: that a source's text became another, and how. It holds no words, only lengths: the words stand in the two
 * contents, so that erasing these leaves nothing of them in the log.
 */
import * as z from 'zod';
import type { Id } from '#shared/basics/ids.ts';
import type { ContentHash } from '#shared/domain/source/source-content.ts';
import type { SourceId } from '#shared/domain/source/source.ts';
import type { PersonId } from '#shared/domain/team/person.ts';

export type TextRevisionId = Id<'revision'>;

/**
 * Corrected by hand, replaced everywhere, gone back to an earlier text, two people's edits brought together, words
 * blacked out when somebody withdrew, or answers of a further wave added.
 */
export const revisionCauses = ['edit', 'replace', 'go-back', 'unite', 'withdraw', 'wave'] as const;
export type RevisionCause = (typeof revisionCauses)[number];

/**
 * How one text became another, as pairs of numbers: so many code units of the old text, and -1 where they stay, else by
 * how many of the new they are replaced. The shape of `ChangeDesc.toJSON()` of CodeMirror.
 */
export type Sections = readonly number[];

export type TextRevision = {
  readonly id: TextRevisionId;
  readonly source: SourceId;
  readonly from: ContentHash;
  readonly to: ContentHash;
  readonly sections: Sections;
  readonly cause: RevisionCause;
  readonly by: PersonId;
  /** ISO time, for people to read. */
  readonly at: string;
};

export const textRevisionSchema = z.object({
  source: z.string(),
  from: z.string(),
  to: z.string(),
  sections: z.array(z.number().int()),
  cause: z.enum(revisionCauses),
  by: z.string(),
  at: z.string(),
});
