/** Plants what the house rules forbid in a file that exists (typed rules need one) and expects to be told. */
import { join } from 'node:path';
import { ESLint } from 'eslint';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const eslint = new ESLint({ cwd: root });
const PURE_FILE = 'shared/basics/result.ts';

async function brokenRules(file: string, code: string): Promise<readonly string[]> {
  const [report] = await eslint.lintText(code, { filePath: join(root, file) });
  return (report?.messages ?? []).map((message) => message.ruleId ?? message.message);
}

const planted: readonly (readonly [what: string, file: string, code: string, rule: string])[] = [
  ['a default export', PURE_FILE, 'export default 1;', 'no-restricted-syntax'],
  ['a renamed default export', PURE_FILE, 'const a = 1;\nexport { a as default };', 'no-restricted-syntax'],
  ['a climbing import', PURE_FILE, "import '../../shared/basics/ids.ts';", 'no-restricted-syntax'],
  ['a climbing re-export', PURE_FILE, "export * from '../../shared/basics/ids.ts';", 'no-restricted-syntax'],
  [
    'a climbing late import',
    PURE_FILE,
    "export const a = import('../../shared/basics/ids.ts');",
    'no-restricted-syntax',
  ],
  ['a computed import', PURE_FILE, 'export const load = (name: string) => import(name);', 'no-restricted-syntax'],
  ['any', PURE_FILE, 'export type A = any;', '@typescript-eslint/no-explicit-any'],
  ['an interface', PURE_FILE, 'export interface A { a: 1 }', '@typescript-eslint/consistent-type-definitions'],
  [
    'a value import of a type',
    PURE_FILE,
    "import { Id } from '#shared/basics/ids.ts';\nexport type A = Id<'a'>;",
    '@typescript-eslint/consistent-type-imports',
  ],
  ['a lost promise', PURE_FILE, 'Promise.resolve(1);\nexport {};', '@typescript-eslint/no-floating-promises'],
  [
    'a forgotten case',
    PURE_FILE,
    "export function f(a: 'x' | 'y') {\n  switch (a) {\n    case 'x':\n      return 1;\n  }\n  return 2;\n}",
    '@typescript-eslint/switch-exhaustiveness-check',
  ],
  ['a long file', PURE_FILE, `${'// line\n'.repeat(401)}export {};`, 'max-lines'],
  ['a long function', PURE_FILE, `export function f() {\n${'  f();\n'.repeat(90)}}`, 'max-lines-per-function'],
  ['a global of the host', PURE_FILE, 'export const a = process;', 'no-restricted-globals'],
  ['a global of the window', PURE_FILE, 'export const a = window;', 'no-restricted-globals'],
  ['a call to the network', PURE_FILE, "export const a = fetch('https://example.org');", 'no-restricted-globals'],
  ['a wall', PURE_FILE, "export * from '#shared/bridge/requests.ts';", 'boundaries/element-types'],
  ['a package nobody placed here', PURE_FILE, "export * from 'dexie';", 'boundaries/external'],
  [
    'an idle exemption',
    PURE_FILE,
    '// eslint-disable-next-line no-alert\nexport {};',
    'Unused eslint-disable directive',
  ],
  ['a conditional hook', 'renderer/main.tsx', conditionalHook(), 'react-hooks/rules-of-hooks'],
  ['the network, in the window', 'renderer/main.tsx', "void fetch('https://example.org');", 'no-restricted-globals'],
];

function conditionalHook(): string {
  return "import { useState } from 'react';\nexport function Part({ a }: { a: boolean }) {\n  if (a) useState(1);\n  return null;\n}";
}

it.each(planted)('refuses %s', async (_what, file, code, rule) => {
  const broken = await brokenRules(file, `${code}\n`);
  expect(broken.some((name) => name.startsWith(rule))).toBe(true);
});

it('has no complaint about a plain file', async () => {
  expect(await brokenRules(PURE_FILE, 'export const value = 1;\n')).toEqual([]);
});

it('warns of nothing: every rule is an error or off', async () => {
  const severities = await Promise.all(
    [PURE_FILE, 'renderer/main.tsx', 'electron/main.ts', 'tests/architecture/walls.test.ts'].map(async (file) => {
      const configuration = (await eslint.calculateConfigForFile(join(root, file))) as {
        readonly rules: Readonly<Record<string, readonly [number, ...unknown[]]>>;
      };
      return Object.entries(configuration.rules).filter(([, [severity]]) => severity === 1);
    }),
  );
  expect(severities.flat()).toEqual([]);
});
