/** Puts the host together once the app is ready: window, menu, requests, and what comes from outside. */
import { app, Menu, nativeTheme, powerMonitor, session, type BrowserWindow } from 'electron';
import { NOTICE_CHANNEL_PREFIX, type NoticeName, type Notices, type Preferences } from '#shared/bridge/requests.ts';
import { openBackups } from '#electron/backups/open-backups.ts';
import { createFileTokens } from '#electron/disk/file-tokens.ts';
import { createOpenProjects } from '#electron/disk/open-projects.ts';
import { systemUserName } from '#electron/disk/project-lock.ts';
import { menuTemplate } from '#electron/menu/menu-template.ts';
import { chooseLanguage, nativeWords } from '#electron/menu/native-words.ts';
import { createOpenByPath } from '#electron/open-by-path.ts';
import { openCopyKeys } from '#electron/preferences/copy-key.ts';
import { openPreferences } from '#electron/preferences/preferences.ts';
import { openRecentProjects } from '#electron/preferences/recent-projects.ts';
import { createAppRequests } from '#electron/requests/app-requests.ts';
import { createBackupRequests } from '#electron/requests/backup-requests.ts';
import { createFileDialogs } from '#electron/requests/file-dialogs.ts';
import { createFileRequests } from '#electron/requests/file-requests.ts';
import { openGate } from '#electron/requests/gate.ts';
import { createLinkRequests } from '#electron/requests/link-requests.ts';
import { createPageRequests } from '#electron/requests/page-requests.ts';
import { createPreferenceRequests } from '#electron/requests/preference-requests.ts';
import { createProjectRequests } from '#electron/requests/project-requests.ts';
import { createRecentRequests } from '#electron/requests/recent-requests.ts';
import { createWindowRequests } from '#electron/requests/window-requests.ts';
import { serveAppScheme } from '#electron/security/app-scheme.ts';
import { closeSession } from '#electron/security/no-network.ts';
import { preloadScript, windowFolder, type Settings } from '#electron/settings.ts';
import { closeWithCare } from '#electron/window/close-with-care.ts';
import type { Closing } from '#electron/window/closing.ts';
import { createLockAway } from '#electron/window/locked-away.ts';
import { createMainWindow } from '#electron/window/main-window.ts';

export type Host = {
  /** Opens a project file that was named from outside and brings the window to the front. */
  readonly openFromOutside: (path: string | null) => Promise<void>;
};

export async function startHost(settings: Settings, hostFolder: string): Promise<Host> {
  const dataFolder = app.getPath('userData');
  const preferences = openPreferences(dataFolder);
  const recent = openRecentProjects(dataFolder);
  const tokens = createFileTokens();
  const projects = createOpenProjects({
    ownerName: () => preferences.read().personName || systemUserName(),
    copyKeyOf: openCopyKeys(dataFolder).of,
  });
  const openByPath = createOpenByPath(projects, recent);
  const machineBackups = openBackups(projects, settings, { data: dataFolder, home: app.getPath('home') });

  let window: BrowserWindow | null = null;
  let closing: Closing | null = null;
  const ourWindow = () => window;
  const words = () => nativeWords(chooseLanguage(preferences.read().language, app.getLocale()));
  const dialogs = createFileDialogs(ourWindow, words);

  function tell<Name extends NoticeName>(name: Name, notice: Notices[Name]): void {
    if (window && !window.isDestroyed()) window.webContents.send(NOTICE_CHANNEL_PREFIX + name, notice);
  }

  function showMenu(): void {
    const { allowsDeveloperTools } = settings;
    const choose = (command: Notices['menu.command']['command']) => tell('menu.command', { command });
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate({ words: words(), allowsDeveloperTools, choose })));
  }

  function applyPreferences({ theme }: Preferences): void {
    showMenu();
    // Native dialogs follow; the page draws its own theme.
    nativeTheme.themeSource = theme === 'light' || theme === 'dark' ? theme : 'system';
  }

  closeSession(session.defaultSession, settings);
  serveAppScheme(session.defaultSession, windowFolder(hostFolder));
  openGate(
    {
      ...createAppRequests(),
      ...createPreferenceRequests(preferences, applyPreferences),
      ...createRecentRequests(recent, openByPath),
      ...createFileRequests(tokens, dialogs),
      ...createProjectRequests({ projects, dialogs, openByPath, words }),
      ...createBackupRequests({ ...machineBackups, dialogs, recent, words }),
      ...createPageRequests(ourWindow, dialogs),
      ...createWindowRequests(
        ourWindow,
        () => closing,
        createLockAway(projects, openByPath, () => window?.webContents.reload()),
      ),
      ...createLinkRequests(ourWindow, words),
    },
    ourWindow,
  );
  applyPreferences(preferences.read());
  powerMonitor.on('suspend', () => tell('system.locking', {}));
  powerMonitor.on('lock-screen', () => tell('system.locking', {}));

  const made = createMainWindow({
    dataFolder,
    preload: preloadScript(hostFolder),
    allowsDeveloperTools: settings.allowsDeveloperTools,
    pageGone: () => {
      tokens.forgetAll();
      void projects.releaseAll();
    },
  });
  window = made.window;
  closing = closeWithCare(window, words, () => tell('window.closing', {}));
  window.on('closed', () => {
    window = null;
    closing = null;
    void Promise.all([projects.releaseAll(), made.stateWritten()]).finally(() => app.quit());
  });
  await made.load();

  return {
    openFromOutside: async (path) => {
      if (window?.isMinimized()) window.restore();
      window?.focus();
      if (path !== null) tell('project.openRequested', await openByPath(path));
    },
  };
}
