/**
 * `npm run bench`: bundles the benchmark as the app is bundled and runs it; the one JSON document goes to stdout.
 * `npm run bench -- --desk [--size L]` measures the coding desk in the window, one line of JSON per measurement.
 */
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { bundleAndRun } from './setup/bundle-and-run.mjs';
import { installPackages } from './setup/install-packages.mjs';
import { root } from './setup/terminal.mjs';
import { runPlaywright } from './testing/runners.mjs';

await installPackages();
const words = process.argv.slice(2);
if (words.includes('--desk')) await measureDesk(words[words.indexOf('--size') + 1] ?? 'L');
else {
  await bundleAndRun({ entry: 'tests/bench/run.ts', name: 'bench/run', nodeWords: ['--expose-gc'], words });
}

async function measureDesk(wanted) {
  const size = ['S', 'M', 'L'].includes(wanted) ? wanted : 'L';
  const folder = join(root, 'tests/bench/data');
  const file = join(folder, `desk-${size}.triangula`);
  mkdirSync(folder, { recursive: true });
  if (!existsSync(file)) {
    await bundleAndRun({ entry: 'tests/bench/write-desk-file.ts', name: 'bench/write-desk-file', words: [size, file] });
  }
  process.env.TRIANGULA_BENCH_FILE = file;
  const { code } = await runPlaywright(join(root, 'out', 'reports'), ['--config', 'playwright.bench.config.ts']);
  process.exitCode = code;
}
