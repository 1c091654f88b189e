/** Ties the careful closing to a real window and a native question. */
import { dialog, type BrowserWindow } from 'electron';
import type { NativeWords } from '#electron/menu/native-words.ts';
import { holdUntilWritten, type Closing } from '#electron/window/closing.ts';

export function closeWithCare(window: BrowserWindow, words: () => NativeWords, announce: () => void): Closing {
  return holdUntilWritten({
    window: {
      isDestroyed: () => window.isDestroyed(),
      destroy: () => window.destroy(),
      hasPage: () => !window.webContents.isCrashed(),
      onClose: (listener) => window.on('close', listener),
      onPageGone: (listener) => window.webContents.on('render-process-gone', listener),
    },
    announce,
    askToCloseAnyway: async () => {
      const { closeQuestion, closeDetail, closeWait, closeNow } = words().dialog;
      const { response } = await dialog.showMessageBox(window, {
        type: 'warning',
        message: closeQuestion,
        detail: closeDetail,
        buttons: [closeWait, closeNow],
        defaultId: 0,
        cancelId: 0,
      });
      return response === 1;
    },
  });
}
