/** One round: have a backup made when it is due, read it back, and learn how things stand. */
import type { BackupOccasion } from '#shared/bridge/requests.ts';
import { hostBridge } from '#renderer/bridge/bridge.ts';
import type { ProjectSession } from '#renderer/data/session.ts';
import { useBackupState } from '#renderer/view-state/backup-state.ts';

/** How often the window asks; the host decides whether one is due. */
export const ROUND_MILLISECONDS = 5 * 60_000;

/** Makes a backup when it is due. What goes wrong stands in the state afterwards. */
export async function runBackupRound(session: ProjectSession, occasion: BackupOccasion): Promise<void> {
  const bridge = hostBridge();
  const project = { token: session.fileToken, projectId: session.projectId };
  useBackupState.setState({ isWorking: true });
  try {
    // A copy that somebody else has open is theirs to back up.
    if (!session.lockedBy) {
      const made = await bridge.ask('backups.make', { project, occasion });
      if (made.ok && made.value.kind === 'made') await checkBackup(session, made.value.backup.id);
    }
    useBackupState.setState({ state: await bridge.ask('backups.state', { project }) });
  } finally {
    useBackupState.setState({ isWorking: false });
  }
}

/** Reads a backup frame by frame and has the host keep what was found. */
async function checkBackup(session: ProjectSession, id: string): Promise<void> {
  const read = await hostBridge().ask('backups.read', { id });
  if (!read.ok) return;
  const report = await session.inspectCopy(read.value);
  const verdict = report.kind === 'read' && report.isWhole ? 'good' : 'damaged';
  await hostBridge().ask('backups.judge', { id, verdict });
}
