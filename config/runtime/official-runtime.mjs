/** The runtime of the official `electron` package: as it lies there, or downloaded by the package's own script. */
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ask, root } from '../setup/terminal.mjs';

const PATIENCE_MILLISECONDS = 60_000;
/** After a download that failed, the next start does not wait for another one at once. */
const PAUSE_MILLISECONDS = 24 * 60 * 60 * 1000;

const home = join(root, 'node_modules', 'electron');
const failureStamp = join(root, '.cache', 'electron-runtime', 'download-failed.txt');

/** Path of the executable, or null when it is not there. */
export function findOfficial() {
  try {
    const executable = join(home, 'dist', readFileSync(join(home, 'path.txt'), 'utf8').trim());
    return existsSync(executable) ? executable : null;
  } catch {
    return null;
  }
}

/** The executable in a folder that the environment names, laid out as the official one. */
export function findOverride(folder) {
  const names = ['electron', 'electron.exe', 'Electron.app/Contents/MacOS/Electron'];
  return names.map((name) => join(folder, name)).find((path) => existsSync(path)) ?? null;
}

/** Tries the download; null when it fails. Does not try again within a day of a failure. */
export function downloadOfficial(say) {
  if (failedLately()) return null;
  say('downloading Electron (at most a minute is spent on it) ...');
  const { ok } = ask(process.execPath, [join(home, 'install.js')], { timeout: PATIENCE_MILLISECONDS });
  const executable = ok ? findOfficial() : null;
  if (!executable) {
    mkdirSync(dirname(failureStamp), { recursive: true });
    writeFileSync(failureStamp, `${new Date().toISOString()}\nRemove this file to try the download again.\n`);
  }
  return executable;
}

function failedLately() {
  const stats = statSync(failureStamp, { throwIfNoEntry: false });
  return stats !== undefined && Date.now() - stats.mtimeMs < PAUSE_MILLISECONDS;
}
