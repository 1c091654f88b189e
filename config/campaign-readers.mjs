/** `npm run campaign:readers`: bundles the campaign against the readers and runs it; see tests/campaigns/fuzz-readers.ts. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'esbuild';
import { installPackages } from './setup/install-packages.mjs';
import { root } from './setup/terminal.mjs';

await installPackages();
const outfile = join(root, 'out', 'campaigns', 'fuzz-readers.mjs');
await build({
  entryPoints: [join(root, 'tests', 'campaigns', 'fuzz-readers.ts')],
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
const ran = spawnSync(process.execPath, [outfile, ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' });
process.exitCode = ran.status ?? 1;
