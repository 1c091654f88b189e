/** How places in one text are found again in the next, from the lengths of what was kept and replaced. Pure. */
import type { Sections } from '#shared/domain/revision/text-revision.ts';

/** UTF-16 code units, end exclusive. */
export type Stretch = { readonly start: number; readonly end: number };

/** One replaced stretch: `from`-`to` of the old text became `newFrom`-`newTo` of the new. */
export type Replacement = {
  readonly from: number;
  readonly to: number;
  readonly newFrom: number;
  readonly newTo: number;
};

/** `null`: nothing of it is left. `isTouched`: something in it was replaced, taken away or put in. */
export type MappedExtent = (Stretch & { readonly isTouched: boolean }) | null;

/** The replaced stretches in order; no two touch. */
export function replacementsOf(sections: Sections): readonly Replacement[] {
  const replacements: Replacement[] = [];
  let old = 0;
  let next = 0;
  for (let index = 0; index + 1 < sections.length; index += 2) {
    const length = sections[index] as number;
    const inserted = sections[index + 1] as number;
    if (inserted < 0) next += length;
    else {
      const last = replacements.at(-1);
      // Taking away and putting in at one place is one replacement.
      const isJoined = last !== undefined && last.to === old;
      if (isJoined) replacements.pop();
      const { from, newFrom } = isJoined ? last : { from: old, newFrom: next };
      replacements.push({ from, to: old + length, newFrom, newTo: next + inserted });
      next += inserted;
    }
    old += length;
  }
  return replacements;
}

/** How long the old and the new text are. */
export function lengthsOf(sections: Sections): { readonly before: number; readonly after: number } {
  let before = 0;
  let after = 0;
  for (let index = 0; index + 1 < sections.length; index += 2) {
    const length = sections[index] as number;
    const inserted = sections[index + 1] as number;
    before += length;
    after += inserted < 0 ? length : inserted;
  }
  return { before, after };
}

/** The way back. */
export function invertSections(sections: Sections): Sections {
  const inverted: number[] = [];
  for (let index = 0; index + 1 < sections.length; index += 2) {
    const length = sections[index] as number;
    const inserted = sections[index + 1] as number;
    if (inserted < 0) inverted.push(length, -1);
    else inverted.push(inserted, length);
  }
  return inverted;
}

/**
 * Where a stretch is after an edit. What is put in at its ends stays outside; a replacement that reaches over an end is
 * taken in whole, so that no word of it is lost.
 */
export function mapExtent(replacements: readonly Replacement[], extent: Stretch): MappedExtent {
  let { start, end } = extent;
  let isTouched = false;
  // Of what ends before the stretch only the last counts: it carries the sum of all before it.
  for (let place = lastEndingBy(replacements, extent.start); place < replacements.length; place += 1) {
    const { from, to, newFrom, newTo } = replacements[place] as Replacement;
    if (from >= extent.end) break;
    const isInsertion = from === to;
    if (to <= extent.start) start = newTo + (extent.start - to);
    else if (from <= extent.start && !isInsertion) start = newFrom;
    if (to > extent.start && (!isInsertion || from > extent.start)) isTouched = true;
    end = to >= extent.end && !isInsertion ? newTo : newTo + (extent.end - to);
  }
  return start < end ? { start, end, isTouched } : null;
}

/** Place of the last replacement that ends at or before `position`, or of the first one. */
function lastEndingBy(replacements: readonly Replacement[], position: number): number {
  let low = 0;
  let high = replacements.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((replacements[middle] as Replacement).to <= position) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}
