/** Brings together what two people wrote into one text without knowing of each other, once their copies are united. */
import { settleRevisions, unsettledRevisions } from '#shared/domain/revision/settle-revisions.ts';
import type { ProjectSession } from '#renderer/data/session.ts';

/** Three people at once are brought together pair by pair; more rounds than people are never needed. */
const MOST_ROUNDS = 50;

/** Does it where the session may write; what cannot be brought together stays as it is. */
export async function settleTexts({
  project,
  contents,
  commit,
  person,
  lockedBy,
}: Pick<ProjectSession, 'project' | 'contents' | 'commit' | 'person' | 'lockedBy'>): Promise<void> {
  if (lockedBy) return;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    if (!project.all('source').some((source) => unsettledRevisions(project, source).length > 0)) return;
    const draft = await settleRevisions(project, contents, { person, at: new Date().toISOString() });
    if (!draft || !commit(draft)) return;
  }
}
