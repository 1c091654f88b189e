/** What a colleague's withdrawal erases here, once two copies have been united. */
import type { Project } from '#shared/domain/project/project.ts';
import { doomedWords } from '#shared/domain/consent/withdrawn-words.ts';
import type { DoomedTexts } from '#shared/formats/project-file/doomed-texts.ts';
import { cleanCopies, needsCleaning, type Copies } from '#renderer/data/erase-withdrawn.ts';

/**
 * After two copies were united: takes out of both what was withdrawn in either. True when something was done, so that
 * what is in memory has to be read anew.
 */
export async function cleanAfterUnion(
  copies: Copies,
  project: Project,
  hasMoved: boolean,
  doomed: DoomedTexts,
): Promise<boolean> {
  const withdrawals = project.all('withdrawal');
  if (withdrawals.length === 0) return false;
  if (!hasMoved && !(await needsCleaning(copies.database, withdrawals))) return false;
  // A disk that cannot be written now is cleaned at the next opening.
  return (await cleanCopies(copies, withdrawals, doomedWords(withdrawals, project.fold, doomed))).ok;
}
