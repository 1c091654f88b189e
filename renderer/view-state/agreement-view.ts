/** How agreement is looked at: whom it compares, on what, in which sources, and the code in hand. */
import { create } from 'zustand';
import type { AgreementUnit } from '#shared/analysis/agreement/text-units.ts';
import type { CodeId } from '#shared/domain/codebook/code.ts';
import type { SourceId } from '#shared/domain/source/source.ts';
import type { PersonId } from '#shared/domain/team/person.ts';

export type AgreementView = {
  /** Null: all who coded a source that another coded, too. */
  readonly coders: readonly PersonId[] | null;
  readonly unit: AgreementUnit;
  /** Null: all codes. */
  readonly codes: readonly CodeId[] | null;
  /** Null: sources that at least two of the coders coded; named ones count as read by all. */
  readonly sources: readonly SourceId[] | null;
  /** A code, `overall`, or null while nothing is in hand. */
  readonly selected: CodeId | 'overall' | null;
};

const START: AgreementView = { coders: null, unit: 'character', codes: null, sources: null, selected: null };

export const useAgreementView = create<AgreementView>(() => START);

/** Changes what is compared, or what is in hand. */
export function lookAtAgreement(change: Partial<AgreementView>): void {
  useAgreementView.setState(change);
}

/** Forgets everything, such as when another evaluation is opened. */
export function resetAgreementView(): void {
  useAgreementView.setState(START, true);
}
