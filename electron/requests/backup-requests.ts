/** Answers what the window asks about backups: make, list, read, restore as a copy, where they lie. */
import { basename, join } from 'node:path';
import { shell } from 'electron';
import { succeed } from '#shared/basics/result.ts';
import type { Backups } from '#electron/backups/backups.ts';
import type { BackupPlace } from '#electron/backups/backup-place.ts';
import { tryDisk } from '#electron/disk/disk-failure.ts';
import { PROJECT_ENDING } from '#electron/disk/picked-name.ts';
import { insistOnWriting } from '#electron/backups/insist-on-writing.ts';
import type { NativeWords } from '#electron/menu/native-words.ts';
import type { RecentProjects } from '#electron/preferences/recent-projects.ts';
import type { FileDialogs } from '#electron/requests/file-dialogs.ts';
import type { TopicHandlers } from '#electron/requests/handlers.ts';

export type BackupRequestNeeds = {
  readonly backups: Backups;
  readonly place: BackupPlace;
  readonly dialogs: FileDialogs;
  readonly recent: RecentProjects;
  readonly words: () => NativeWords;
};

/** The folder that is chosen gets one of its own for the backups, so that they never lie loose on a stick. */
const FOLDER_NAME = 'Triangula backups';

export function createBackupRequests(needs: BackupRequestNeeds): TopicHandlers<'backups'> {
  const { backups, place, dialogs, recent, words } = needs;
  return {
    'backups.make': ({ project, occasion }) => backups.make(project, occasion),
    'backups.state': ({ project }) => backups.state(project),
    'backups.list': ({ projectId }) => backups.list(projectId),
    'backups.read': ({ id }) => backups.read(id),
    'backups.judge': async ({ id, verdict }) => {
      await backups.judge(id, verdict);
      return null;
    },
    'backups.restore': async ({ id, title, suggestedName }) => {
      const filterName = words().dialog.projectFilter;
      const path = await dialogs.pickToSave({ title, suggestedName, ending: PROJECT_ENDING, filterName });
      if (path === null) return null;
      const restored = await backups.restore(id, path);
      if (!restored.ok) return restored;
      // The list is only a convenience: the copy is there whether or not it can be remembered.
      await recent.remember(path, new Date()).catch(() => undefined);
      return succeed({ name: basename(path), recentId: recent.list()[0]?.id ?? '' });
    },
    'backups.remove': ({ id }) => backups.remove(id),
    'backups.pickFolder': async ({ title }) => {
      const chosen = await dialogs.pickFolder(title);
      if (chosen === null) return null;
      const folder = chosen.endsWith(FOLDER_NAME) ? chosen : join(chosen, FOLDER_NAME);
      return tryDisk(folder, async () => {
        await insistOnWriting(folder);
        await place.choose(folder);
        return null;
      });
    },
    'backups.useUsualFolder': async () => {
      await place.choose(null);
      return null;
    },
    'backups.showFolder': async () => {
      // Only what is a folder: a file in its place could be a program.
      const isThere = await tryDisk(place.folder(), () => place.insist());
      if (isThere.ok) await shell.openPath(place.folder());
      return null;
    },
  };
}
