/** Builds the app when a source has changed since the last build. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, run, say } from './terminal.mjs';

const SOURCES = ['electron', 'renderer', 'shared', 'electron.vite.config.ts', 'package.json', 'package-lock.json'];
const STAMP = join(root, 'out', 'built-from.txt');
const BUILT = ['out/main/index.cjs', 'out/preload/index.cjs', 'out/renderer/index.html'];

function* filesUnder(path) {
  const stats = statSync(join(root, path), { throwIfNoEntry: false });
  if (!stats) return;
  if (stats.isFile()) yield { path, stats };
  else for (const name of readdirSync(join(root, path)).sort()) yield* filesUnder(`${path}/${name}`);
}

/** Changes whenever a source is added, removed, or written. */
function fingerprint() {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    for (const { path, stats } of filesUnder(source)) hash.update(`${path} ${stats.size} ${stats.mtimeMs}\n`);
  }
  return hash.digest('hex');
}

function isBuiltFrom(sources) {
  try {
    return BUILT.every((file) => statSync(join(root, file)).isFile()) && readFileSync(STAMP, 'utf8') === sources;
  } catch {
    return false;
  }
}

/** Returns whether there is a build of the present sources. */
export async function build() {
  const sources = fingerprint();
  if (isBuiltFrom(sources)) return true;
  say('building ...');
  rmSync(STAMP, { force: true });
  const script = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const code = await run(process.execPath, [script, 'build', '--logLevel', 'warn']);
  if (code !== 0) return false;
  mkdirSync(join(root, 'out'), { recursive: true });
  writeFileSync(STAMP, sources);
  return true;
}
