/** `npm run bench [-- --size S|M|L] [--only NAME]`: prints one JSON document of medians; remarks go to stderr. */
import { execFileSync } from 'node:child_process';
import { cpus, totalmem } from 'node:os';
import { measureMerge } from '#tests/bench/merge-measure.ts';
import { measurePure } from '#tests/bench/pure-measures.ts';
import { loadWorkload, sizes, type Size } from '#tests/bench/workload.ts';

const root = process.cwd();
const { size, only } = readArguments(process.argv.slice(2));
const workload = loadWorkload(root, size);
if (!workload) {
  console.error(
    'error: the workload generator ../shared/bench/generate.mjs is missing; put the shared folder beside the project',
  );
  process.exit(1);
}
const results = [...(await measurePure(workload, only, (name) => console.error(`bench: ${name}`)))];
if (only === null || 'merge-ten-copies'.includes(only)) {
  console.error('bench: merge-ten-copies');
  results.push(await measureMerge());
}
if (results.length === 0) {
  console.error(`error: no measurement is called ${only ?? ''}`);
  process.exit(2);
}
const about = {
  date: new Date().toISOString(),
  commit: readCommit(),
  node: process.version,
  cores: cpus().length,
  memoryGigabytes: Math.round(totalmem() / 1024 ** 3),
};
console.log(JSON.stringify({ size, about, results }, null, 1));

function readArguments(words: readonly string[]): { size: Size; only: string | null } {
  const valueOf = (flag: string): string | null => {
    const place = words.indexOf(flag);
    return place < 0 ? null : (words[place + 1] ?? '');
  };
  const wanted = valueOf('--size') ?? 'S';
  const found = sizes.find((item) => item === wanted);
  if (!found) {
    console.error('error: --size takes S, M or L');
    process.exit(2);
  }
  return { size: found, only: valueOf('--only') };
}

function readCommit(): string | null {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  } catch {
    return null;
  }
}
