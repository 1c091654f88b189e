/** Answers what the page asks of its window. */
import type { BrowserWindow } from 'electron';
import type { Closing } from '#electron/window/closing.ts';
import type { TopicHandlers } from '#electron/requests/handlers.ts';

export function createWindowRequests(
  window: () => BrowserWindow | null,
  closing: () => Closing | null,
): TopicHandlers<'window'> {
  return {
    'window.setTitle': ({ title, hasUnsaved }) => {
      window()?.setTitle(title);
      window()?.setDocumentEdited(hasUnsaved);
      closing()?.setUnsaved(hasUnsaved);
      return null;
    },
    'window.readyToClose': () => {
      closing()?.confirm();
      return null;
    },
  };
}
