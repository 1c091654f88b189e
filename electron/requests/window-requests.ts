/** Answers what the page asks of its window. */
import type { BrowserWindow } from 'electron';
import type { Closing } from '#electron/window/closing.ts';
import type { LockAway } from '#electron/window/locked-away.ts';
import type { TopicHandlers } from '#electron/requests/handlers.ts';

export function createWindowRequests(
  window: () => BrowserWindow | null,
  closing: () => Closing | null,
  lockAway: LockAway,
): TopicHandlers<'window'> {
  return {
    'window.setTitle': ({ title, hasUnsaved }) => {
      window()?.setTitle(title);
      window()?.setDocumentEdited(hasUnsaved);
      closing()?.setUnsaved(hasUnsaved);
      return null;
    },
    'window.lockAway': async ({ token, whereabouts }) => {
      await lockAway.lock(token, whereabouts);
      return null;
    },
    'window.lockedAway': () => lockAway.take(),
    'window.readyToClose': () => {
      closing()?.confirm();
      return null;
    },
  };
}
