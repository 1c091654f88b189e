/** A memo on a coding: the smallest edit that shows. */
import type { Draft } from '#shared/domain/change/change.ts';
import { writeMemo } from '#shared/domain/coding/coding-edits.ts';
import type { CodingId } from '#shared/domain/coding/coding.ts';
import type { ProjectSession } from '#renderer/data/session.ts';

export function setCodingMemo(session: ProjectSession, coding: CodingId, memo: string): Draft {
  const found = session.project.get('coding', coding);
  if (!found) throw new Error('The coding is gone.');
  return writeMemo(found, memo);
}
