/** Dismissing a gap with a reason, and taking that back. */
import type { Draft } from '#shared/domain/change/change.ts';
import { removeOperation, setOperation } from '#shared/domain/change/fields.ts';
import { gapDismissalId, type GapDismissal } from '#shared/domain/gaps/gap-dismissal.ts';

/** Takes a gap out of the list; a reason is required. */
export function dismissGap(input: Omit<GapDismissal, 'id'>): Draft {
  return {
    label: { key: 'dismiss-gap', values: {} },
    ops: [setOperation('gap-dismissal', gapDismissalId(input.gap, input.subject), input)],
  };
}

/** Puts a dismissed gap back in the list. */
export function recallGap(gap: string, subject: string): Draft {
  return {
    label: { key: 'recall-gap', values: {} },
    ops: [removeOperation('gap-dismissal', gapDismissalId(gap, subject))],
  };
}
