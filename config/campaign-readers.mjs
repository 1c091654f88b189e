/** `npm run campaign:readers`: bundles the campaign against the readers and runs it; see tests/campaigns/fuzz-readers.ts. */
import { bundleAndRun } from './setup/bundle-and-run.mjs';
import { installPackages } from './setup/install-packages.mjs';

await installPackages();
await bundleAndRun({
  entry: 'tests/campaigns/fuzz-readers.ts',
  name: 'campaigns/fuzz-readers',
  words: process.argv.slice(2),
});
