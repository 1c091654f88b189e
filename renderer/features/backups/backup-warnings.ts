/** What about the backups a person should be told, the gravest first. Pure. */
import type { BackupState, DiskFailure } from '#shared/bridge/requests.ts';

const LITTLE_ROOM_BYTES = 500e6;
/** With less than this many times the file's size a disk is soon too full to rewrite it. */
const ROOM_IN_FILES = 5;

export type BackupWarning =
  | { readonly kind: 'none' }
  | { readonly kind: 'refused'; readonly failure: DiskFailure }
  | { readonly kind: 'nearly-full'; readonly disk: 'backups' | 'project'; readonly freeBytes: number };

/** Warnings for the state of one project; an empty list when all is well. */
export function warnOfBackups(state: BackupState): readonly BackupWarning[] {
  const warnings: BackupWarning[] = [];
  const needed = Math.max(LITTLE_ROOM_BYTES, (state.projectSizeBytes ?? 0) * ROOM_IN_FILES);
  const isTight = (freeBytes: number | null): freeBytes is number => freeBytes !== null && freeBytes < needed;
  if (state.failure) warnings.push({ kind: 'refused', failure: state.failure });
  else if (state.latestGoodAt === null) warnings.push({ kind: 'none' });
  if (isTight(state.projectFreeBytes)) {
    warnings.push({ kind: 'nearly-full', disk: 'project', freeBytes: state.projectFreeBytes });
  } else if (isTight(state.freeBytes)) {
    warnings.push({ kind: 'nearly-full', disk: 'backups', freeBytes: state.freeBytes });
  }
  return warnings;
}
