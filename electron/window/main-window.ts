/** Makes the one window: sandboxed, isolated, where it stood last time. */
import { join } from 'node:path';
import { BrowserWindow, nativeTheme, screen } from 'electron';
import { createJsonFile } from '#electron/preferences/json-file.ts';
import { START_ADDRESS } from '#electron/security/app-address.ts';
import { fitToScreens, smallestWindow, windowStateSchema } from '#electron/window/window-state.ts';

/** A page that dies again this soon is left alone: reloading would go on for ever. */
const SOON_MILLISECONDS = 10_000;

export type MainWindowNeeds = {
  readonly dataFolder: string;
  readonly preload: string;
  readonly allowsDeveloperTools: boolean;
  /** The page is gone (crashed or reloaded) and with it whoever held tokens. */
  readonly pageGone: () => void;
};

export function createMainWindow({ dataFolder, preload, allowsDeveloperTools, pageGone }: MainWindowNeeds) {
  const stateFile = createJsonFile(join(dataFolder, 'window.json'), windowStateSchema.nullable(), null);
  const saved = stateFile.read();
  const areas = [screen.getPrimaryDisplay(), ...screen.getAllDisplays()].map((display) => display.workArea);
  const window = new BrowserWindow({
    ...fitToScreens(saved, areas),
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    show: false,
    title: 'Triangula',
    // The colour until the page is drawn, so that a dark theme does not flash white.
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#16181d' : '#ffffff',
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
      devTools: allowsDeveloperTools,
    },
  });
  if (saved?.isMaximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  let stateWritten: Promise<unknown> = Promise.resolve();
  window.on('close', () => {
    const state = { ...window.getNormalBounds(), isMaximized: window.isMaximized() };
    stateWritten = stateFile.write(state).catch(() => undefined);
  });

  let lastDeath = 0;
  window.webContents.on('did-start-navigation', (details) => {
    if (details.isMainFrame && !details.isSameDocument) pageGone();
  });
  window.webContents.on('render-process-gone', () => {
    pageGone();
    const now = Date.now();
    if (now - lastDeath > SOON_MILLISECONDS && !window.isDestroyed()) window.webContents.reload();
    lastDeath = now;
  });
  return {
    window,
    load: () => window.loadURL(START_ADDRESS),
    /** Where the window stood is on the disk. */
    stateWritten: () => stateWritten,
  };
}
