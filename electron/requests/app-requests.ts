/** Answers what the window asks about the app itself. */
import { app } from 'electron';
import type { RuntimeInfo } from '#shared/bridge/requests.ts';
import { systemUserName } from '#electron/disk/project-lock.ts';
import type { TopicHandlers } from '#electron/requests/handlers.ts';

/** Set by the start script, which knows where it found the runtime. */
const RUNTIME_VARIABLE = 'TRIANGULA_RUNTIME';

export function createAppRequests(): TopicHandlers<'app'> {
  return {
    'app.info': () => ({
      appVersion: app.getVersion(),
      electron: process.versions.electron,
      chromium: process.versions.chrome,
      node: process.versions.node,
      runtime: app.isPackaged ? 'packaged' : statedRuntime(process.env[RUNTIME_VARIABLE]),
      platform: process.platform,
      systemLanguage: app.getLocale(),
      userName: systemUserName(),
    }),
  };
}

function statedRuntime(stated: string | undefined): RuntimeInfo['runtime'] {
  return stated === 'override' || stated === 'fallback' ? stated : 'official';
}
