/** End-to-end tests in real Electron; `npm run e2e` starts them with a runtime and a virtual display. */
import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  // Two cores: a second Electron would only slow down the first.
  workers: 1,
  retries: 0,
  forbidOnly: Boolean(process.env['CI']),
  timeout: 120_000,
  expect: { timeout: 15_000 },
  use: { trace: 'off' },
});
