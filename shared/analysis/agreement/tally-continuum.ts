/** Counts the spans of several coders on one text for the u-alpha family, block by block. */
import { walkSpans, type Span } from '#shared/analysis/agreement/spans.ts';
import { GAP, UnitizingTally } from '#shared/analysis/agreement/unitizing-tally.ts';

/**
 * Adds a text to tallies, one for each block of it: `cuts` are where blocks but the first begin. The spans of each
 * coder are sorted and do not overlap; a span counts in the block in which it ends.
 */
export function addContinuum(
  tallies: readonly UnitizingTally[],
  length: number,
  spansOfCoders: readonly (readonly Span[])[],
  cuts: ArrayLike<number>,
): void {
  const raters = spansOfCoders.length;
  /** How much of the span in which each coder stands lies under the spans of each other. */
  const overlaps = spansOfCoders.map(() => Array<number>(raters).fill(0));
  let block = 0;
  walkSpans(length, spansOfCoders, cuts, (start, end, held) => {
    while (block < cuts.length && (cuts[block] as number) <= start) block += 1;
    const tally = tallies[block] as UnitizingTally;
    tally.addStretch(
      held.map((span) => span?.value ?? GAP),
      end - start,
    );
    held.forEach((span, coder) => {
      if (!span) return;
      const own = overlaps[coder] as number[];
      for (let other = 0; other < raters; other += 1) {
        if (other !== coder && held[other]) own[other] = (own[other] as number) + end - start;
      }
      if (span.end !== end) return;
      tally.addSpan(span.value, span.end - span.start, own, raters);
      own.fill(0);
    });
  });
}

/** One text in one piece. */
export function tallyContinuum(
  length: number,
  spansOfCoders: readonly (readonly Span[])[],
  values: number,
): UnitizingTally {
  const tally = new UnitizingTally(values);
  addContinuum([tally], length, spansOfCoders, []);
  return tally;
}
