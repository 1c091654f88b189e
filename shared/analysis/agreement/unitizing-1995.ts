/**
 * Krippendorff's first alpha for spans (1995, 2004), which the u-alpha family replaced: kept so that numbers of older
 * reports can be recomputed. Spans of one value; differences are squared lengths of what is not shared.
 */
import type { Measure } from '#shared/analysis/agreement/nominal-tally.ts';
import type { Span } from '#shared/analysis/agreement/spans.ts';

export type Unitizing1995 = { readonly observed: number; readonly expected: number; readonly alpha: Measure };

type Section = { readonly start: number; readonly end: number; readonly isSpan: boolean };

/** The spans of each coder are sorted and do not overlap. */
export function unitizingAlpha1995(length: number, spansOfCoders: readonly (readonly Span[])[]): Unitizing1995 {
  const coders = spansOfCoders.length;
  const sections = spansOfCoders.map((spans) => cutIntoSections(length, spans));
  let difference = 0;
  for (let one = 0; one < coders; one += 1) {
    for (let other = one + 1; other < coders; other += 1) {
      difference += 2 * compareSections(sections[one] ?? [], sections[other] ?? []);
    }
  }
  const observed = length === 0 ? 0 : difference / (coders * (coders - 1) * length * length);
  const expected = expectedDifference(length, coders, sections.flat());
  return { observed, expected, alpha: expected > 0 ? 1 - observed / expected : null };
}

function cutIntoSections(length: number, spans: readonly Span[]): readonly Section[] {
  const sections: Section[] = [];
  let place = 0;
  for (const { start, end } of spans) {
    if (start > place) sections.push({ start: place, end: start, isSpan: false });
    sections.push({ start, end, isSpan: true });
    place = end;
  }
  if (place < length) sections.push({ start: place, end: length, isSpan: false });
  return sections;
}

/** The sum over sections that meet, each pair of them once. */
function compareSections(ours: readonly Section[], theirs: readonly Section[]): number {
  let sum = 0;
  for (let i = 0, j = 0; i < ours.length && j < theirs.length;) {
    const a = ours[i] as Section;
    const b = theirs[j] as Section;
    if (a.isSpan && b.isSpan) sum += (a.start - b.start) ** 2 + (a.end - b.end) ** 2;
    else if (a.isSpan && isWithin(a, b)) sum += lengthOf(a) ** 2;
    else if (b.isSpan && isWithin(b, a)) sum += lengthOf(b) ** 2;
    if (a.end <= b.end) i += 1;
    if (b.end <= a.end) j += 1;
  }
  return sum;
}

function isWithin(inner: Section, outer: Section): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

function lengthOf({ start, end }: Section): number {
  return end - start;
}

function expectedDifference(length: number, coders: number, sections: readonly Section[]): number {
  const spans = sections.filter(({ isSpan }) => isSpan).map(lengthOf);
  const gaps = sections
    .filter(({ isSpan }) => !isSpan)
    .map(lengthOf)
    .sort((a, b) => b - a);
  // How much room the gaps give that are at least so long.
  const room: number[] = [0];
  for (const gap of gaps) room.push((room.at(-1) as number) + gap);
  let sum = 0;
  let within = 0;
  for (const span of spans) {
    let count = 0;
    for (let low = 0, high = gaps.length; low < high || ((count = low), false);) {
      const middle = (low + high) >>> 1;
      if ((gaps[middle] as number) >= span) low = middle + 1;
      else high = middle;
    }
    const placesInGaps = (room[count] as number) - count * (span - 1);
    sum += ((spans.length - 1) / 3) * (2 * span ** 3 - 3 * span ** 2 + span) + span ** 2 * placesInGaps;
    within += span * (span - 1);
  }
  const all = coders * length;
  const possible = all * (all - 1) - within;
  return possible <= 0 ? 0 : (2 / length) * (sum / possible);
}
