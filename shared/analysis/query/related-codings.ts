/** Which codings of a source stand in a relation to codings with given codes. Never quadratic. */
import { NEAR_UNITS, type Relation } from '#shared/analysis/query/quote-query.ts';
import type { Coding } from '#shared/domain/coding/coding.ts';
import type { Segment } from '#shared/domain/source/source-content.ts';

/**
 * For each coding of one source, whether another one with one of `codes` stands so to it. A coding is never related to
 * itself. `segments` are those of the source's text.
 */
export function relatedIn(
  codings: readonly Coding[],
  relation: Relation,
  codes: ReadonlySet<string>,
  segments: readonly Segment[],
): (coding: Coding) => boolean {
  const targets = codings.filter(({ code }) => codes.has(code)).sort((a, b) => a.start - b.start);
  if (targets.length === 0) return () => false;
  switch (relation) {
    case 'same-source':
      return (coding) => targets.length > 1 || targets[0] !== coding;
    case 'overlaps':
      return reaching(targets, 0);
    case 'near':
      return reaching(targets, NEAR_UNITS);
    case 'followed-by':
      return followed(targets);
    case 'same-segment':
      return sharing(targets, segments);
  }
}

/** Overlapping once both are grown by `slack` at each end; ends that only meet do not overlap. */
function reaching(targets: readonly Coding[], slack: number): (coding: Coding) => boolean {
  // The two that reach furthest of all that start up to here: one of them may be the coding itself.
  const furthest: (readonly [Coding, Coding | null])[] = [];
  for (const target of targets) {
    const [first, second] = furthest.at(-1) ?? [null, null];
    if (!first) furthest.push([target, null]);
    else if (target.end > first.end) furthest.push([target, first]);
    else furthest.push([first, !second || target.end > second.end ? target : second]);
  }
  return (coding) => {
    const last = countBelow(targets, coding.end + slack) - 1;
    const [first, second] = furthest[last] ?? [null, null];
    const other = first === coding ? second : first;
    return other !== null && other !== undefined && other.end + slack > coding.start;
  };
}

function followed(targets: readonly Coding[]): (coding: Coding) => boolean {
  return (coding) => {
    const next = targets[countBelow(targets, coding.end)];
    return next !== undefined && next.start - coding.end <= NEAR_UNITS;
  };
}

/** Both touch one turn or answer. */
function sharing(targets: readonly Coding[], segments: readonly Segment[]): (coding: Coding) => boolean {
  const units = segments.filter(({ role }) => role === 'turn' || role === 'answer').sort((a, b) => a.start - b.start);
  const touched = (coding: Coding): readonly Segment[] => {
    const found: Segment[] = [];
    for (let place = Math.max(0, countBelow(units, coding.start + 1) - 1); place < units.length; place += 1) {
      const unit = units[place] as Segment;
      if (unit.start >= coding.end) break;
      if (unit.end > coding.start) found.push(unit);
    }
    return found;
  };
  const counts = new Map<Segment, number>();
  for (const target of targets) for (const unit of touched(target)) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  const isTarget = new Set(targets);
  return (coding) => {
    const own = isTarget.has(coding) ? 1 : 0;
    return touched(coding).some((unit) => (counts.get(unit) ?? 0) > own);
  };
}

/** How many start below a position; sorted by start. */
function countBelow(items: readonly { readonly start: number }[], position: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((items[middle] as { readonly start: number }).start < position) low = middle + 1;
    else high = middle;
  }
  return low;
}
