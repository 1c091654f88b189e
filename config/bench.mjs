/** `npm run bench`: bundles the benchmark as the app is bundled and runs it; the one JSON document goes to stdout. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'esbuild';
import { installPackages } from './setup/install-packages.mjs';
import { root } from './setup/terminal.mjs';

await installPackages();
const outfile = join(root, 'out', 'bench', 'run.mjs');
await build({
  entryPoints: [join(root, 'tests', 'bench', 'run.ts')],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  logLevel: 'error',
  // Some packages are CommonJS and ask for Node's modules by require.
  banner: {
    js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);",
  },
});
const ran = spawnSync(process.execPath, ['--expose-gc', outfile, ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
process.exitCode = ran.status ?? 1;
