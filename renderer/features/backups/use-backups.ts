/** The backups in the folder, read one after the other in the background: whole or damaged, and what is in them. */
import { useCallback, useEffect, useState } from 'react';
import type { Result } from '#shared/basics/result.ts';
import type { Backup, BackupState, DiskFailure } from '#shared/bridge/requests.ts';
import { hostBridge } from '#renderer/bridge/bridge.ts';
import { inspectCopy, type CopyReport } from '#renderer/data/inspect-copy.ts';
import type { ProjectSession } from '#renderer/data/session.ts';

/** Larger ones are only read when somebody selects them, unless they were never checked. */
const SMALL_BYTES = 8e6;

export type ListedBackup = Backup & { readonly report: CopyReport | null };

export type BackupsInHand = {
  readonly list: Result<readonly ListedBackup[], DiskFailure> | null;
  readonly state: BackupState | null;
  readonly reload: () => Promise<void>;
  /** Reads one now: it was selected. */
  readonly inspect: (backup: Backup) => Promise<void>;
};

/** The backups of the open project, or of all projects when none is open. */
export function useBackups(session: ProjectSession | null): BackupsInHand {
  const [listed, setListed] = useState<Result<readonly Backup[], DiskFailure> | null>(null);
  const [state, setState] = useState<BackupState | null>(null);
  const [reports, setReports] = useState<ReadonlyMap<string, CopyReport>>(new Map());

  const reload = useCallback(async () => {
    const bridge = hostBridge();
    const project = session && { token: session.fileToken, projectId: session.projectId };
    setListed(await bridge.ask('backups.list', { projectId: session?.projectId ?? null }));
    setState(await bridge.ask('backups.state', { project }));
  }, [session]);

  const inspect = useCallback(
    async ({ id, verdict }: Backup) => {
      const bridge = hostBridge();
      const read = await bridge.ask('backups.read', { id });
      const look = session?.inspectCopy ?? ((bytes: Uint8Array) => inspectCopy(bytes, null));
      const report: CopyReport = read.ok ? await look(read.value) : { kind: 'unreadable' };
      setReports((before) => new Map(before).set(id, report));
      const found = report.kind === 'read' && report.isWhole ? 'good' : 'damaged';
      // A stick that is pulled out says nothing about the backup.
      if (read.ok && found !== verdict) await bridge.ask('backups.judge', { id, verdict: found });
    },
    [session],
  );

  useEffect(() => void reload(), [reload]);
  useEffect(() => {
    let isCurrent = true;
    const readAll = async (backups: readonly Backup[]): Promise<void> => {
      for (const backup of backups) {
        if (!isCurrent) return;
        if (backup.verdict === 'unknown' || backup.sizeBytes <= SMALL_BYTES) await inspect(backup);
      }
    };
    if (listed?.ok) void readAll(listed.value);
    return () => {
      isCurrent = false;
    };
  }, [inspect, listed]);

  const list = listed?.ok
    ? {
        ok: true as const,
        value: listed.value.map((backup) => ({ ...backup, report: reports.get(backup.id) ?? null })),
      }
    : listed;
  return { list, state, reload, inspect };
}

/** Whether a backup is known to be whole or damaged: by what was just read, else by what was found before. */
export function soundness({ report, verdict }: ListedBackup): Backup['verdict'] {
  if (!report) return verdict;
  return report.kind === 'read' && report.isWhole ? 'good' : 'damaged';
}
