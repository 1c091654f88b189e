/** An evaluation that was locked: the host alone remembers its file while the page starts anew without any of it. */
import type { LockedAway } from '#shared/bridge/requests.ts';
import type { OpenProjects } from '#electron/disk/open-projects.ts';
import type { OpenByPath } from '#electron/open-by-path.ts';

export type LockAway = {
  /** Gives the file back, remembers it, and starts the page anew: nothing of what it held stays in its memory. */
  readonly lock: (token: string, whereabouts: string) => Promise<void>;
  /** Opens the file again; answers once. */
  readonly take: () => Promise<LockedAway | null>;
};

export function createLockAway(projects: OpenProjects, openByPath: OpenByPath, startAnew: () => void): LockAway {
  let kept: { readonly path: string; readonly whereabouts: string } | null = null;
  return {
    lock: async (token, whereabouts) => {
      const path = projects.pathOf(token);
      if (path === null) return;
      await projects.release(token);
      kept = { path, whereabouts };
      startAnew();
    },
    take: async () => {
      const taken = kept;
      kept = null;
      return taken && { opened: await openByPath(taken.path), whereabouts: taken.whereabouts };
    },
  };
}
