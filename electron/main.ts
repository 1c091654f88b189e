/** Entry of the host: what must be said before the app is ready, one instance only, and then the host. */
import { app } from 'electron';
import { projectAmong } from '#electron/open-arguments.ts';
import { startHost, type Host } from '#electron/host.ts';
import { declareAppScheme } from '#electron/security/app-scheme.ts';
import { switchOffNetworkServices } from '#electron/security/no-network.ts';
import { guardContents } from '#electron/security/window-guards.ts';
import { readSettings } from '#electron/settings.ts';

const settings = readSettings(process.env, app.isPackaged);

app.setName('Triangula');
if (settings.dataFolder !== null) app.setPath('userData', settings.dataFolder);
// With both switches the child processes would refuse to start. As root (tests) there can be no sandbox.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
switchOffNetworkServices(app);
declareAppScheme();
app.on('web-contents-created', (_event, contents) => guardContents(contents));

/** A file named before the host is there (macOS tells it that way). */
let waitingPath = projectAmong(process.argv.slice(1), process.cwd());
let host: Host | null = null;

async function openFromOutside(path: string | null): Promise<void> {
  if (host) await host.openFromOutside(path);
  else waitingPath = path ?? waitingPath;
}

async function start(): Promise<void> {
  await app.whenReady();
  host = await startHost(settings, __dirname);
  if (waitingPath !== null) await host.openFromOutside(waitingPath);
}

// The lock is kept in the data folder, so that tests with their own folders do not meet.
if (app.requestSingleInstanceLock()) {
  app.on('second-instance', (_event, words, workingFolder) => {
    void openFromOutside(projectAmong(words.slice(1), workingFolder));
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    void openFromOutside(path);
  });
  // The host quits by itself once the last file is given back.
  app.on('window-all-closed', () => undefined);
  start().catch((error: unknown) => {
    console.error(error);
    app.exit(1);
  });
} else {
  app.quit();
}
