/** Measurements in the window: `npm run bench -- --desk` starts them with a runtime and a virtual display. */
import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'tests/bench',
  testMatch: '*.measure.ts',
  outputDir: 'test-results/bench',
  workers: 1,
  retries: 0,
  timeout: 600_000,
  use: { trace: 'off' },
});
