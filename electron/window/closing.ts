/** Closes the window only when its page has written everything, or when a person says to close it all the same. */
import { dialog, type BrowserWindow } from 'electron';
import type { NativeWords } from '#electron/menu/native-words.ts';

const PATIENCE_MILLISECONDS = 10_000;

export type Closing = {
  /** The page has written everything. */
  readonly confirm: () => void;
  readonly setUnsaved: (hasUnsaved: boolean) => void;
};

export type ClosingNeeds = {
  readonly window: BrowserWindow;
  readonly words: () => NativeWords;
  /** Tells the page that the user wants to close. */
  readonly announce: () => void;
};

export function holdUntilWritten({ window, words, announce }: ClosingNeeds): Closing {
  let state: 'open' | 'asked' | 'confirmed' = 'open';
  let hasUnsaved = false;
  let timer: NodeJS.Timeout | undefined;

  function close(): void {
    state = 'confirmed';
    clearTimeout(timer);
    if (!window.isDestroyed()) window.destroy();
  }

  async function losePatience(): Promise<void> {
    if (state !== 'asked' || window.isDestroyed()) return;
    if (!hasUnsaved) return close();
    const { closeQuestion, closeDetail, closeWait, closeNow } = words().dialog;
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      message: closeQuestion,
      detail: closeDetail,
      buttons: [closeWait, closeNow],
      defaultId: 0,
      cancelId: 0,
    });
    // The page may have finished while the question stood.
    if (state !== 'asked') return;
    if (response === 1) return close();
    state = 'open';
  }

  window.on('close', (event) => {
    if (state === 'confirmed') return;
    event.preventDefault();
    if (state === 'asked') return;
    if (window.webContents.isCrashed()) return close();
    state = 'asked';
    announce();
    timer = setTimeout(() => void losePatience(), PATIENCE_MILLISECONDS);
  });
  window.webContents.on('render-process-gone', () => {
    if (state === 'asked') close();
  });

  return {
    confirm: () => {
      if (state === 'asked') close();
    },
    setUnsaved: (value) => {
      hasUnsaved = value;
    },
  };
}
