/** A damaged pdf must not end a program: pdf.js leaves rejected promises behind, which Node takes for a crash. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const program = `
import { readFileSync } from 'node:fs';
import { readFile } from '#shared/formats/read-file.ts';
const read = await readFile({ name: 'a.pdf', bytes: new Uint8Array(readFileSync(process.argv[2])) });
setTimeout(() => console.log(JSON.stringify(read.ok ? read.value.format : read.failure.code)), 50);
`;

// In a process of its own: vitest counts unhandled rejections even when somebody handles them.
it('reads a damaged pdf to an end, without a word beside the answer', () => {
  const folder = mkdtempSync(join(tmpdir(), 'triangula-stray-'));
  try {
    const outfile = join(folder, 'program.mjs');
    buildSync({
      stdin: { contents: program, resolveDir: root, loader: 'ts', sourcefile: join(root, 'program.ts') },
      bundle: true,
      platform: 'node',
      format: 'esm',
      outfile,
      logLevel: 'error',
    });
    const pdf = join(root, 'tests/samples/formats/damaged/page-tree.pdf');
    expect(execFileSync(process.execPath, [outfile, pdf], { encoding: 'utf8' })).toBe('"no-text"\n');
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 30_000);
