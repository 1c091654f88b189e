/**
 * Rivals: values of one field that were written without knowing of the value that won. They stay beside it, the same
 * in every copy, until somebody who knew of them writes the field again: that is a decision.
 */
import type { Json } from '#shared/basics/json.ts';
import { hasSeen, type ChangeHead } from '#shared/domain/change/change.ts';

export type FieldWrite = { readonly value: Json; readonly head: ChangeHead };
export type Rivals = readonly FieldWrite[];

/** The rivals of a field after one more write of it, in whatever order writes arrive. */
export function nextRivals(
  rivals: Rivals = [],
  {
    standing,
    arriving,
    wins,
  }: {
    /** What stood in the field until now. */
    readonly standing: FieldWrite;
    readonly arriving: FieldWrite;
    readonly wins: boolean;
  },
): Rivals {
  const { head } = arriving;
  // Somebody who knew of it has written since: it came late and is no rival any more.
  if (hasSeen(standing.head, head) || rivals.some((rival) => hasSeen(rival.head, head))) return rivals;
  const left = rivals.filter((rival) => !hasSeen(head, rival.head));
  if (!wins) return [...left, arriving];
  return hasSeen(head, standing.head) ? left : [...left, standing];
}
