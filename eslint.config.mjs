/** Lint: the walls of config/rooms.mjs, typed rules against lost promises and forgotten cases, and house style. */
import reactHooks from 'eslint-plugin-react-hooks';
import typescriptEslint from 'typescript-eslint';
import { buildWalls } from './config/lint-walls.mjs';

/**
 * One list for all files: a later block's list would replace an earlier one without a word.
 * Each entry says what to do instead.
 */
const bannedSyntax = [
  { selector: 'ExportDefaultDeclaration', message: 'Export by name: a thing has one name everywhere.' },
  { selector: 'ExportSpecifier[exported.name="default"]', message: 'Export by name: a thing has one name everywhere.' },
  {
    selector:
      ':matches(ImportDeclaration, ExportNamedDeclaration, ExportAllDeclaration)[source.value=/^\\.\\.\\u002f\\.\\./]',
    message: 'Import by room (#shared/..., #renderer/...), not by climbing.',
  },
  { selector: 'ImportExpression[source.value=/^\\.\\.\\u002f\\.\\./]', message: 'Import by room, not by climbing.' },
  {
    // A computed import would pass the walls unseen.
    selector: 'ImportExpression[source.type!="Literal"]',
    message: 'Import a literal name, so that the walls can see it.',
  },
];

/** What pure rooms must not reach for, even where a parser's types bring the names into sight. */
const hostGlobals = [
  'process',
  'Buffer',
  'require',
  'module',
  '__dirname',
  '__filename',
  'global',
  'window',
  'document',
  'navigator',
  'localStorage',
  'sessionStorage',
  'indexedDB',
];
/** The app makes no network connection. */
const networkGlobals = ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'WebTransport', 'RTCPeerConnection'];

function ban(names, message) {
  return names.map((name) => ({ name, message }));
}

export default typescriptEslint.config(
  { ignores: ['node_modules', 'out', 'dist', '.cache', 'test-results', 'playwright-report', 'tests/bench/data'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  ...typescriptEslint.configs.recommendedTypeChecked,
  buildWalls(import.meta.dirname),
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'max-lines': ['error', { max: 400 }],
      'max-lines-per-function': ['error', { max: 80, skipBlankLines: true, skipComments: true }],
      'no-restricted-syntax': ['error', ...bannedSyntax],
    },
  },
  {
    files: ['shared/**'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...ban(hostGlobals, 'Shared code runs everywhere: have it passed in.'),
        ...ban(networkGlobals, 'The app makes no network connection.'),
      ],
    },
  },
  {
    files: ['renderer/**', 'electron/**'],
    rules: { 'no-restricted-globals': ['error', ...ban(networkGlobals, 'The app makes no network connection.')] },
  },
  {
    // Declarations of what others made follow their form, where `interface` is meant to be merged.
    files: ['**/*.d.ts'],
    rules: { '@typescript-eslint/consistent-type-definitions': 'off' },
  },
  {
    files: ['renderer/**'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  {
    // Markup is long without being deep.
    files: ['**/*.tsx'],
    rules: { 'max-lines-per-function': ['error', { max: 120, skipBlankLines: true, skipComments: true }] },
  },
  {
    // A describe block is one function; a fixture is a callback that hands over.
    files: ['tests/**'],
    rules: { 'max-lines-per-function': 'off', 'no-empty-pattern': 'off' },
  },
  {
    // Plain Node scripts, run before anything is installed or built: no types to check.
    files: ['**/*.mjs', '**/*.cjs', '**/*.js'],
    ...typescriptEslint.configs.disableTypeChecked,
  },
  {
    // These tools read the default export.
    files: ['*.config.*'],
    rules: {
      'no-restricted-syntax': ['error', ...bannedSyntax.filter((entry) => !entry.selector.startsWith('Export'))],
    },
  },
);
