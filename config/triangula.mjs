/** `npm run -s triangula -- COMMAND …`: bundles the command line when its sources have changed, and runs it. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundleOptions } from './setup/bundle-and-run.mjs';
import { giveUp, root } from './setup/terminal.mjs';

const bundles = join(root, 'out', 'headless');
const sources = ['electron/headless', 'electron/disk', 'shared', 'package-lock.json', 'config'];
/** Older bundles are kept for a while: another run may be reading them. */
const KEPT_MILLISECONDS = 10 * 60_000;

/** Names the state of the sources by names, sizes and times: much quicker than bundling. */
function nameOfSources() {
  const hash = createHash('sha256').update(process.version);
  const visit = (path) => {
    const stats = statSync(path);
    if (!stats.isDirectory()) {
      hash.update(`${path} ${stats.size} ${stats.mtimeMs}\n`);
      return;
    }
    for (const name of readdirSync(path).sort()) visit(join(path, name));
  };
  for (const path of sources) visit(join(root, path));
  return hash.digest('hex').slice(0, 16);
}

async function bundle(folder) {
  const { build } = await import('esbuild');
  // Beside and then renamed: two runs at once never see half a bundle.
  const beside = `${folder}.${process.pid}`;
  await build({
    ...bundleOptions,
    entryPoints: [join(root, 'electron', 'headless', 'main.ts')],
    outdir: beside,
    outExtension: { '.js': '.mjs' },
    splitting: true,
    logLevel: 'silent',
  });
  try {
    renameSync(beside, folder);
  } catch (error) {
    rmSync(beside, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
}

/** Installs packages where they are missing. Results alone go to stdout, so what this prints goes to stderr. */
function install() {
  const module = JSON.stringify(pathToFileURL(join(root, 'config', 'setup', 'install-packages.mjs')).href);
  const words = ['--input-type=module', '-e', `import { installPackages } from ${module}; await installPackages();`];
  const { status } = spawnSync(process.execPath, words, { stdio: ['inherit', 2, 2] });
  if (status !== 0) process.exit(1);
}

function forgetOld(current) {
  for (const name of readdirSync(bundles)) {
    const path = join(bundles, name);
    if (path === current || Date.now() - statSync(path).mtimeMs < KEPT_MILLISECONDS) continue;
    rmSync(path, { recursive: true, force: true });
  }
}

const folder = join(bundles, nameOfSources());
if (!existsSync(folder)) {
  mkdirSync(bundles, { recursive: true });
  try {
    await bundle(folder);
  } catch (error) {
    // On a fresh checkout, or after a pull that brought new packages.
    if (!/Could not resolve|Cannot find (package|module)/u.test(String(error))) giveUp(`it cannot be built. ${error}`);
    install();
    await bundle(folder).catch((again) => giveUp(`it cannot be built. ${again}`));
  }
  forgetOld(folder);
}
// npm starts scripts in the project's folder; names on the command line are meant from where the user stands.
if (process.env.npm_lifecycle_event === 'triangula' && process.env.INIT_CWD) process.chdir(process.env.INIT_CWD);
// eslint-disable-next-line no-restricted-syntax -- what was just bundled has no name that could be written here
await import(pathToFileURL(join(folder, 'main.mjs')).href);
