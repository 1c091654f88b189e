/** Builds the three bundles: host and preload as CommonJS without dependencies beside them, and the window. */
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Rollup } from 'vite';

/** The oldest runtime that must carry the code: Electron 25 (Chromium 114, Node 18). */
const NODE_TARGET = 'node18';
const WINDOW_TARGET = 'chrome114';

/** Rollup's remarks on where zod puts its comments would hide remarks that matter. */
function onLog(level: Rollup.LogLevel, log: Rollup.RollupLog, handle: Rollup.LogOrStringHandler): void {
  if (log.code !== 'INVALID_ANNOTATION') handle(level, log);
}

export default defineConfig({
  main: {
    build: {
      target: NODE_TARGET,
      outDir: 'out/main',
      externalizeDeps: false,
      rollupOptions: {
        onLog,
        input: { index: resolve('electron/main.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  preload: {
    build: {
      target: NODE_TARGET,
      outDir: 'out/preload',
      // A sandboxed preload script can require nothing but Electron: everything else is in the one file.
      externalizeDeps: false,
      rollupOptions: {
        onLog,
        input: { index: resolve('electron/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    base: './',
    plugins: [react()],
    worker: { format: 'es' },
    build: {
      target: WINDOW_TARGET,
      cssTarget: WINDOW_TARGET,
      outDir: 'out/renderer',
      emptyOutDir: true,
      // The polyfill for older browsers would only add a fetch.
      modulePreload: { polyfill: false },
      // The parsers are large and come from the disk, not over a wire.
      chunkSizeWarningLimit: 4000,
      rollupOptions: { onLog, input: 'renderer/index.html' },
    },
  },
});
