/** `npm run bench`: bundles the benchmark as the app is bundled and runs it; the one JSON document goes to stdout. */
import { bundleAndRun } from './setup/bundle-and-run.mjs';
import { installPackages } from './setup/install-packages.mjs';

await installPackages();
await bundleAndRun({
  entry: 'tests/bench/run.ts',
  name: 'bench/run',
  nodeWords: ['--expose-gc'],
  words: process.argv.slice(2),
});
