/** What a deliverable leaves out because somebody has not agreed, counted with the reason and never silently. */
import type { Coding } from '#shared/domain/coding/coding.ts';
import { excerptReader } from '#shared/formats/deliverable/excerpts.ts';
import type { ExportRemark } from '#shared/formats/deliverable/exported-file.ts';
import type { MaterialIndex } from '#shared/formats/deliverable/material.ts';
import {
  leftOutReasons,
  type LeftOut,
  type LeftOutReason,
} from '#shared/formats/deliverable/profile/export-profile.ts';

export type ConsentedCodings = {
  readonly kept: readonly Coding[];
  readonly heldBack: ReadonlyMap<Coding['id'], LeftOutReason>;
  readonly leftOut: readonly LeftOut[];
};

/** Tells codings whose words may go out from those that may not. */
export function sortByConsent(index: MaterialIndex, codings: readonly Coding[]): ConsentedCodings {
  const read = excerptReader(index);
  const kept: Coding[] = [];
  const heldBack = new Map<Coding['id'], LeftOutReason>();
  const counts = new Map<string, LeftOut>();
  for (const coding of codings) {
    const excerpt = read(coding);
    const reason = excerpt.heldBack;
    if (reason === null) {
      kept.push(coding);
      continue;
    }
    heldBack.set(coding.id, reason);
    const from = index.material.heldBack?.get(coding.id)?.from ?? excerpt.label;
    const known = counts.get(`${reason} ${from}`);
    counts.set(`${reason} ${from}`, { from, reason, excerpts: (known?.excerpts ?? 0) + 1 });
  }
  return { kept, heldBack, leftOut: [...counts.values()] };
}

/** One remark per reason, the gravest first. */
export function leftOutRemarks(leftOut: readonly LeftOut[]): readonly ExportRemark[] {
  return leftOutReasons.flatMap((reason): ExportRemark[] => {
    const count = leftOut.reduce((sum, item) => sum + (item.reason === reason ? item.excerpts : 0), 0);
    return count === 0 ? [] : [{ code: `left-out-${reason}`, values: { count } }];
  });
}
