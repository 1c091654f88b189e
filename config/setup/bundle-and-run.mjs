/** Bundles a TypeScript program of the project for plain Node and runs it: benchmarks, campaigns, the command line. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './terminal.mjs';

/**
 * What each such bundle is made with. esbuild is handed in by whoever bundles: on a fresh checkout it is not there yet.
 */
export const bundleOptions = {
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  // Some packages are CommonJS and ask for Node's modules by require.
  banner: {
    js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);",
  },
};

/** Bundles `entry` to `out/NAME.mjs` and runs it with the words; its exit code becomes ours. */
export async function bundleAndRun({ entry, name, nodeWords = [], words }) {
  const { build } = await import('esbuild');
  const outfile = join(root, 'out', `${name}.mjs`);
  await build({ ...bundleOptions, entryPoints: [join(root, entry)], outfile, logLevel: 'error' });
  const ran = spawnSync(process.execPath, [...nodeWords, outfile, ...words], { cwd: root, stdio: 'inherit' });
  process.exitCode = ran.status ?? 1;
}
