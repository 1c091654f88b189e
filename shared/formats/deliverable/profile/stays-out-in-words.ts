/** What stays out of a deliverable, said in words: one line per reason. */
import type { StaysOut } from '#shared/formats/deliverable/deliverable-order.ts';
import { leftOutReasons, withheldThings } from '#shared/formats/deliverable/profile/export-profile.ts';
import type { Words } from '#shared/formats/deliverable/words.ts';

/** The lines, excerpts first, the gravest reason first. */
export function staysOutInWords({ leftOut, withheld }: StaysOut, words: Words): readonly string[] {
  const excerpts = leftOutReasons.flatMap((reason) => {
    const count = leftOut.reduce((sum, item) => sum + (item.reason === reason ? item.excerpts : 0), 0);
    return count === 0 ? [] : [words(`remark.left-out-${reason}`, { count })];
  });
  const others = withheldThings.flatMap((thing) => {
    const count = withheld.find((item) => item.thing === thing)?.count ?? 0;
    return count === 0 ? [] : [words(`withheld.${thing}`, { count })];
  });
  return [...excerpts, ...others];
}
