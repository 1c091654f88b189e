/** Backups of the host in memory: kept as further files, listed newest first. */
import { fail, succeed, type Result } from '#shared/basics/result.ts';
import type { Backup, BackupState, DiskFailure, RequestAnswers, RequestArguments } from '#shared/bridge/requests.ts';

type BackupName =
  | 'backups.make'
  | 'backups.state'
  | 'backups.list'
  | 'backups.read'
  | 'backups.judge'
  | 'backups.restore'
  | 'backups.remove'
  | 'backups.pickFolder'
  | 'backups.useUsualFolder'
  | 'backups.showFolder';
type BackupAnswers = { readonly [Name in BackupName]: (args: RequestArguments<Name>) => RequestAnswers[Name] };

/** Answers what is asked about backups; `nameOf` tells which file a token stands for. */
export function answerBackups(
  files: Map<string, Uint8Array>,
  picks: string[],
  nameOf: (token: string) => string,
): BackupAnswers {
  let kept: readonly (Backup & { readonly bytes: Uint8Array })[] = [];
  const find = (id: string) => kept.find((backup) => backup.id === id);
  const missing = (): Result<never, DiskFailure> => fail({ code: 'missing', name: 'backup' });
  return {
    'backups.make': ({ project: { token, projectId } }) => {
      const bytes = files.get(nameOf(token));
      if (!bytes) return missing();
      if (kept[0]?.bytes === bytes) return succeed({ kind: 'unchanged' });
      const made: Backup = {
        id: String(kept.length).padStart(32, '0'),
        projectId,
        projectName: nameOf(token),
        madeAt: new Date().toISOString(),
        sizeBytes: bytes.length,
        verdict: 'unknown',
      };
      kept = [{ ...made, bytes }, ...kept];
      return succeed({ kind: 'made', backup: made });
    },
    'backups.state': (): BackupState => ({
      folder: '~/Triangula backups',
      isUsualFolder: true,
      latestGoodAt: kept.find(({ verdict }) => verdict !== 'damaged')?.madeAt ?? null,
      failure: null,
      freeBytes: 1e11,
      projectFreeBytes: 1e11,
      projectSizeBytes: 1e6,
    }),
    'backups.list': ({ projectId }) =>
      succeed(kept.filter((backup) => projectId === null || backup.projectId === projectId)),
    'backups.read': ({ id }) => {
      const bytes = find(id)?.bytes;
      return bytes ? succeed(bytes) : missing();
    },
    'backups.judge': ({ id, verdict }) => {
      kept = kept.map((backup) => (backup.id === id ? { ...backup, verdict } : backup));
      return null;
    },
    'backups.restore': ({ id, suggestedName }) => {
      const name = picks.shift() ?? suggestedName;
      const bytes = find(id)?.bytes;
      if (!bytes) return missing();
      if (files.has(name)) return fail({ code: 'exists', name });
      files.set(name, bytes);
      return succeed({ name, recentId: name });
    },
    'backups.remove': ({ id }) => {
      kept = kept.filter((backup) => backup.id !== id);
      return succeed(null);
    },
    'backups.pickFolder': () => succeed(null),
    'backups.useUsualFolder': () => null,
    'backups.showFolder': () => null,
  };
}
