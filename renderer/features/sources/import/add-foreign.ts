/** Adds a project of another program or a codebook as one change, and tells what came in and what was lost. */
import type { Change } from '#shared/domain/change/change.ts';
import { planCodes } from '#shared/formats/codebook/plan-codes.ts';
import { planQdpx } from '#shared/formats/refi/plan-qdpx.ts';
import { randomBytes } from '#renderer/data/random.ts';
import type { ProjectSession } from '#renderer/data/session.ts';
import type { ForeignReport } from '#renderer/features/sources/import/import-batch.ts';
import type { ForeignFile } from '#renderer/workers/read-foreign.ts';

export type AddedForeign = { readonly change: Change | null; readonly report: ForeignReport };

/** Adds it; what is there already stays as it is, and then there may be nothing to change. */
export async function addForeign(
  session: ProjectSession,
  fileName: string,
  foreign: ForeignFile,
): Promise<AddedForeign> {
  const { project } = session;
  if (foreign.kind === 'codebook') {
    const { added, draft } = planCodes(project, foreign.codebook.codes, fileName, randomBytes);
    const change = added === 0 ? null : session.commit(draft);
    const { groupsLeftOut: count } = foreign.codebook;
    const losses = count === 0 ? [] : [{ code: 'code-groups' as const, count, names: [] }];
    return { change, report: { codes: added, codings: 0, sources: 0, losses } };
  }
  const plan = await planQdpx(project, foreign.project, {
    fileName,
    person: session.person,
    now: new Date().toISOString(),
    language: project.evaluation.language,
    addContent: (content) => session.contents.add(content),
    contentOf: (hash) => session.contents.load(hash),
  });
  const change = plan.draft.ops.length === 0 ? null : session.commit(plan.draft);
  const sources = plan.sources.filter(({ isNew }) => isNew).length;
  const { codes, codings, losses } = plan;
  return { change, report: { codes: codes.added, codings: codings.added, sources, losses } };
}
