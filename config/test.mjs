/**
 * `npm test`: sets up whatever is missing, runs every check, and closes with one line of sums.
 * `npm test -- --only unit,e2e words` runs some parts and hands the words to their runners.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { checkNode, installPackages } from './setup/install-packages.mjs';
import { root, say } from './setup/terminal.mjs';
import { addUp, countPlaywright, countVitest, nothing, single } from './testing/counts.mjs';
import { runBuild, runPlaywright, runTool, runVitest } from './testing/runners.mjs';

const reports = join(root, 'out', 'reports');

/** In the order in which they run: what fails fastest comes first. */
const parts = {
  format: async () => single(await runTool('prettier', ['--check', '--log-level', 'warn', '.'])),
  types: async () => single(await runTool('tsc', ['-b'])),
  lint: async () => single(await runTool('eslint', ['--max-warnings=0', '.'])),
  unused: async () => single(await runTool('knip', [])),
  unit: async (words) => countVitest(await runVitest('unit', reports, words)),
  architecture: async (words) => countVitest(await runVitest('architecture', reports, words)),
  build: async () => single(await runBuild()),
  e2e: async (words) => countPlaywright(await runPlaywright(reports, words)),
};
const groups = { check: ['format', 'types', 'lint', 'unused', 'unit', 'architecture'] };

function readArguments(words) {
  const place = words.indexOf('--only');
  if (place === -1) return { chosen: Object.keys(parts), words };
  const names = (words[place + 1] ?? '').split(',').flatMap((name) => groups[name] ?? [name]);
  const unknown = names.filter((name) => !Object.hasOwn(parts, name));
  if (unknown.length > 0 || names.length === 0) {
    console.error(`triangula: --only takes ${[...Object.keys(parts), ...Object.keys(groups)].join(', ')}`);
    process.exit(2);
  }
  return { chosen: names, words: words.toSpliced(place, 2) };
}

checkNode();
const { chosen, words } = readArguments(process.argv.slice(2));
await installPackages();
mkdirSync(reports, { recursive: true });

let total = nothing;
const failedParts = [];
for (const name of chosen) {
  const begin = Date.now();
  const counts = await parts[name](words);
  total = addUp(total, counts);
  if (counts.failed > 0) failedParts.push(name);
  const seconds = ((Date.now() - begin) / 1000).toFixed(1);
  say(`${name}: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped (${seconds} s)`);
}
if (failedParts.length > 0) say(`failed: ${failedParts.join(', ')}`);
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed > 0 ? 1 : 0;
