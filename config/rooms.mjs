/**
 * The walls of the house as data: what each room may import, and in which rooms each package may be used.
 * Whatever is not listed is refused, so that a new room or a new dependency is a decision. ESLint is set up
 * from here, and tests/architecture plants a violation for every wall.
 */

/** Rooms below the window and the host: pure TypeScript. */
const PURE = ['basics', 'domain', 'analysis', 'formats', 'bridge', 'locales', 'sample'];

/**
 * Each room: its name, its files, and the rooms it may import besides itself.
 * `{name}` in a pattern splits a room into parts that must not know each other.
 */
export const rooms = [
  { name: 'basics', files: 'shared/basics/**', mayImport: [] },
  { name: 'domain', files: 'shared/domain/**', mayImport: ['basics'] },
  { name: 'analysis', files: 'shared/analysis/**', mayImport: ['basics', 'domain'] },
  { name: 'formats', files: 'shared/formats/**', mayImport: ['basics', 'domain', 'analysis'] },
  { name: 'bridge', files: 'shared/bridge/**', mayImport: ['basics'] },
  { name: 'locales', files: 'shared/locales/**', mayImport: [] },
  // Material only: texts and tables, with at most a typed list of them.
  { name: 'sample', files: 'shared/sample/**', mayImport: ['basics', 'domain'] },

  { name: 'renderer-bridge', files: 'renderer/bridge/**', mayImport: ['basics', 'bridge'] },
  { name: 'renderer-workers', files: 'renderer/workers/**', mayImport: ['basics', 'domain', 'analysis', 'formats'] },
  {
    name: 'renderer-data',
    files: 'renderer/data/**',
    mayImport: [...PURE, 'renderer-bridge', 'renderer-workers'],
  },
  {
    name: 'renderer-view-state',
    files: 'renderer/view-state/**',
    mayImport: ['basics', 'domain', 'analysis', 'bridge', 'renderer-data'],
  },
  { name: 'renderer-ui', files: 'renderer/ui/**', mayImport: ['basics', 'locales'] },
  { name: 'renderer-charts', files: 'renderer/charts/**', mayImport: ['basics', 'renderer-ui'] },
  {
    name: 'renderer-feature',
    files: 'renderer/features/{name}/**',
    mayImport: [
      ...PURE,
      'renderer-bridge',
      'renderer-workers',
      'renderer-data',
      'renderer-view-state',
      'renderer-ui',
      'renderer-charts',
    ],
  },
  {
    name: 'renderer-app',
    files: 'renderer/app/**',
    mayImport: [
      ...PURE,
      'renderer-bridge',
      'renderer-workers',
      'renderer-data',
      'renderer-view-state',
      'renderer-ui',
      'renderer-charts',
      'renderer-feature',
    ],
  },
  { name: 'renderer-entry', files: 'renderer/*', mayImport: ['renderer-app', 'renderer-ui'] },

  // The command line first: a file belongs to the first room that fits.
  { name: 'headless', files: 'electron/headless/**', mayImport: [...PURE, 'disk'] },
  // Files and locks, without a window: the host and the command line write a project file in the same way.
  { name: 'disk', files: 'electron/disk/**', mayImport: ['basics', 'bridge'] },
  { name: 'electron', files: 'electron/**', mayImport: ['basics', 'bridge', 'locales', 'disk'] },

  // Tests and build files stand outside the walls.
  { name: 'tests', files: 'tests/**', mayImport: 'everything' },
  { name: 'config', files: ['config/**', '*.config.*'], mayImport: [] },
];

const WINDOW = ['renderer-ui', 'renderer-charts', 'renderer-feature', 'renderer-app', 'renderer-entry'];
const VIEWS = ['renderer-ui', 'renderer-feature', 'renderer-app'];

/** Each package and the rooms that may use it. Node's own modules are `node:**`. Tests may use every one listed. */
export const packages = [
  { name: 'zod', rooms: 'everywhere' },
  { name: '@codemirror/state', rooms: ['domain', 'renderer-data', ...VIEWS] },
  { name: '@codemirror/view', rooms: VIEWS },
  { name: '@codemirror/commands', rooms: VIEWS },
  { name: 'dexie', rooms: ['renderer-data'] },
  { name: 'react', rooms: ['renderer-data', 'renderer-view-state', ...WINDOW] },
  { name: 'react-dom', rooms: WINDOW },
  { name: 'react-aria-components', rooms: WINDOW },
  { name: 'react-resizable-panels', rooms: VIEWS },
  { name: '@tanstack/react-virtual', rooms: VIEWS },
  { name: 'lucide-react', rooms: WINDOW },
  // Charts are drawn in one room; features hand it ready numbers.
  { name: 'recharts', rooms: ['renderer-charts'] },
  { name: 'zustand', rooms: ['renderer-data', 'renderer-view-state', 'renderer-app'] },
  { name: 'i18next', rooms: ['locales', 'renderer-ui', 'renderer-app'] },
  { name: 'papaparse', rooms: ['formats'] },
  { name: 'htmlparser2', rooms: ['formats'] },
  { name: 'pdfjs-dist', rooms: ['formats'] },
  { name: 'docx', rooms: ['formats'] },
  { name: '@e965/xlsx', rooms: ['formats'] },
  { name: 'chardet', rooms: ['formats'] },
  { name: 'saxes', rooms: ['formats'] },
  { name: 'fflate', rooms: ['formats'] },
  { name: 'hash-wasm', rooms: ['formats'] },
  { name: 'electron', rooms: ['electron'] },
  { name: 'node:**', rooms: ['electron', 'disk', 'headless', 'config'] },

  { name: 'vite', rooms: ['config', 'renderer-entry'] },
  { name: '@vitejs/plugin-react', rooms: ['config'] },
  { name: 'electron-vite', rooms: ['config'] },
  { name: 'esbuild', rooms: ['config'] },
  { name: 'eslint', rooms: ['config'] },
  { name: 'eslint-import-resolver-typescript', rooms: ['config'] },
  { name: 'eslint-plugin-boundaries', rooms: ['config'] },
  { name: 'eslint-plugin-react-hooks', rooms: ['config'] },
  { name: 'typescript-eslint', rooms: ['config'] },
  { name: 'typescript', rooms: [] },
  { name: 'vitest', rooms: ['config'] },
  { name: '@playwright/test', rooms: ['config'] },
  { name: '@axe-core/playwright', rooms: [] },
  { name: 'fake-indexeddb', rooms: [] },
  { name: 'fast-check', rooms: [] },
  { name: 'xmllint-wasm', rooms: [] },
];
