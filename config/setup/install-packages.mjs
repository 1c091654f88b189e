/** Installs the project's packages when they are missing or not the ones in the lock. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { giveUp, root, runNpm, say } from './terminal.mjs';

function readLock(path) {
  try {
    return JSON.parse(readFileSync(join(root, path), 'utf8')).packages;
  } catch {
    return null;
  }
}

/**
 * Compares what is installed with the lock, by content: times of files say nothing after a checkout.
 * Packages for other systems are rightly absent.
 */
function isInstalledAsLocked() {
  const wanted = readLock('package-lock.json');
  const installed = readLock('node_modules/.package-lock.json');
  if (!wanted || !installed) return false;
  return Object.entries(wanted).every(
    ([path, entry]) =>
      path === '' || installed[path]?.version === entry.version || (entry.optional && !installed[path]),
  );
}

export async function installPackages() {
  if (isInstalledAsLocked()) return;
  say('installing packages (npm ci) ...');
  const code = await runNpm(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  if (code !== 0) giveUp('npm ci failed; see above.');
}

/** Checks the one thing that no script can install. */
export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  giveUp(`Node ${process.versions.node} is too old: 20.19 or later is needed.`);
}
