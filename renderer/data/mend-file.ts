/** Damage found on opening: what is mended by itself, what needs a person's word, and what is told afterwards. */
import { fail, succeed, type Result } from '#shared/basics/result.ts';
import type { Bridge, DiskFailure, ProjectFileHandle } from '#shared/bridge/requests.ts';
import type { SequenceSet } from '#shared/domain/change/sequence-set.ts';
import type { Project } from '#shared/domain/project/project.ts';
import type { FrameProblem } from '#shared/formats/project-file/frame.ts';
import type { ProjectFile } from '#shared/formats/project-file/project-file.ts';
import { fileAccess } from '#renderer/data/file-access.ts';
import type { ProjectDatabase } from '#renderer/data/project-database.ts';
import type { OpenFailure, OpenReport } from '#renderer/data/session.ts';

/**
 * A torn end is the rest of a write that was never confirmed: it is cut off later, by itself. Other damage is mended when this machine
 * has a copy of its own to fill the gaps from, or when the user says so; the damaged file is kept under another name.
 */
export async function mendFile(
  bridge: Bridge,
  file: ProjectFile<DiskFailure>,
  database: ProjectDatabase,
  handle: ProjectFileHandle,
  isAccepted: boolean,
): Promise<Result<null, OpenFailure>> {
  // A frame of a kind that we do not know is somebody's work, not damage; rewriting would lose it.
  const problems = file.problems.filter(({ kind }) => kind !== 'unknown-kind');
  const isOnlyTorn = problems.every(({ kind }) => kind === 'torn');
  if (isOnlyTorn || handle.lockedBy) return succeed(null);
  const hasOwnCopy = (await database.list()).length > 0;
  if (!hasOwnCopy && !isAccepted) return fail({ code: 'damaged', name: handle.name });
  const aside = await bridge.ask('project.setAside', { token: handle.token });
  if (!aside.ok) return aside;
  const written = await file.rewrite({}, fileAccess(bridge, handle).recreate);
  return written.ok ? succeed(null) : fail(written.failure);
}

/** What there is to tell; null when there is nothing. */
export function reportOpening(
  problems: readonly FrameProblem[],
  project: Project,
  found: Pick<OpenReport, 'restoredToFile' | 'unreadable' | 'wasRebuilt'>,
): OpenReport | null {
  if (problems.length === 0 && found.unreadable === 0 && !found.wasRebuilt) return null;
  return {
    ...found,
    tornBytes: problems.filter(({ kind }) => kind === 'torn').reduce((sum, { lengthBytes }) => sum + lengthBytes, 0),
    damaged: problems.filter(({ kind }) => kind !== 'torn').map(({ frame, lengthBytes }) => ({ frame, lengthBytes })),
    missingChanges: [...project.fold.known.values()].reduce((sum, set) => sum + countHoles(set), 0),
  };
}

/** Numbers of changes are given without gaps, so a gap is a change that was lost. */
function countHoles(set: SequenceSet): number {
  let next = 1;
  let holes = 0;
  for (const [from, to] of set) {
    holes += from - next;
    next = to + 1;
  }
  return holes;
}
