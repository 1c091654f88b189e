/** Excerpts that somebody wants to add to a finding, from whatever place; a dialog of the findings takes them up. */
import { create } from 'zustand';
import type { CodingId } from '#shared/domain/coding/coding.ts';

type FindingRequest = { readonly codings: readonly CodingId[] };

export const useFindingRequest = create<FindingRequest>(() => ({ codings: [] }));

/** Asks to which finding the excerpts are to be added. */
export function requestAddToFinding(codings: readonly CodingId[]): void {
  useFindingRequest.setState({ codings });
}

/** The excerpts were added, or are not to be. */
export function clearFindingRequest(): void {
  useFindingRequest.setState({ codings: [] });
}
