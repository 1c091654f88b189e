/** Answers what the window asks about the projects opened last. */
import { fail } from '#shared/basics/result.ts';
import type { OpenByPath } from '#electron/open-by-path.ts';
import type { RecentProjects } from '#electron/preferences/recent-projects.ts';
import type { TopicHandlers } from '#electron/requests/handlers.ts';

export function createRecentRequests(recent: RecentProjects, openByPath: OpenByPath): TopicHandlers<'recent'> {
  return {
    'recent.list': () => recent.list(),
    'recent.open': async ({ id }) => {
      const path = recent.pathOf(id);
      return path === null ? fail({ code: 'unknown-token', name: '' }) : openByPath(path);
    },
    'recent.forget': async ({ id }) => {
      await recent.forget(id);
      return null;
    },
  };
}
