/** Opens a project file that the user named, whichever way, and remembers it among the recent ones. */
import { join } from 'node:path';
import type { Result } from '#shared/basics/result.ts';
import type { DiskFailure, ProjectFileHandle } from '#shared/bridge/requests.ts';
import type { OpenProjects } from '#electron/disk/open-projects.ts';
import type { RecentProjects } from '#electron/preferences/recent-projects.ts';

export type OpenByPath = (path: string) => Promise<Result<ProjectFileHandle, DiskFailure>>;

export function createOpenByPath(projects: OpenProjects, recent: RecentProjects): OpenByPath {
  return async (path) => {
    const found = await projects.open(path);
    // A known file that has vanished can be written again at its place from the app's own copy.
    const isVanished = !found.ok && found.failure.code === 'missing' && recent.knows(path);
    const opened = isVanished ? await projects.openVanished(path) : found;
    if (opened.ok) {
      const { folder, name } = opened.value;
      // A list that cannot be written must not keep a project from opening.
      await recent.remember(join(folder, name), new Date()).catch(() => undefined);
    }
    return opened;
  };
}
