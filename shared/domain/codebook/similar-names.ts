/** Names that are nearly the same: a code typed twice with a slip is two codes, and its quotes are torn apart. */
import type { Code } from '#shared/domain/codebook/code.ts';
import { foldName } from '#shared/domain/codebook/codebook.ts';

/** Shorter names differ by a letter on purpose too often. */
const SHORTEST_WITH_SLIPS = 5;

/** Codes whose name or alias is the same as `name`, nearly the same, or the same words in another order. */
export function similarCodes(codes: readonly Code[], name: string, except: Code | null = null): readonly Code[] {
  const wanted = foldName(name);
  if (wanted === '') return [];
  return codes.filter(
    (code) =>
      code.id !== except?.id &&
      [code.name, ...Object.keys(code.aliases ?? {})].some((other) => isSimilar(wanted, foldName(other))),
  );
}

/** Both folded. */
function isSimilar(one: string, other: string): boolean {
  if (one === other) return true;
  if (stemsOf(one) === stemsOf(other)) return true;
  const shorter = Math.min(one.length, other.length);
  if (shorter < SHORTEST_WITH_SLIPS) return false;
  const allowed = shorter < 10 ? 1 : 2;
  return Math.abs(one.length - other.length) <= allowed && distance(one, other, allowed) <= allowed;
}

/** Words in one order, without plural endings (s, es) and joining signs. */
function stemsOf(name: string): string {
  return name
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .map((word) => (word.length > 4 ? word.replace(/e?s$/u, '') : word))
    .sort()
    .join(' ');
}

/** How many letters are to be typed anew, swapped, added or left out; more than `limit` counts as `limit` + 1. */
function distance(one: string, other: string, limit: number): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const isSame = one[i - 1] === other[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (isSame ? 0 : 1));
      const isSwapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      if (isSwapped) cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    if (Math.min(...row) > limit) return limit + 1;
    beforeLast = last;
    last = row;
  }
  return last[other.length] ?? limit + 1;
}
