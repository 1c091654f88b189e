/** The backups of this machine, put together: where they lie, what is known of them, what can be done with them. */
import { openBackupPlace, type BackupPlace } from '#electron/backups/backup-place.ts';
import { openBackupVerdicts } from '#electron/backups/backup-verdicts.ts';
import { createBackups, type Backups, type BackupsNeeds } from '#electron/backups/backups.ts';
import { usualBackupFolder, type Settings } from '#electron/settings.ts';

export type BackupsOfMachine = { readonly backups: Backups; readonly place: BackupPlace };

export function openBackups(
  projects: BackupsNeeds['projects'],
  settings: Settings,
  folders: { readonly data: string; readonly home: string },
): BackupsOfMachine {
  const place = openBackupPlace({
    dataFolder: folders.data,
    usualFolder: usualBackupFolder(settings, folders.home),
    homeFolder: folders.home,
  });
  const verdicts = openBackupVerdicts(folders.data);
  return { place, backups: createBackups({ projects, place, verdicts, now: () => new Date() }) };
}
