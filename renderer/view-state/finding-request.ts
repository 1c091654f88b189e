/** Evidence that somebody wants to add to a finding, from whatever place; a dialog of the findings takes it up. */
import { create } from 'zustand';
import type { CodingId } from '#shared/domain/coding/coding.ts';
import type { StatisticId } from '#shared/domain/evidence/statistic.ts';

type FindingRequest = { readonly codings: readonly CodingId[]; readonly statistic: StatisticId | null };

const NOTHING: FindingRequest = { codings: [], statistic: null };

export const useFindingRequest = create<FindingRequest>(() => NOTHING);

/** Asks to which finding the excerpts are to be added. */
export function requestAddToFinding(codings: readonly CodingId[]): void {
  useFindingRequest.setState({ codings, statistic: null });
}

/** Asks to which finding a survey result is to be added. */
export function requestStatisticForFinding(statistic: StatisticId): void {
  useFindingRequest.setState({ codings: [], statistic });
}

/** The evidence was added, or is not to be. */
export function clearFindingRequest(): void {
  useFindingRequest.setState(NOTHING);
}
