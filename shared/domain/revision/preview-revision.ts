/** What an edit of a text would do to the codings in it, to be shown before it is made. Pure. */
import type { Coding } from '#shared/domain/coding/coding.ts';
import { mapExtent, replacementsOf, type Stretch } from '#shared/domain/revision/sections.ts';
import type { Sections } from '#shared/domain/revision/text-revision.ts';

export type TouchedCoding = {
  readonly coding: Coding;
  /** Where it will be; null where nothing of it is left. */
  readonly after: Stretch | null;
};

export type RevisionPreview = {
  /** Codings whose words stay as they are, at another place. */
  readonly moved: number;
  readonly changed: readonly TouchedCoding[];
  readonly lost: readonly TouchedCoding[];
};

/** Counts and names them; `codings` are those of the text as it is now. */
export function previewRevision(codings: readonly Coding[], sections: Sections): RevisionPreview {
  const replacements = replacementsOf(sections);
  const changed: TouchedCoding[] = [];
  const lost: TouchedCoding[] = [];
  let moved = 0;
  for (const coding of codings) {
    const after = mapExtent(replacements, coding);
    if (!after) lost.push({ coding, after });
    else if (after.isTouched) changed.push({ coding, after });
    else if (after.start !== coding.start) moved += 1;
  }
  return { moved, changed, lost };
}
