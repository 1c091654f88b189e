/** What a deliverable leaves out because somebody has not agreed, counted with the reason and never silently. */
import type { Coding } from '#shared/domain/coding/coding.ts';
import { heldBackReasons, type HeldBackReason } from '#shared/domain/consent/effective-consent.ts';
import { excerptReader, labelExcerpt } from '#shared/formats/deliverable/excerpts.ts';
import type { ExportRemark } from '#shared/formats/deliverable/exported-file.ts';
import type { MaterialIndex } from '#shared/formats/deliverable/material.ts';

/** Excerpts of one source and speaker that were left out. Code names, never words. */
export type LeftOut = { readonly from: string; readonly reason: HeldBackReason; readonly excerpts: number };

export type ConsentedCodings = {
  readonly kept: readonly Coding[];
  readonly heldBack: ReadonlyMap<Coding['id'], HeldBackReason>;
  readonly leftOut: readonly LeftOut[];
};

/** Tells codings whose words may go out from those that may not. */
export function sortByConsent(index: MaterialIndex, codings: readonly Coding[]): ConsentedCodings {
  const read = excerptReader(index);
  const kept: Coding[] = [];
  const heldBack = new Map<Coding['id'], HeldBackReason>();
  const counts = new Map<string, LeftOut>();
  for (const coding of codings) {
    const excerpt = read(coding);
    const reason = excerpt.heldBack;
    if (reason === null) {
      kept.push(coding);
      continue;
    }
    heldBack.set(coding.id, reason);
    const from = labelExcerpt(excerpt);
    const known = counts.get(`${reason} ${from}`);
    counts.set(`${reason} ${from}`, { from, reason, excerpts: (known?.excerpts ?? 0) + 1 });
  }
  return { kept, heldBack, leftOut: [...counts.values()] };
}

/** One remark per reason, the gravest first. */
export function leftOutRemarks(leftOut: readonly LeftOut[]): readonly ExportRemark[] {
  return heldBackReasons.flatMap((reason): ExportRemark[] => {
    const count = leftOut.reduce((sum, item) => sum + (item.reason === reason ? item.excerpts : 0), 0);
    return count === 0 ? [] : [{ code: `left-out-${reason}`, values: { count } }];
  });
}
