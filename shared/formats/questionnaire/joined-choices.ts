/** Recognises cells that hold several choices of one question: `Radio, Newspaper` or `piped;borehole`. */
import { answerSeparators, splitOutsideBrackets } from '#shared/domain/source/joined-answers.ts';
import type { ColumnProfile } from '#shared/formats/questionnaire/column-profile.ts';

/** True when splitting the cells gives few parts that come again and again in other company. */
export function looksJoined(profile: ColumnProfile, allowsSeveral: boolean): boolean {
  if (profile.answered === 0 || profile.numeric > 0.5 || profile.meanWords > 60) return false;
  return answerSeparators.some((separator) => isJoinedBy(profile, separator, allowsSeveral));
}

function isJoinedBy({ answered, counts }: ColumnProfile, separator: string, allowsSeveral: boolean): boolean {
  const parts = new Map<string, number>();
  let joined = 0;
  let joinedValues = 0;
  let all = 0;
  for (const [answer, count] of counts) {
    if (!answer.includes(separator)) {
      parts.set(answer, (parts.get(answer) ?? 0) + count);
      all += count;
      continue;
    }
    const split = splitOutsideBrackets(answer, separator);
    if (split.length > 1) joined += count;
    if (split.length > 1) joinedValues += 1;
    for (const part of split) parts.set(part, (parts.get(part) ?? 0) + count);
    all += count * split.length;
  }
  if (joinedValues < 2 || joined < answered * (allowsSeveral ? 0.02 : 0.1)) return false;
  if (allowsSeveral) return true;
  let often = 0;
  let known = 0;
  for (const count of parts.values()) {
    if (count < Math.max(3, answered * 0.005)) continue;
    often += 1;
    known += count;
  }
  // A single choice with a comma in its words gives at least as many parts as there are choices.
  return known >= all * 0.8 && counts.size > often * 1.2;
}
