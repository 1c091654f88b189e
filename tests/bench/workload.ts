/** The workload of ../shared/bench, made once per size into tests/bench/data (never committed), and what it must give. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const sizes = ['S', 'M', 'L'] as const;
export type Size = (typeof sizes)[number];

export type Workload = {
  readonly size: Size;
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  readonly groups: readonly { readonly id: number; readonly name: string; readonly color: string }[];
  readonly codes: readonly {
    readonly id: number;
    readonly name: string;
    readonly group: number;
    readonly memo: string;
  }[];
  readonly codings: readonly WorkloadCoding[];
  readonly expected: Expected;
};
export type WorkloadCoding = {
  readonly doc: number;
  readonly code: number;
  readonly start: number;
  readonly end: number;
  readonly memo: string;
};
export type Expected = {
  readonly docs: number;
  readonly codings: number;
  readonly chars: number;
  readonly matrix_nonzero_cells: number;
  readonly search_substring_ci: Readonly<Record<string, number>>;
  readonly top_code: number;
  readonly top_code_quotes: number;
  readonly top_code_quote_chars: number;
  readonly busiest_doc: number;
  readonly busiest_doc_codings: number;
};

/** Reads the workload, generating it when it is not there. Null when the generator is not beside the project. */
export function loadWorkload(root: string, size: Size): Workload | null {
  const data = join(root, 'tests/bench/data');
  const folder = join(data, size);
  if (!existsSync(join(folder, 'expected.json'))) {
    const generator = join(root, '../shared/bench/generate.mjs');
    if (!existsSync(generator)) return null;
    mkdirSync(data, { recursive: true });
    execFileSync(process.execPath, [generator, size], { env: { ...process.env, BENCH_DATA: data }, stdio: 'ignore' });
  }
  const { groups, codes, codings } = JSON.parse(readFileSync(join(folder, 'codings.json'), 'utf8')) as Workload;
  const expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as Expected;
  const files = readdirSync(join(folder, 'docs'))
    .sort()
    .map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(folder, 'docs', name))) }));
  return { size, files, groups, codes, codings, expected };
}
