/** Spans of text that coders marked, and walking through them from one end of the text to the other. */

/** UTF-16 code units, end exclusive. `value` is a number from 1; the gap between spans is 0. */
export type Span = { readonly start: number; readonly end: number; readonly value: number };

/** Makes one span of those that overlap, giving all the same value. Those that only touch stay apart. */
export function joinOverlapping(spans: readonly Span[], value: number): readonly Span[] {
  const joined: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = joined.at(-1);
    if (last && span.start < last.end) {
      if (span.end > last.end) joined[joined.length - 1] = { ...last, end: span.end };
    } else joined.push({ start: span.start, end: span.end, value });
  }
  return joined;
}

/** Joins overlapping spans of one value; null when spans of two values overlap. Sorted by start. */
export function joinByValue(spans: readonly Span[]): readonly Span[] | null {
  const byValue = new Map<number, Span[]>();
  for (const span of spans) {
    const list = byValue.get(span.value);
    if (list) list.push(span);
    else byValue.set(span.value, [span]);
  }
  const all = [...byValue].flatMap(([value, own]) => joinOverlapping(own, value)).sort((a, b) => a.start - b.start);
  return all.every((span, place) => place === 0 || (all[place - 1] as Span).end <= span.start) ? all : null;
}

/** What is told of each stretch in which nothing changes: the span of each coder, or null in a gap. */
export type StretchVisitor = (start: number, end: number, held: readonly (Span | null)[]) => void;

/**
 * Walks from 0 to `length` through the spans of each coder, which are sorted and do not overlap, and stops at the
 * given cuts, too. Takes as long as there are spans and cuts, however long the text.
 */
export function walkSpans(
  length: number,
  spansOfCoders: readonly (readonly Span[])[],
  cuts: ArrayLike<number>,
  visit: StretchVisitor,
): void {
  const next = spansOfCoders.map(() => 0);
  const held: (Span | null)[] = spansOfCoders.map(() => null);
  let cut = 0;
  for (let place = 0; place < length;) {
    let end = length;
    while (cut < cuts.length && (cuts[cut] as number) <= place) cut += 1;
    if (cut < cuts.length) end = Math.min(end, cuts[cut] as number);
    for (let coder = 0; coder < held.length; coder += 1) {
      const spans = spansOfCoders[coder] as readonly Span[];
      const current = held[coder];
      if (current && current.end <= place) held[coder] = null;
      const coming = spans[next[coder] as number];
      if (!held[coder] && coming && coming.start <= place) {
        held[coder] = coming;
        next[coder] = (next[coder] as number) + 1;
      }
      const now = held[coder];
      if (now) end = Math.min(end, now.end);
      else if (coming) end = Math.min(end, coming.start);
    }
    visit(place, end, held);
    place = end;
  }
}
